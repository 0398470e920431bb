// The bot: reads what is kept, decides, keeps, and hands back what to show.

import { createHmac, randomBytes } from 'node:crypto';
import type { Knowledge } from '../knowledge/index.js';
import { advance } from './advance.js';
import type { Bot, Clock, Incoming, Log } from './bot.js';
import { type Dialog, emptyDialog, readDialog } from './case/dialog.js';
import { peopleOf } from './case/people-of.js';
import { experiencesOf } from './experience.js';
import type { OutcomeChange, Store } from './store.js';
import type { Redaction } from './text/redact/redactor.js';
import type { Effect } from './turn/turn.js';
import type { View } from './view.js';
import { en, type Words } from './words/en.js';

export interface BotParts {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  /** English unless told. */
  readonly words?: Words;
  /** Of the bot, as evidence packets name it. */
  readonly version?: string;
  /** Its `key`: any long text; without one, names met before this process began are not known again. */
  readonly redaction?: Partial<Redaction>;
}

/** So often a turn is decided anew because another process wrote first. */
const mostDecisions = 5;

/**
 * Makes a bot. Within this process, what happens in one conversation happens one thing after the other; what another
 * process decided meanwhile is read, and the turn decided again.
 */
export function createBot({
  knowledge,
  store,
  log,
  clock,
  words = en,
  version: botVersion = 'unknown',
  redaction: { key = randomBytes(32).toString('hex') } = {},
}: BotParts): Bot {
  const inOrder = oneByOne();
  const experiences = experiencesOf(store, clock, () => log('outcomes-unavailable'));

  const understand = (kept: unknown): Dialog => {
    if (kept === undefined || kept === null) return emptyDialog;
    const dialog = readDialog(kept);
    if (dialog === undefined) log('dialog-unreadable');
    return dialog ?? emptyDialog;
  };

  /** @returns undefined when somebody else wrote first. */
  const decide = async (incoming: Incoming): Promise<readonly Effect[] | undefined> => {
    const { conversation, tenant = '' } = incoming;
    const [{ state, version }, experience] = await Promise.all([
      store.readDialog(conversation),
      experiences.of(tenant),
    ]);
    const before = understand(state);
    const started = performance.now();
    const { dialog, effects } = advance(before, incoming, {
      knowledge,
      now: clock(),
      words,
      version: botVersion,
      // Nobody who reads the store can tell who turns up in several conversations.
      redaction: { key: createHmac('sha256', key).update(conversation).digest('hex') },
      experience,
    });
    const tookMs = Math.round((performance.now() - started) * 10) / 10;
    if (dialog !== before) {
      const outcomes = effects.flatMap((effect) => outcomeIn(effect, tenant) ?? []);
      const kept = { conversation, tenant, state: dialog, version, people: peopleOf(dialog) };
      if (!(await store.commit({ dialog: kept, outcomes }))) return undefined;
      if (outcomes.length > 0) experiences.changed(tenant);
    }
    for (const effect of effects) record(effect, log);
    log('turn', { kind: incoming.event.kind, tookMs });
    return effects;
  };

  const receive = async (incoming: Incoming): Promise<readonly View[]> => {
    for (let decision = 1; decision <= mostDecisions; decision += 1) {
      const effects = await decide(incoming);
      if (effects !== undefined) return effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));
      log('dialog-conflict', { decision });
    }
    throw new Error(`The dialog was written by others ${mostDecisions} times in a row`);
  };

  return { receive: (incoming) => inOrder(incoming.conversation, () => receive(incoming)) };
}

function record(effect: Effect, log: Log): void {
  switch (effect.kind) {
    case 'show':
      return;
    case 'opened':
      log('case-opened', { case: effect.caseId, verdict: effect.verdict, ...(effect.issue ?? {}) });
      return;
    case 'tried':
      log('repair-failed', { case: effect.caseId, ...effect.issue, repair: effect.repair });
      return;
    case 'ended': {
      const { kind, issue, ...where } = effect.outcome;
      log('case-ended', { case: effect.caseId, outcome: kind, ...(issue ?? {}), ...where });
      return;
    }
    default:
      effect satisfies never;
  }
}

function outcomeIn(effect: Effect, tenant: string): OutcomeChange | undefined {
  if (effect.kind === 'tried') return { tenant, ...effect.issue, repair: effect.repair, helped: false, count: 1 };
  if (effect.kind !== 'ended' || effect.outcome.kind !== 'resolved') return undefined;
  const { issue, repair } = effect.outcome;
  return issue === undefined || repair === undefined ? undefined : { tenant, ...issue, repair, helped: true, count: 1 };
}

/** Runs tasks of one key in the order they came, whether or not those before them failed. */
function oneByOne(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const run = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, run);
    const forget = (): void => {
      if (last.get(key) === run) last.delete(key);
    };
    run.then(forget, forget);
    return run;
  };
}
