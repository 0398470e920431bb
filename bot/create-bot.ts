// The bot: reads what is kept, decides, keeps, and hands back what to show.

import { createHmac, randomBytes } from 'node:crypto';
import type { Knowledge } from '../knowledge/index.js';
import { advance } from './advance.js';
import type { Bot, Clock, DialogStore, Incoming, Log, OutcomeStore } from './bot.js';
import { type Dialog, emptyDialog, readDialog } from './case/dialog.js';
import { experiencesOf } from './experience.js';
import type { Redaction } from './text/redact/redactor.js';
import type { Effect } from './turn/turn.js';
import type { View } from './view.js';
import { en, type Words } from './words/en.js';

export interface BotParts {
  readonly knowledge: Knowledge;
  readonly store: DialogStore;
  readonly log: Log;
  readonly clock: Clock;
  /** Where outcomes are kept; without it nothing is learnt from them. */
  readonly outcomes?: OutcomeStore;
  /** English unless told. */
  readonly words?: Words;
  /** Of the bot, as evidence packets name it. */
  readonly version?: string;
  /** Its `key`: any long text; without one, names met before this process began are not known again. */
  readonly redaction?: Partial<Redaction>;
}

/**
 * Makes a bot. Within this process, what happens in one conversation happens one thing after the other; across
 * processes the store must see to that.
 */
export function createBot({
  knowledge,
  store,
  log,
  clock,
  outcomes,
  words = en,
  version = 'unknown',
  redaction: { key = randomBytes(32).toString('hex') } = {},
}: BotParts): Bot {
  const inOrder = oneByOne();
  const experiences = outcomes && experiencesOf(outcomes, clock, () => log('outcomes-unavailable'));

  const read = async (conversation: string): Promise<Dialog> => {
    const kept = await store.read(conversation);
    if (kept === undefined || kept === null) return emptyDialog;
    const dialog = readDialog(kept);
    if (dialog === undefined) log('dialog-unreadable');
    return dialog ?? emptyDialog;
  };

  const receive = async (incoming: Incoming): Promise<readonly View[]> => {
    const now = clock();
    const { tenant = '' } = incoming;
    const [before, experience] = await Promise.all([read(incoming.conversation), experiences?.of(tenant)]);
    const started = performance.now();
    const { dialog, effects } = advance(before, incoming, {
      knowledge,
      now,
      words,
      version,
      // Nobody who reads the store can tell who turns up in several conversations.
      redaction: { key: createHmac('sha256', key).update(incoming.conversation).digest('hex') },
      ...(experience === undefined ? {} : { experience }),
    });
    const tookMs = Math.round((performance.now() - started) * 10) / 10;
    if (dialog !== before) await store.write(incoming.conversation, dialog);
    for (const effect of effects) {
      record(effect, log);
      const outcome = outcomeIn(effect);
      if (outcome !== undefined) await experiences?.add(tenant, outcome);
    }
    log('turn', { kind: incoming.event.kind, tookMs });
    return effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));
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

function outcomeIn(effect: Effect): Parameters<OutcomeStore['addOutcome']>[1] | undefined {
  if (effect.kind === 'tried') return { ...effect.issue, repair: effect.repair, helped: false };
  if (effect.kind !== 'ended' || effect.outcome.kind !== 'resolved') return undefined;
  const { issue, repair } = effect.outcome;
  return issue === undefined || repair === undefined ? undefined : { ...issue, repair, helped: true };
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
