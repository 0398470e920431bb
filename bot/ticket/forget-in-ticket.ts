// A person wants to be forgotten, and a ticket names them.

import { isOpen, type Person, type Ticket, type TicketEvent } from './ticket.js';

/**
 * What becomes of a ticket when a person is forgotten. Their own goes; while somebody works on it, it stays as it is, for
 * they still wait for the answer, and goes once it is done. In that of somebody else, what they did was done by nobody of a
 * name, and they do not wait for it any more.
 *
 * @returns undefined: it goes. The ticket itself: it does not name them.
 */
export function ticketWithout(ticket: Ticket, person: string): Ticket | undefined {
  if (person === '') return ticket;
  if (ticket.requester.person.id === person) {
    if (!isOpen(ticket)) return undefined;
    return ticket.goesOnceDone === true ? ticket : { ...ticket, goesOnceDone: true, revision: ticket.revision + 1 };
  }
  if (!ticket.history.some((event) => names(event, person))) return ticket;
  const history = ticket.history.map((event) => (names(event, person) ? eventWithout(event, person) : event));
  return { ...ticket, history, revision: ticket.revision + 1 };
}

const nobody: Person = { id: '' };

function names(event: TicketEvent, person: string): boolean {
  const others = event.kind === 'joined' ? [event.follower.person] : event.kind === 'assigned' ? [event.to] : [];
  return [event.by, ...others].some(({ id }) => id === person);
}

/** Events are told by their position, so each stays where it is. */
function eventWithout(event: TicketEvent, person: string): TicketEvent {
  const without = (it: Person): Person => (it.id === person ? nobody : it);
  const by = without(event.by);
  switch (event.kind) {
    case 'joined':
      return event.follower.person.id === person
        ? { ...event, by, follower: { person: nobody, conversation: '' } }
        : { ...event, by };
    case 'assigned':
      return { ...event, by, to: without(event.to) };
    default:
      return { ...event, by };
  }
}
