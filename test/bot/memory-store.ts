// What is kept, in memory: the contracts of store and outbox said as shortly as they can be, for tests of what uses them.

import { randomUUID } from 'node:crypto';
import type { ConversationReferences } from '../../adapters/teams/conversation-references.js';
import type { Clock } from '../../bot/bot.js';
import type { ClaimedDelivery, Outbox, Targets } from '../../bot/outbox.js';
import type { Change, Delivery, DeliveryStatus, RepairOutcomes, Store } from '../../bot/store.js';
import { conversationTarget } from '../../bot/ticket/deliveries-for.js';
import { ticketWithout } from '../../bot/ticket/forget-in-ticket.js';
import type { RemoteTicket } from '../../bot/ticket/helpdesk.js';
import { waitingFor } from '../../bot/ticket/move-ticket.js';
import type { RemoteTickets } from '../../bot/ticket/remote-tickets.js';
import { isOpen, stateOf, type Ticket } from '../../bot/ticket/ticket.js';

import { memoryReferences } from '../adapters/teams/memory-references.js';

interface KeptDialog {
  readonly tenant: string;
  readonly state: string;
  readonly version: string;
  readonly people: readonly string[];
  readonly writtenAt: Date;
}

interface Asked {
  readonly remote: RemoteTicket;
  readonly askedAt: number;
}

interface KeptDelivery extends Delivery {
  readonly state: DeliveryStatus['state'];
  readonly attempts: number;
  readonly writtenAt: number;
  readonly dueAt: number;
  readonly claim?: string;
  readonly problem?: string;
}

export interface MemoryStore extends Store, Outbox, RemoteTickets {
  /** As the database's own. */
  removeOld(before: Date): Promise<{ readonly dialogs: number; readonly tickets: number }>;
  removeForgotten(): Promise<number>;
}

