// One try at a delivery, and what it comes to.

import type { ClaimedDelivery } from '../../bot/outbox.js';
import { HelpdeskError, type RemoteTicket } from '../../bot/ticket/helpdesk.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { pauseAfter } from './backoff.js';
import type { Carrier } from './carrier.js';

export type Outcome =
  | { readonly kind: 'delivered'; readonly remote: RemoteTicket | undefined }
  /** `pauseMs`: undefined where that was the last try. */
  | { readonly kind: 'failed'; readonly error: HelpdeskError; readonly pauseMs: number | undefined };

/** @param random From 0 up to 1. */
export async function attempt(
  delivery: ClaimedDelivery,
  ticket: Ticket,
  carrier: Carrier,
  random: number,
): Promise<Outcome> {
  try {
    return { kind: 'delivered', remote: await within(carrier.timeoutMs, carrier.carry(delivery, ticket)) };
  } catch (thrown) {
    const error = asHelpdeskError(thrown);
    return { kind: 'failed', error, pauseMs: pauseAfter(delivery.attempts + 1, error, random) };
  }
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new HelpdeskError('unknown', `There was no answer within ${Math.round(timeoutMs / 1000)} s.`)),
      timeoutMs,
      // Nobody waits for the answer at the end of the process.
    ).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What nobody foresaw is tried again; its message may hold anything, and is told to nobody. */
export function asHelpdeskError(thrown: unknown): HelpdeskError {
  if (thrown instanceof HelpdeskError) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return new HelpdeskError('unknown', `Something went wrong in Pastefix itself (${name}).`, { cause: thrown });
}
