// Asks a helpdesk how tickets do, and takes in what people there have done. Any number of processes share the work.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Log } from '../../bot/bot.js';
import type { Store } from '../../bot/store.js';
import { type Destinations, deliveriesFor } from '../../bot/ticket/deliveries-for.js';
import { type Helpdesk, HelpdeskError, type RemoteState } from '../../bot/ticket/helpdesk.js';
import { type ReadingOptions, wasReopenedHere, withNewsFrom } from '../../bot/ticket/news-from-helpdesk.js';
import type { RemoteTickets } from '../../bot/ticket/remote-tickets.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { createBell } from './bell.js';

/** A helpdesk that can be asked. */
export type ReadableHelpdesk = Helpdesk & Required<Pick<Helpdesk, 'look'>>;

export interface ReadBackParts extends Pick<ReadingOptions, 'redaction' | 'words'> {
  readonly helpdesk: ReadableHelpdesk;
  readonly remoteTickets: RemoteTickets;
  readonly store: Pick<Store, 'readTicket' | 'deliveriesOf' | 'commit'>;
  /** Of a tenant. */
  readonly destinations: (tenant: string) => Destinations;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing?: Partial<ReadBackTiming>;
}

/** All in milliseconds. */
export interface ReadBackTiming {
  /** How often each ticket is asked about; less often where there are many. */
  readonly every: number;
  /** How often one that is finished, and for how long: it may be reopened there. */
  readonly everyFinished: number;
  readonly finishedFor: number;
  /** Between one portion of tickets and the next. */
  readonly pause: number;
  /** How long a helpdesk that does not answer, or refuses, is left alone. */
  readonly trouble: number;
}

const hour = 3_600_000;

const usual: ReadBackTiming = {
  every: 60_000,
  everyFinished: hour,
  finishedFor: 14 * 24 * hour,
  pause: 5000,
  trouble: 300_000,
};

/** Tickets asked about between two pauses: two in a second at most. */
const portion = 10;

/** So often a ticket is read anew because somebody else changed it meanwhile. */
const mostReadings = 5;

/** Reading changes nothing there: nobody has to wait for it at the end. */
const graceMs = 1000;

/** @returns What ends it. */
export function startReadBack(parts: ReadBackParts): { close(): Promise<void> } {
  const { helpdesk, remoteTickets, store, destinations, clock, log, redaction, words } = parts;
  const { every, everyFinished, finishedFor, pause, trouble } = { ...usual, ...parts.timing };
  const target = helpdesk.name;
  const bell = createBell();
  let isClosing = false;

  /** What is told there of what the ticket knows, and what the ticket makes of it. */
  const readOne = async ({ tenant, number, remote }: Taken): Promise<void> => {
    const before = await store.readTicket(tenant, number);
    if (before === undefined) return;
    const knew = await isTold(before);
    const state = await helpdesk.look(remote, before);
    if (state.state === 'gone') log('remote-ticket-gone', { target, ticket: number });
    for (let reading = 1; reading <= mostReadings; reading += 1) {
      const ticket = reading === 1 ? before : await store.readTicket(tenant, number);
      if (ticket === undefined) return;
      // What somebody has done here while the helpdesk was asked, it did not know.
      const isUpToDate = knew && ticket.revision === before.revision;
      if (await takeIn(ticket, state, isUpToDate)) return;
    }
    log('helpdesk-news-left', { target, ticket: number });
  };

  const isTold = async (ticket: Ticket): Promise<boolean> => {
    if (!wasReopenedHere(ticket, target)) return true;
    const deliveries = await store.deliveriesOf(ticket.tenant, ticket.number);
    return deliveries.some((it) => it.target === target && it.state === 'delivered');
  };

  /** @returns false when somebody else wrote first. */
  const takeIn = async (ticket: Ticket, state: RemoteState, isUpToDate: boolean): Promise<boolean> => {
    const after = withNewsFrom(ticket, state, { via: target, isUpToDate, now: clock(), redaction, words });
    if (after === ticket) return true;
    const since = ticket.history.length;
    const isWritten = await store.commit({
      tickets: [{ ticket: after, before: ticket.revision }],
      deliveries: deliveriesFor(after, since, destinations(after.tenant)),
    });
    if (isWritten) log('helpdesk-news', { target, ticket: ticket.number, events: after.history.length - since });
    return isWritten;
  };

  /** @returns How long to leave the helpdesk alone. */
  const readSome = async (): Promise<number> => {
    const now = clock();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    const finished = { changedSince: before(finishedFor), notSince: before(everyFinished) };
    for (const taken of await remoteTickets.takeToAsk({
      target,
      notSince: before(every),
      finished,
      now,
      most: portion,
    })) {
      if (isClosing) break;
      try {
        await readOne(taken);
      } catch (thrown) {
        if (!(thrown instanceof HelpdeskError)) throw thrown;
        const { reason, message, options } = thrown;
        log('not-read-back', { target, ticket: taken.number, reason, problem: message });
        // A ticket that cannot be read is the matter of that ticket; all else is met by the next one too.
        if (reason !== 'rejected') return Math.max(trouble, options.retryAfterMs ?? 0);
      }
    }
    return pause;
  };

  const read = async (): Promise<void> => {
    while (!isClosing) {
      try {
        await bell.wait(await readSome());
      } catch (error) {
        log('read-back-failed', { target, error: error instanceof Error ? error.name : typeof error });
        await bell.wait(pause);
      }
    }
  };

  const reading = read();
  return {
    async close() {
      isClosing = true;
      bell.ring();
      await Promise.race([reading, sleep(graceMs, undefined, { ref: false })]);
    },
  };
}

type Taken = Awaited<ReturnType<RemoteTickets['takeToAsk']>>[number];
