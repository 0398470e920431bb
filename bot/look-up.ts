// What a decision needs to know besides the dialog: asked for by the decision, looked up by whoever may ask the store.

import type { DeliveryStatus, Store } from './store.js';
import { type Ticket, ticketStates } from './ticket/ticket.js';

/** Everything that is missing to decide, at once. */
export interface Lookup {
  /** A number for a new ticket. */
  readonly newNumber?: true;
  /** A ticket, and how its deliveries stand. */
  readonly ticket?: number;
  /** Open tickets of the same fault, and the ticket of this very case. */
  readonly sameFault?: SameFault;
  /** Tickets that a person has a part in. */
  readonly ticketsOf?: string;
  /** Tickets that somebody still has to do something about. */
  readonly openTickets?: true;
  /** Conversations that keep cases which a person has a part in. */
  readonly conversationsOf?: string;
}

export interface SameFault {
  readonly fingerprint: string;
  readonly caseId: string;
  /** ISO time: opened then or later. */
  readonly since: string;
}

/** What has been found so far; absent: not looked up. */
export interface Found {
  readonly newNumber?: number;
  readonly tickets?: readonly FoundTicket[];
  readonly sameFault?: {
    readonly of: SameFault;
    /** Newest first, without the ticket of the case. */
    readonly tickets: readonly Ticket[];
    /** The ticket of the case, open or not. */
    readonly own: Ticket | undefined;
  };
  /** Newest first. */
  readonly ticketsOf?: readonly FoundTicket[];
  readonly openTickets?: readonly FoundTicket[];
  readonly conversationsOf?: readonly string[];
}

/** `ticket`: undefined where there is none of that number. */
export interface FoundTicket {
  readonly number: number;
  readonly ticket: Ticket | undefined;
  readonly deliveries: readonly DeliveryStatus[];
}

/** More tickets are not listed. */
const mostListed = 25;

const openStates = ticketStates.filter((state) => state !== 'resolved' && state !== 'closed');

/** @returns What was found before, and what was missing. Rejects when the database is not there. */
export async function lookUp(
  store: Pick<Store, 'takeTicketNumber' | 'readTicket' | 'findTickets' | 'deliveriesOf' | 'conversationsOf'>,
  tenant: string,
  { newNumber, ticket, sameFault, ticketsOf, openTickets, conversationsOf }: Lookup,
  found: Found,
): Promise<Found> {
  const withDeliveries = async (it: Ticket): Promise<FoundTicket> => ({
    number: it.number,
    ticket: it,
    deliveries: await store.deliveriesOf(tenant, it.number),
  });
  const one = async (number: number): Promise<FoundTicket> => {
    const it = await store.readTicket(tenant, number);
    return it === undefined ? { number, ticket: undefined, deliveries: [] } : withDeliveries(it);
  };
  const same = async (of: SameFault): Promise<NonNullable<Found['sameFault']>> => {
    const { fingerprint, caseId, since } = of;
    const [tickets, [own]] = await Promise.all([
      store.findTickets(tenant, { fingerprint, since, states: openStates }),
      store.findTickets(tenant, { caseId, limit: 1 }),
    ]);
    return { of, tickets: tickets.filter((it) => it.caseId !== caseId), own };
  };
  return {
    ...found,
    ...(newNumber === undefined ? {} : { newNumber: await store.takeTicketNumber(tenant) }),
    ...(ticket === undefined ? {} : { tickets: [...(found.tickets ?? []), await one(ticket)] }),
    ...(sameFault === undefined ? {} : { sameFault: await same(sameFault) }),
    ...(ticketsOf === undefined
      ? {}
      : {
          ticketsOf: await Promise.all(
            (await store.findTickets(tenant, { person: ticketsOf, limit: mostListed })).map(withDeliveries),
          ),
        }),
    ...(openTickets === undefined
      ? {}
      : {
          openTickets: await Promise.all(
            (await store.findTickets(tenant, { states: openStates, limit: mostListed })).map(withDeliveries),
          ),
        }),
    ...(conversationsOf === undefined ? {} : { conversationsOf: await store.conversationsOf(tenant, conversationsOf) }),
  };
}

/** A ticket that was looked up, or has just been written. */
export function foundTicket(found: Found | undefined, number: number): FoundTicket | undefined {
  return found?.tickets?.findLast((it) => it.number === number);
}
