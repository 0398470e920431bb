// Files that go with a ticket: the whole packet for programs, and its text where that had to be cut.

import type { Ticket } from '../../bot/ticket/ticket.js';
import { ticketText } from '../../bot/ticket/ticket-text.js';
import { en } from '../../bot/words/en.js';

/** A ticket has each name once. */
export interface TicketFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** The packet as JSON, as docs/evidence-packet.schema.json describes it. */
export function packetFile({ packet }: Ticket): TicketFile {
  return { name: 'pastefix-evidence.json', type: 'application/json', content: `${JSON.stringify(packet, null, 2)}\n` };
}

/** The ticket's text as far as it fits; where it does not, whole as a file. */
export function fitText(
  ticket: Ticket,
  maxLength: number,
): { readonly text: string; readonly files: readonly TicketFile[] } {
  const text = ticketText(ticket);
  const files = [packetFile(ticket)];
  if (text.length <= maxLength) return { text, files };
  const { cut } = en.helpdesk;
  return {
    text: `${cutTo(text, maxLength - cut.length - 1)}\n${cut}`,
    files: [{ name: 'pastefix-evidence.txt', type: 'text/plain; charset=utf-8', content: `${text}\n` }, ...files],
  };
}

/** At most so many UTF-16 units, and no half of a character at the end. */
export function cutTo(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '');
}
