// What somebody can do with a ticket. Buttons are drawn from this, and held against it when they are pressed.

import type { Role } from './move-ticket.js';
import { fixOf, isOpen, stateOf, type Ticket } from './ticket.js';

export const ticketVerbs = [
  'show',
  'assign',
  'ask',
  'tell',
  'resolve',
  'reopen',
  'say',
  'close',
  'everything',
  'draft',
] as const;
export type TicketVerb = (typeof ticketVerbs)[number];

/** @returns In the order in which they are offered, at most six; none to strangers. Whoever may do anything may look. */
export function verbsFor(ticket: Ticket, role: Role): readonly TicketVerb[] {
  const open = isOpen(ticket);
  const over = stateOf(ticket) === 'closed';
  switch (role) {
    case 'expert':
      if (open) return ['assign', 'ask', 'tell', 'resolve', 'everything'];
      return ['reopen', ...when(fixOf(ticket) !== undefined, 'draft'), ...when(!over, 'tell'), 'everything'];
    case 'requester':
      if (open) return ['say', 'close', 'everything'];
      return over ? ['reopen', 'everything'] : ['close', 'reopen', 'say', 'everything'];
    case 'follower':
      return open ? ['say'] : over ? ['reopen'] : ['reopen', 'say'];
    case 'stranger':
      return [];
    default:
      return role satisfies never;
  }
}

function when(holds: boolean, verb: TicketVerb): readonly TicketVerb[] {
  return holds ? [verb] : [];
}

/** Whether it takes words of whoever does it. */
export function takesWords(verb: TicketVerb): boolean {
  return ['ask', 'tell', 'resolve', 'reopen', 'say'].includes(verb);
}
