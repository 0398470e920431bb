// Something is done to a ticket: what it is then, who hears of it, and what is learnt from it.

import { doubtIds } from '../case/doubts.js';
import type { FoundTicket } from '../look-up.js';
import type { Delivery, DeliveryStatus, OutcomeChange } from '../store.js';
import { type Destinations, deliveriesFor } from './deliveries-for.js';
import { type Deed, moveTicket, type Refusal } from './move-ticket.js';
import { fixOf, type Happened, type Ticket } from './ticket.js';

export type Acted =
  | {
      readonly kind: 'acted';
      /** As it stands now. */
      readonly found: FoundTicket & { readonly ticket: Ticket };
      readonly before: number;
      readonly deliveries: readonly Delivery[];
      readonly outcomes: readonly Omit<OutcomeChange, 'tenant'>[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function actOnTicket(
  ticket: Ticket,
  known: readonly DeliveryStatus[],
  happened: Happened,
  deed: Deed,
  destinations: Destinations,
): Acted {
  const moved = moveTicket(ticket, happened, deed);
  if (moved.kind === 'refused') return moved;
  const deliveries = deliveriesFor(moved.ticket, ticket.history.length, destinations);
  return {
    kind: 'acted',
    found: { number: ticket.number, ticket: moved.ticket, deliveries: withWaiting(known, deliveries) },
    before: ticket.revision,
    deliveries,
    outcomes: outcomesOf(ticket, moved.ticket, happened),
  };
}

/** How deliveries stand once more are waiting; what was given up holds up what comes after it. */
export function withWaiting(
  known: readonly DeliveryStatus[],
  deliveries: readonly Pick<Delivery, 'target'>[],
): readonly DeliveryStatus[] {
  const targets = new Set(deliveries.map(({ target }) => target));
  return [
    ...known.map(
      (it): DeliveryStatus => (targets.has(it.target) && it.state === 'delivered' ? { ...it, state: 'waiting' } : it),
    ),
    ...[...targets]
      .filter((target) => !known.some((it) => it.target === target))
      .map((target): DeliveryStatus => ({ target, state: 'waiting', attempts: 0 })),
  ];
}

/** What fixed it counts, until it turns out that it did not. */
function outcomesOf(before: Ticket, after: Ticket, { kind }: Happened): Omit<OutcomeChange, 'tenant'>[] {
  switch (kind) {
    case 'resolved':
      return whatHelped(after).map((it) => ({ ...it, count: 1 }));
    case 'reopened':
      return whatHelped(before).map((it) => ({ ...it, count: -1 }));
    default:
      return [];
  }
}

/** A known repair or, where an expert was shown those of the likeliest cause and named none, something else than them. */
function whatHelped(ticket: Ticket): Omit<OutcomeChange, 'tenant' | 'count'>[] {
  const fix = fixOf(ticket);
  if (fix?.repair !== undefined) return [{ ...fix.repair, helped: true }];
  const { causes, tried, untried } = ticket.packet;
  const cause = causes.find(({ ruledOut }) => !ruledOut);
  // Of a helpdesk nobody knows whether its experts have seen them.
  if (fix === undefined || fix.via !== undefined || cause === undefined) return [];
  const { article, issue } = cause;
  const isShown = [...tried, ...untried].some((it) => it.article === article && it.issue === issue);
  return isShown ? [{ article, issue, repair: doubtIds.unlisted, helped: true }] : [];
}