/** @param clock What tells when something was written; a delivery is due from then on. */
export function memoryStore(
  clock: Clock = () => new Date(),
  references: Pick<ConversationReferences, 'of' | 'forget'> = memoryReferences(),
): MemoryStore {
  const dialogs = new Map<string, KeptDialog>();
  const numbers = new Map<string, number>();
  const tickets = new Map<string, Ticket>();
  const outcomes = new Map<string, RepairOutcomes & { readonly tenant: string }>();
  const deliveries = new Map<string, KeptDelivery>();
  const hasUndelivered = ({ tenant, number }: Ticket): boolean =>
    [...deliveries.values()].some((it) => it.tenant === tenant && it.ticket === number && it.state === 'undelivered');
  const remotes = new Map<string, Pick<Delivery, 'tenant' | 'ticket' | 'target'> & Asked>();

  const keyOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);
  const copyOf = <T>(value: T): T => structuredClone(value);
  const deliveryKey = ({ tenant, ticket, target, event }: Delivery): string => keyOf(tenant, ticket, target, event);
  const sameTarget = (a: Delivery, b: Delivery): boolean =>
    a.tenant === b.tenant && a.ticket === b.ticket && a.target === b.target;
  const remoteOf = ({ tenant, ticket, target }: Omit<Delivery, 'event'>): RemoteTicket | undefined =>
    remotes.get(keyOf(tenant, ticket, target))?.remote;

  const isConflict = ({ dialog, tickets: changed = [] }: Change): boolean =>
    (dialog !== undefined && dialogs.get(dialog.conversation)?.version !== dialog.version) ||
    changed.some(({ ticket: { tenant, number, caseId }, before }) => {
      if (tickets.get(keyOf(tenant, number))?.revision !== before) return true;
      return [...tickets.values()].some((it) => it.tenant === tenant && it.caseId === caseId && it.number !== number);
    });

  const peopleOf = ({ requester, history }: Ticket): readonly string[] => [
    requester.person.id,
    ...history.flatMap((it) => (it.kind === 'joined' ? [it.follower.person.id] : [])),
  ];

  const removeTicket = ({ tenant, number }: Ticket): void => {
    tickets.delete(keyOf(tenant, number));
    for (const [key, it] of deliveries) {
      if (it.tenant !== tenant || it.ticket !== number) continue;
      deliveries.delete(key);
      remotes.delete(keyOf(tenant, number, it.target));
    }
  };

  /** Changes the delivery unless somebody else has claimed it since. */
  const settle = (claimed: ClaimedDelivery, changes: Omit<Partial<KeptDelivery>, 'claim'>): boolean => {
    const kept = deliveries.get(deliveryKey(claimed));
    if (kept?.claim !== claimed.id) return false;
    const { claim: _claim, problem: _problem, ...rest } = kept;
    deliveries.set(deliveryKey(claimed), { ...rest, ...changes });
    return true;
  };

  const remember = ({ tenant, ticket, target }: Delivery, remote: RemoteTicket): void => {
    remotes.set(keyOf(tenant, ticket, target), { tenant, ticket, target, remote: copyOf(remote), askedAt: 0 });
  };

  return {
    readDialog: async (conversation) => {
      const { state, version } = dialogs.get(conversation) ?? {};
      return { state: state === undefined ? undefined : JSON.parse(state), version };
    },

    commit: async (change) => {
      if (isConflict(change)) return false;
      const { dialog } = change;
      if (dialog !== undefined && dialog.state === undefined) dialogs.delete(dialog.conversation);
      if (dialog !== undefined && dialog.state !== undefined) {
        const { conversation, tenant, state, people } = dialog;
        const version = randomUUID();
        dialogs.set(conversation, { tenant, state: JSON.stringify(state), version, people, writtenAt: clock() });
      }
      for (const { ticket } of change.tickets ?? []) tickets.set(keyOf(ticket.tenant, ticket.number), copyOf(ticket));
      const at = clock().getTime();
      for (const { tenant, ticket, target, event } of change.deliveries ?? []) {
        const key = keyOf(tenant, ticket, target, event);
        if (!deliveries.has(key))
          deliveries.set(key, {
            tenant,
            ticket,
            target,
            event,
            state: 'waiting',
            attempts: 0,
            writtenAt: at,
            dueAt: at,
          });
      }
      for (const { tenant, article, issue, repair, helped, count } of change.outcomes ?? []) {
        const key = keyOf(tenant, article, issue, repair);
        const before = outcomes.get(key) ?? { tenant, article, issue, repair, helped: 0, failed: 0 };
        const column = helped ? 'helped' : 'failed';
        outcomes.set(key, { ...before, [column]: Math.max(0, before[column] + count) });
      }
      return true;
    },

    takeTicketNumber: async (tenant) => {
      const number = (numbers.get(tenant) ?? 0) + 1;
      numbers.set(tenant, number);
      return number;
    },

    readTicket: async (tenant, number) => copyOf(tickets.get(keyOf(tenant, number))),

    findTickets: async (tenant, { person, fingerprint, caseId, states, since, unfinished, limit = 50 }) =>
      [...tickets.values()]
        .filter(
          (it) =>
            it.tenant === tenant &&
            (person === undefined || (person !== '' && peopleOf(it).includes(person))) &&
            (fingerprint === undefined || it.fingerprint === fingerprint) &&
            (caseId === undefined || it.caseId === caseId) &&
            (states === undefined || states.includes(stateOf(it))) &&
            (since === undefined || Date.parse(it.history[0]?.at ?? '') >= Date.parse(since)) &&
            (unfinished === undefined || isOpen(it) || hasUndelivered(it)),
        )
        .sort((a, b) => b.number - a.number)
        .slice(0, limit)
        .map(copyOf),

    deliveriesOf: async (tenant, number) => {
      const all = [...deliveries.values()]
        .filter((it) => it.tenant === tenant && it.ticket === number)
        .sort((a, b) => a.event - b.event);
      return [...new Set(all.map(({ target }) => target))].sort().map((target) => {
        const ofTarget = all.filter((it) => it.target === target);
        const [first] = ofTarget.filter(({ state }) => state !== 'delivered').concat(ofTarget.slice(-1));
        const remote = remoteOf({ tenant, ticket: number, target });
        return {
          target,
          state: first?.state ?? 'delivered',
          attempts: first?.attempts ?? 0,
          ...(first?.problem === undefined ? {} : { problem: first.problem }),
          ...(remote === undefined ? {} : { remote }),
        };
      });
    },

    readOutcomes: async (tenant) =>
      [...outcomes.values()].flatMap(({ tenant: of, ...outcome }) => (of === tenant ? [outcome] : [])),

    conversationsOf: async (tenant, person) =>
      [...dialogs].flatMap(([conversation, it]) =>
        it.tenant === tenant && person !== '' && it.people.includes(person) ? [conversation] : [],
      ),

    forgetTickets: async (tenant, person) => {
      const gone: number[] = [];
      for (const before of [...tickets.values()].filter((it) => it.tenant === tenant)) {
        const { number } = before;
        const after = ticketWithout(before, person);
        if (after === undefined) {
          removeTicket(before);
          gone.push(number);
          continue;
        }
        tickets.set(keyOf(tenant, number), after);
        const told = waitingFor(after).map(({ conversation }) => conversation);
        for (const { conversation } of waitingFor(before)) {
          if (told.includes(conversation)) continue;
          const target = conversationTarget(conversation);
          for (const [key, it] of deliveries)
            if (it.tenant === tenant && it.ticket === number && it.target === target) deliveries.delete(key);
          remotes.delete(keyOf(tenant, number, target));
        }
      }
      return gone;
    },

    forgetPlaces: async (tenant, conversations) => {
      for (const conversation of conversations) {
        const place = (await references.of(conversation))?.conversation;
        const isShared = ['channel', 'groupChat'].includes(place?.conversationType ?? '');
        const isAwaited = [...tickets.values()].some(
          (it) =>
            it.tenant === tenant && isOpen(it) && waitingFor(it).some((waits) => waits.conversation === conversation),
        );
        const isTold = [...deliveries.values()].some(
          ({ target, state }) => target === conversationTarget(conversation) && state === 'waiting',
        );
        if (!isShared && !isAwaited && !isTold) await references.forget(conversation);
      }
    },

    claim: async ({ targets, now, leaseMs, most, sentAgainAfter }) => {
      const all = [...deliveries.values()].sort((a, b) => a.dueAt - b.dueAt);
      const due = all.filter(
        (it) =>
          it.state === 'waiting' &&
          it.dueAt <= now.getTime() &&
          isAmong(it, targets) &&
          (sentAgainAfter === undefined ||
            (it.problem === undefined && it.dueAt > Math.max(it.writtenAt, sentAgainAfter.getTime()))) &&
          !all.some((other) => sameTarget(it, other) && other.event < it.event && other.state !== 'delivered'),
      );
      return due.slice(0, most).map((it) => {
        const claim = randomUUID();
        const { tenant, ticket, target, event, attempts } = it;
        const remote = remoteOf(it);
        deliveries.set(deliveryKey(it), { ...it, attempts: attempts + 1, dueAt: now.getTime() + leaseMs, claim });
        return { id: claim, tenant, ticket, target, event, attempts, ...(remote === undefined ? {} : { remote }) };
      });
    },

    delivered: async (claimed, remote) => {
      if (settle(claimed, { state: 'delivered' }) && remote !== undefined) remember(claimed, remote);
    },

    failed: async (claimed, { problem, tryAgainAt }) => {
      settle(claimed, { problem, dueAt: tryAgainAt.getTime() });
    },

    givenUp: async (claimed, problem, isTried = true) => {
      const { attempts } = claimed;
      settle(claimed, { problem, state: 'undelivered', ...(isTried ? {} : { attempts }) });
    },

    sendAgain: async (now, which = { targets: { allBut: [] } }) => {
      const again = [...deliveries].filter(
        ([, it]) =>
          it.state === 'undelivered' &&
          ('targets' in which
            ? isAmong(it, which.targets)
            : 'tenant' in which
              ? it.tenant === which.tenant
              : it.tenant === which.ticket.tenant && it.ticket === which.ticket.number),
      );
      for (const [key, { problem: _, ...it }] of again)
        deliveries.set(key, { ...it, state: 'waiting', dueAt: now.getTime() });
      return again.length;
    },

    counts: async () => {
      const counts = new Map<string, Awaited<ReturnType<Outbox['counts']>>[number]>();
      for (const { target, state, writtenAt } of deliveries.values()) {
        if (state === 'delivered') continue;
        const key = keyOf(target, state);
        const { count = 0, since = new Date(writtenAt) } = counts.get(key) ?? {};
        counts.set(key, { target, state, count: count + 1, since: new Date(Math.min(since.getTime(), writtenAt)) });
      }
      return [...counts.values()];
    },

    takeToAsk: async ({ target, notSince, finished, now, most }) =>
      [...remotes.values()]
        .flatMap((it) => {
          const ticket = tickets.get(keyOf(it.tenant, it.ticket));
          if (it.target !== target || ticket === undefined) return [];
          const isRecent = Date.parse(ticket.history.at(-1)?.at ?? '') >= finished.changedSince.getTime();
          const isDue = isOpen(ticket)
            ? it.askedAt < notSince.getTime()
            : isRecent && it.askedAt < finished.notSince.getTime();
          return isDue ? [it] : [];
        })
        .sort((a, b) => a.askedAt - b.askedAt)
        .slice(0, most)
        .map((it) => {
          remotes.set(keyOf(it.tenant, it.ticket, it.target), { ...it, askedAt: now.getTime() });
          return { tenant: it.tenant, number: it.ticket, remote: copyOf(it.remote) };
        }),

    removeForgotten: async () => {
      const isWaiting = ({ tenant, number }: Ticket): boolean =>
        [...deliveries.values()].some((it) => it.tenant === tenant && it.ticket === number && it.state === 'waiting');
      const done = [...tickets.values()].filter((it) => it.goesOnceDone === true && !isOpen(it) && !isWaiting(it));
      done.forEach(removeTicket);
      return done.length;
    },

    removeOld: async (before) => {
      const old = [...dialogs].filter(([, { writtenAt }]) => writtenAt < before);
      for (const [conversation] of old) dialogs.delete(conversation);
      const done = [...tickets.values()].filter(
        (it) => !isOpen(it) && Date.parse(it.history.at(-1)?.at ?? '') < before.getTime(),
      );
      done.forEach(removeTicket);
      return { dialogs: old.length, tickets: done.length };
    },
  };
}

function isAmong({ target }: Delivery, targets: Targets): boolean {
  return 'only' in targets ? targets.only.includes(target) : !targets.allBut.includes(target);
}
