// How a target stands with those who deliver to it: a thousand tickets must not knock at a door that is shut.

import type { Outcome } from './attempt.js';
import { longestRetryAfterMs } from './backoff.js';
import type { Carrier } from './carrier.js';

/** Times in milliseconds since 1970. */
export type Standing =
  | { readonly kind: 'open' }
  /** It asked to be left alone until then. */
  | { readonly kind: 'resting'; readonly until: number }
  /** It refused the credential. Until then it is not asked anything, then by one delivery whether it works now. */
  | { readonly kind: 'refusing'; readonly since: number; readonly until: number; readonly problem: string };

/** @param refusedMs How long a target that refused the credential is not asked. */
export function standingAfter(
  standing: Standing,
  outcome: Outcome,
  { isOnePlace, now, refusedMs }: Pick<Carrier, 'isOnePlace'> & { readonly now: number; readonly refusedMs: number },
): Standing {
  if (outcome.kind === 'delivered') return standing.kind === 'refusing' ? { kind: 'open' } : standing;
  const { error } = outcome;
  if (error.reason === 'credential')
    return { kind: 'refusing', since: now, until: now + refusedMs, problem: error.message };
  const { retryAfterMs } = error.options;
  const asksForRest = isOnePlace && error.reason === 'busy' && retryAfterMs !== undefined;
  if (!asksForRest || standing.kind === 'refusing') return standing;
  // As long as it asks for: how often this one delivery was tried is no matter of the others.
  const until = now + Math.min(longestRetryAfterMs, Math.max(0, retryAfterMs));
  return standing.kind === 'resting' && standing.until > until ? standing : { kind: 'resting', until };
}

/** What may be done now with deliveries that are due. `one`: to find out whether the credential works again. */
export function mayDo(standing: Standing, now: number): 'deliver' | 'deliver-one' | 'wait' | 'give-up' {
  switch (standing.kind) {
    case 'open':
      return 'deliver';
    case 'resting':
      return now < standing.until ? 'wait' : 'deliver';
    case 'refusing':
      return now < standing.until ? 'give-up' : 'deliver-one';
    default:
      return standing satisfies never;
  }
}
