// What a helpdesk tells of a ticket that the ticket does not know yet.

import type { Redaction } from '../text/redact/redactor.js';
import type { Words } from '../words/en.js';
import type { RemoteState } from './helpdesk.js';
import { moveTicket } from './move-ticket.js';
import { redactorOfTicket, withTicketMasks } from './redactor-of-ticket.js';
import { type Happened, isOpen, type Ticket } from './ticket.js';

export interface ReadingOptions {
  /** The helpdesk's name. */
  readonly via: string;
  /** Whether the helpdesk knew all that happened here when it was asked; else its state is yesterday's. */
  readonly isUpToDate: boolean;
  readonly now: Date;
  readonly redaction: Redaction;
  readonly words: Words;
}

/** A comment there may be a whole mail thread. */
const longestText = 2000;

/**
 * The ticket with everything taken in, each comment once; the same ticket when nothing is new. What was resolved or closed
 * there is resolved here, since closing is up to the requester; and what was resolved there and is open there again, is so here.
 */
export function withNewsFrom(
  ticket: Ticket,
  { state, resolution, comments }: RemoteState,
  options: ReadingOptions,
): Ticket {
  const { via, isUpToDate, now, words } = options;
  const known = new Set(
    ticket.history.flatMap((it) => (it.via === via && it.remoteId !== undefined ? [it.remoteId] : [])),
  );
  const redactor = redactorOfTicket(ticket, options.redaction);
  const textOf = (text: string): string => redactor.redact(text.trim()).slice(0, longestText).trim();

  const told = comments
    .filter(({ id, text }) => !known.has(id) && text.trim() !== '')
    .map((it) => ({
      happened: { kind: 'told', text: textOf(it.text) } satisfies Happened,
      at: timeOf(it.at, now),
      by: it.by,
      remoteId: it.id,
    }));
  const isDone = isUpToDate && isOpen(ticket) && (state === 'resolved' || state === 'closed');
  const resolved = {
    happened: { kind: 'resolved', text: textOf(resolution ?? '') || words.helpdesk.resolvedThere } satisfies Happened,
    at: now,
    by: via,
  };
  const isBack = isUpToDate && state === 'open' && wasResolvedThere(ticket, via);
  const reopened = {
    happened: { kind: 'reopened', text: words.helpdesk.reopenedThere } satisfies Happened,
    at: now,
    by: via,
  };
  const after = [...told, ...(isDone ? [resolved] : []), ...(isBack ? [reopened] : [])].reduce(
    (before, { happened, at, by, ...rest }) => {
      const deed = { by: { id: '', ...(by === '' ? {} : { name: by }) }, role: 'expert', at, via, ...rest } as const;
      const moved = moveTicket(before, happened, deed);
      return moved.kind === 'moved' ? moved.ticket : before;
    },
    ticket,
  );
  return after === ticket ? ticket : withTicketMasks(after, redactor);
}

/**
 * Whether the helpdesk may still take for resolved what was reopened here: it has to be told first.
 *
 * @param via The helpdesk's name.
 */
export function wasReopenedHere({ history }: Pick<Ticket, 'history'>, via: string): boolean {
  const last = history.findLast(({ kind }) => kind === 'reopened' || kind === 'resolved');
  return last?.kind === 'reopened' && last.via !== via;
}

/** Whether the helpdesk itself has ended it, and nobody has said anything else since. */
function wasResolvedThere({ history }: Pick<Ticket, 'history'>, via: string): boolean {
  const last = history.findLast(({ kind }) => kind === 'reopened' || kind === 'resolved' || kind === 'closed');
  return last?.kind === 'resolved' && last.via === via;
}

/** A clock that is ahead there would make what comes next look older. */
function timeOf(at: string, now: Date): Date {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) || time > now ? now : time;
}
