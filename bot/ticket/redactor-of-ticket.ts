// The labels of a ticket, from the case that it began with to whatever is said of it.

import { type Masks, masksIn } from '../text/redact/masks.js';
import { type Redaction, Redactor } from '../text/redact/redactor.js';
import type { Ticket } from './ticket.js';

/** Goes on where the ticket is: what has a label in it has the same in all that is written to it. */
export function redactorOfTicket(ticket: Ticket, redaction: Redaction): Redactor {
  return new Redactor(redaction, masksOfTicket(ticket));
}

/** One that was kept before there were masks may hold labels, whose numbers are taken. */
export function masksOfTicket(ticket: Ticket): Masks {
  return ticket.masks ?? masksIn(ticket.caseId, JSON.stringify(ticket));
}

/** The ticket with what a redactor of its texts has come to know. */
export function withTicketMasks(ticket: Ticket, { masks }: Redactor): Ticket {
  return Object.keys(masks.counts).length === 0 ? ticket : { ...ticket, masks };
}
