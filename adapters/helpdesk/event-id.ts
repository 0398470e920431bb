// The name of an event that every helpdesk is given: what was sent before is found again by it.

import type { Ticket } from '../../bot/ticket/ticket.js';

/** The case id, fit to stand in a query, a header or an address. @throws {Error} Where it is not; ours are. */
export function caseKey({ caseId }: Pick<Ticket, 'caseId'>): string {
  if (!/^[\w-]+$/.test(caseId)) throw new Error('A case id may only hold letters, digits, - and _');
  return caseId;
}

/**
 * The same for each attempt and in each process.
 *
 * @param at Position of the event in the ticket's history.
 */
export function eventId(ticket: Pick<Ticket, 'caseId'>, at: number): string {
  return `${caseKey(ticket)}.${at}`;
}

/** Ends a comment that was sent for an event. */
export function markOf(ticket: Pick<Ticket, 'caseId'>, at: number): string {
  return `Pastefix ${eventId(ticket, at)}`;
}

/** Whether a comment there was sent for an event of the ticket. One that only quotes such a comment ends otherwise. */
export function isOurs(ticket: Pick<Ticket, 'caseId'>, comment: string): boolean {
  const [last = ''] = comment.trimEnd().split('\n').slice(-1);
  const start = markOf(ticket, 0).slice(0, -1);
  return last.startsWith(start) && /^\d+$/.test(last.slice(start.length));
}
