import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { longestPauseMs, longestRetryAfterMs, mostTries, pauseAfter } from '../../../adapters/delivery/backoff.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';

const passing = fc.constantFrom('busy', 'unreachable', 'unknown');
const tried = fc.integer({ min: 1, max: 1000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const failure = (reason: HelpdeskError['reason'], retryAfterMs?: number) =>
  new HelpdeskError(reason, 'x', retryAfterMs === undefined ? {} : { retryAfterMs });

test.each<[tried: number, fromS: number, toS: number]>([
  [1, 1, 2],
  [2, 2, 4],
  [3, 4, 8],
  [8, 128, 256],
  [12, 1800, 3600],
  [mostTries - 1, 1800, 3600],
])('after try %i it waits from %i to %i seconds', (tries, fromS, toS) => {
  expect(pauseAfter(tries, failure('unreachable'), 0)).toBe(fromS * 1000);
  expect(pauseAfter(tries, failure('unreachable'), 0.5)).toBe((fromS + toS) * 500);
});

test('the tries of a delivery end after about a day, and when it is sent again there are as many', () => {
  const pauses = Array.from({ length: 2 * mostTries }, (_, at) => pauseAfter(at + 1, failure('busy'), 0.5));
  expect(pauses.flatMap((it, at) => (it === undefined ? [at + 1] : []))).toEqual([mostTries, 2 * mostTries]);
  expect(pauses.slice(mostTries)).toEqual(pauses.slice(0, mostTries));
  const hours = pauses.slice(0, mostTries - 1).reduce((sum: number, it) => sum + (it ?? 0), 0) / 3_600_000;
  expect([hours > 12, hours < 30]).toEqual([true, true]);
});

describe('whatever went wrong, and whatever is drawn', () => {
  test('it waits for a while, and not for ever', () => {
    fc.assert(
      fc.property(tried, passing, random, (tries, reason, drawn) => {
        fc.pre(tries % mostTries !== 0);
        const pause = pauseAfter(tries, failure(reason), drawn) ?? 0;
        expect(pause).toBeGreaterThanOrEqual(1000);
        expect(pause).toBeLessThanOrEqual(longestPauseMs);
      }),
    );
  });

  test('each pause is at least as long as the one before, the same being drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostTries - 2 }), passing, random, (tries, reason, drawn) => {
        const [one = 0, next = 0] = [tries, tries + 1].map((it) => pauseAfter(it, failure(reason), drawn));
        expect(next).toBeGreaterThanOrEqual(one);
      }),
    );
  });

  test('two that failed together come back apart', () => {
    fc.assert(
      fc.property(tried, passing, random, random, (tries, reason, one, other) => {
        fc.pre(tries % mostTries !== 0 && Math.abs(one - other) > 0.001);
        expect(pauseAfter(tries, failure(reason), one)).not.toBe(pauseAfter(tries, failure(reason), other));
      }),
    );
  });

  test('a target that asks for time gets it, up to a day', () => {
    fc.assert(
      fc.property(tried, random, fc.integer({ min: -1000, max: 10 ** 12 }), (tries, drawn, asked) => {
        fc.pre(tries % mostTries !== 0);
        const pause = pauseAfter(tries, failure('busy', asked), drawn) ?? 0;
        expect(pause).toBeGreaterThanOrEqual(Math.min(asked, longestRetryAfterMs));
        expect(pause).toBeLessThanOrEqual(longestRetryAfterMs + longestPauseMs);
      }),
    );
  });

  test.each(['credential', 'rejected'] as const)('%s is not tried again', (reason) => {
    fc.assert(fc.property(tried, random, (tries, drawn) => pauseAfter(tries, failure(reason, 5), drawn) === undefined));
  });
});
