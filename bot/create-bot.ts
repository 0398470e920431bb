// The bot: reads what is kept, decides, keeps, and hands back what to show.

import { randomBytes } from 'node:crypto';
import type { Knowledge } from '../knowledge/index.js';
import { advance } from './advance.js';
import type { Bot, Clock, Incoming, Log } from './bot.js';
import { type Dialog, emptyDialog, readDialog } from './case/dialog.js';
import { forgetPerson, isBlank } from './case/forget-person.js';
import { peopleOf } from './case/people-of.js';
import { experiencesOf } from './experience.js';
import { type Found, lookUp } from './look-up.js';
import { RecentDialogs } from './recent-dialogs.js';
import type { Store } from './store.js';
import type { Redaction } from './text/redact/redactor.js';
import { type Destinations, noDestinations } from './ticket/deliveries-for.js';
import type { DraftLink } from './ticket/draft-article.js';
import { outcomeOf } from './turn/outcomes.js';
import type { Effect, Turn } from './turn/turn.js';
import type { World } from './turn/world.js';
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
  /** Where the tickets of a tenant go; nowhere unless told. */
  readonly destinations?: (tenant: string) => Destinations;
  /** Where the draft of an article can be had as a file; nowhere unless told. */
  readonly draftLink?: DraftLink;
  /** Its `key`: any long text; without one, names met before this process began are not known again. */
  readonly redaction?: Partial<Redaction>;
}

/** So often a turn is decided anew because another process wrote first. */
const mostDecisions = 5;

/** No decision asks more often for something that it has to know first. */
const mostLookups = 4;

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
  destinations = () => noDestinations,
  draftLink = () => undefined,
  redaction: { key = randomBytes(32).toString('hex'), hosts = false } = {},
}: BotParts): Bot {
  const inOrder = oneByOne();
  const experiences = experiencesOf(store, clock, () => log('outcomes-unavailable'));

  const recent = new RecentDialogs();

  const understand = (conversation: string, kept: unknown): Dialog => {
    if (kept === undefined || kept === null) return emptyDialog;
    const dialog = recent.find(conversation, kept) ?? readDialog(kept);
    if (dialog === undefined) log('dialog-unreadable');
    return dialog ?? emptyDialog;
  };

  /** A turn with everything that it has to know. */
  const advanced = async (before: Dialog, incoming: Incoming, world: World): Promise<Turn> => {
    const { tenant = '' } = incoming;
    let found: Found = {};
    for (let lookups = 0; lookups <= mostLookups; lookups += 1) {
      const turn = advance(before, incoming, { ...world, found });
      if (turn.needs === undefined) return turn;
      found = await lookUp(store, tenant, turn.needs, found);
    }
    throw new Error(`A turn asked for more than ${mostLookups} lookups`);
  };

  /** @returns undefined when somebody else wrote first. */
  const decide = async (incoming: Incoming): Promise<readonly Effect[] | undefined> => {
    const { conversation, tenant = '' } = incoming;
    const [{ state, version }, experience] = await Promise.all([
      store.readDialog(conversation),
      experiences.of(tenant),
    ]);
    const before = understand(conversation, state);
    const started = performance.now();
    const { dialog, effects } = await advanced(before, incoming, {
      knowledge,
      now: clock(),
      words,
      version: botVersion,
      redaction: { key, hosts },
      experience,
      destinations: destinations(tenant),
      draftLink,
    });
    const tookMs = Math.round((performance.now() - started) * 10) / 10;
    if (dialog !== before) {
      const isForgotten = effects.some(({ kind }) => kind === 'forget') && isBlank(dialog);
      const state = isForgotten ? undefined : dialog;
      const kept = { conversation, tenant, state, version, people: peopleOf(dialog) };
      const change = { dialog: kept, ...changeIn(effects, tenant) };
      if (!(await store.commit(change))) return undefined;
      recent.keep(conversation, state);
      if (change.outcomes.length > 0) experiences.changed(tenant);
    }
    for (const effect of effects) if (effect.kind === 'forget') await forget(effect, tenant, conversation);
    for (const effect of effects) record(effect, log);
    log('turn', { kind: incoming.event.kind, tookMs });
    return effects;
  };

  /** Other conversations may be written to at any moment: each is read and written until it is done. */
  const forget = async (
    { person, conversations }: Extract<Effect, { kind: 'forget' }>,
    tenant: string,
    here: string,
  ): Promise<void> => {
    await store.forgetTickets(tenant, person);
    for (const conversation of conversations) await forgetIn(conversation, tenant, person);
    await store.forgetPlaces(tenant, [here, ...conversations]);
  };

  const forgetIn = async (conversation: string, tenant: string, person: string): Promise<void> => {
    for (let decision = 1; decision <= mostDecisions; decision += 1) {
      const { state, version } = await store.readDialog(conversation);
      const before = understand(conversation, state);
      const dialog = forgetPerson(before, person);
      if (dialog === before) return;
      const left = isBlank(dialog) ? undefined : dialog;
      const kept = { conversation, tenant, state: left, version, people: peopleOf(dialog) };
      if (await store.commit({ dialog: kept })) return recent.keep(conversation, left);
    }
    throw new Error(`The dialog was written by others ${mostDecisions} times in a row`);
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
    case 'ticket': {
      const { number, history } = effect.ticket;
      log('ticket', { ticket: number, what: history.at(-1)?.kind ?? 'opened', deliveries: effect.deliveries.length });
      return;
    }
    case 'learnt': {
      const { article, issue, repair, helped, count } = effect.outcome;
      if (count < 0) log('outcome-taken-back', { article, issue, repair, helped });
      return;
    }
    case 'forget':
      log('forgotten', { conversations: effect.conversations.length + 1 });
      return;
    default:
      effect satisfies never;
  }
}

/** What effects mean for the database. */
function changeIn(effects: readonly Effect[], tenant: string) {
  const tickets = effects.flatMap((effect) => (effect.kind === 'ticket' ? [effect] : []));
  return {
    tickets: tickets.map(({ ticket, before }) => ({ ticket, before })),
    deliveries: tickets.flatMap(({ deliveries }) => deliveries),
    outcomes: effects.flatMap((effect) => outcomeOf(effect, tenant) ?? []),
  };
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
