// When a delivery that did not get through is tried again, if at all.

import type { HelpdeskError } from '../../bot/ticket/helpdesk.js';

const second = 1000;
const hour = 3600 * second;

/** Doubled after each try, up to the longest. */
const firstPauseMs = 2 * second;
export const longestPauseMs = hour;

/** What a helpdesk may ask for; a longer time is a mistake, or as good as a refusal. */
export const longestRetryAfterMs = 24 * hour;

/** About a day. */
export const mostTries = 34;

/**
 * @param tried Tries so far, the one that failed included. Sent again by hand, a delivery has as many tries once more.
 * @param random From 0 up to 1; keeps deliveries that failed together from coming back together.
 * @returns Milliseconds to wait; undefined: that was the last try.
 */
export function pauseAfter(
  tried: number,
  { reason, options: { retryAfterMs = 0 } }: Pick<HelpdeskError, 'reason' | 'options'>,
  random: number,
): number | undefined {
  switch (reason) {
    case 'credential':
    case 'rejected':
      return undefined;
    case 'busy':
    case 'unreachable':
    case 'unknown': {
      const inThisRound = ((tried - 1) % mostTries) + 1;
      if (inThisRound === mostTries) return undefined;
      const full = Math.min(longestPauseMs, firstPauseMs * 2 ** (inThisRound - 1));
      return Math.min(longestRetryAfterMs, Math.max(0, retryAfterMs)) + (full / 2) * (1 + random);
    }
    default:
      return reason satisfies never;
  }
}
