// Tickets in a test that decides without waiting: what the store looks up and keeps, at once.

import { advance } from '../../bot/advance.js';
import type { Incoming } from '../../bot/bot.js';
import type { Dialog } from '../../bot/case/dialog.js';
import type { Found, FoundTicket, Lookup } from '../../bot/look-up.js';
import type { DeliveryStatus } from '../../bot/store.js';
import { withWaiting } from '../../bot/ticket/act-on-ticket.js';
import { waitingFor } from '../../bot/ticket/move-ticket.js';
import { isOpen, type Ticket } from '../../bot/ticket/ticket.js';
import type { Turn } from '../../bot/turn/turn.js';
import type { World } from '../../bot/turn/world.js';

/** What there is, by number. */
export interface Desk {
  readonly tickets: ReadonlyMap<number, Known>;
}

interface Known {
  readonly ticket: Ticket;
  readonly deliveries: readonly DeliveryStatus[];
}

export const newDesk = (...tickets: readonly Ticket[]): Desk => ({
  tickets: new Map(tickets.map((ticket) => [ticket.number, { ticket, deliveries: [] }])),
});

/** A turn with all that it needs, and the desk after it. */
export function decideOn(desk: Desk, dialog: Dialog, incoming: Incoming, world: World): { turn: Turn; desk: Desk } {
  let found: Found = {};
  for (let lookups = 0; lookups < 5; lookups += 1) {
    const turn = advance(dialog, incoming, { ...world, found });
    if (turn.needs === undefined) return { turn, desk: after(desk, turn) };
    found = lookUp(desk, turn.needs, found, incoming.tenant ?? '');
  }
  throw new Error('A decision asks again and again');
}

function after(desk: Desk, { effects }: Turn): Desk {
  if (!effects.some(({ kind }) => kind === 'ticket')) return desk;
  const next = new Map(desk.tickets);
  for (const effect of effects) {
    if (effect.kind !== 'ticket') continue;
    const { ticket, before, deliveries } = effect;
    const known = next.get(ticket.number);
    if (known?.ticket.revision !== before) throw new Error(`Ticket ${ticket.number} was changed by somebody else`);
    next.set(ticket.number, { ticket, deliveries: withWaiting(known?.deliveries ?? [], deliveries) });
  }
  return { tickets: next };
}

function lookUp({ tickets }: Desk, needs: Lookup, found: Found, tenant: string): Found {
  const all = [...tickets.values()].filter(({ ticket }) => ticket.tenant === tenant).reverse();
  const foundAs = (known: Known): FoundTicket => ({ number: known.ticket.number, ...known });
  const { sameFault, ticket, ticketsOf } = needs;
  const one = all.find((it) => it.ticket.number === ticket);
  return {
    ...found,
    ...(needs.newNumber === undefined ? {} : { newNumber: Math.max(0, ...tickets.keys()) + 1 }),
    ...(ticket === undefined
      ? {}
      : {
          tickets: [
            ...(found.tickets ?? []),
            one === undefined ? { number: ticket, ticket: undefined, deliveries: [] } : foundAs(one),
          ],
        }),
    ...(sameFault === undefined
      ? {}
      : {
          sameFault: {
            of: sameFault,
            own: all.find((it) => it.ticket.caseId === sameFault.caseId)?.ticket,
            tickets: all
              .map((it) => it.ticket)
              .filter((it) => it.fingerprint === sameFault.fingerprint && it.caseId !== sameFault.caseId && isOpen(it)),
          },
        }),
    ...(ticketsOf === undefined
      ? {}
      : {
          ticketsOf: all
            .filter((it) => waitingFor(it.ticket).some(({ person }) => person.id === ticketsOf))
            .map(foundAs),
        }),
    ...(needs.openTickets === undefined ? {} : { openTickets: all.filter((it) => isOpen(it.ticket)).map(foundAs) }),
    ...(needs.conversationsOf === undefined ? {} : { conversationsOf: [] }),
  };
}
