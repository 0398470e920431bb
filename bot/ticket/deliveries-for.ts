// Who must hear of what has happened to a ticket.

import type { Delivery } from '../store.js';
import { waitingFor } from './move-ticket.js';
import { channelFor, type SupportChannel } from './support-channels.js';
import type { Ticket, TicketEvent } from './ticket.js';

/** Where tickets of a tenant go. */
export interface Destinations {
  /** Names of helpdesks. */
  readonly helpdesks: readonly string[];
  /** Those of the helpdesks whose answers do not come back; none unless told. */
  readonly silent?: readonly string[];
  readonly channels: readonly SupportChannel[];
  /** Whether the bot can speak first in a conversation; in all of them unless told. */
  readonly canTell?: (conversation: string) => boolean;
}

export const noDestinations: Destinations = { helpdesks: [], channels: [] };

/** A conversation as the target of a delivery. */
export const conversationTarget = (conversation: string): string => `conversation/${conversation}`;

/**
 * Everybody who must hear of what has happened since a position in the history: helpdesks, the channel that takes care
 * of it, and those who wait for it. Nothing goes back to where it came from; the channel is told of everything, since its
 * card shows how the ticket stands.
 *
 * @param since Position of the first new event.
 */
export function deliveriesFor(ticket: Ticket, since: number, destinations: Destinations): Delivery[] {
  const { tenant, number, history } = ticket;
  return history.slice(since).flatMap((event, offset) =>
    targetsOf(ticket, event, destinations).map((target) => ({
      tenant,
      ticket: number,
      target,
      event: since + offset,
    })),
  );
}

/** Whether anybody but the requester hears of the ticket. */
export function isHeard({ area }: Pick<Ticket, 'area'>, { helpdesks, channels }: Destinations): boolean {
  return helpdesks.length > 0 || channelFor(area, channels) !== undefined;
}

/** Whether what somebody answers is heard here. */
export function isAnswered(
  { area }: Pick<Ticket, 'area'>,
  { helpdesks, silent = [], channels }: Destinations,
): boolean {
  return helpdesks.some((name) => !silent.includes(name)) || channelFor(area, channels) !== undefined;
}

function targetsOf(
  ticket: Ticket,
  event: TicketEvent,
  { helpdesks, channels, canTell = () => true }: Destinations,
): string[] {
  const channel = channelFor(ticket.area, channels);
  return [
    ...helpdesks.filter((name) => name !== event.via),
    ...(channel === undefined ? [] : [conversationTarget(channel.conversation)]),
    ...(isNews(event) ? conversationsToTell(ticket, event).filter(canTell) : []).map(conversationTarget),
  ];
}

/** Each once; whoever did it has seen it in their own, where they have one only. */
function conversationsToTell(ticket: Ticket, { by }: TicketEvent): string[] {
  const all = waitingFor(ticket);
  const own = all.filter(({ person }) => by.id !== '' && person.id === by.id).map(({ conversation }) => conversation);
  const [seen] = own.length === 1 ? own : [];
  return [...new Set(all.map(({ conversation }) => conversation))].filter((it) => it !== seen);
}

/** Whether those who wait for a ticket are told. */
function isNews({ kind }: TicketEvent): boolean {
  switch (kind) {
    case 'assigned':
    case 'asked':
    case 'told':
    case 'resolved':
    case 'reopened':
    case 'closed':
      return true;
    case 'opened':
    case 'joined':
    case 'said':
      return false;
    default:
      return kind satisfies never;
  }
}
