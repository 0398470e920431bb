import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clocksOf, type Sighting } from '../../../knowledge/cross-log/clocks.js';

const hour = 3_600_000;
const start = Date.UTC(2025, 2, 12, 9);

const seen = (
  machine: string,
  at: number,
  about: { id?: string; address?: string; isUtc?: boolean } = {},
): Sighting => ({
  machine,
  at: start + at,
  isUtc: about.isUtc ?? false,
  ids: new Set(about.id === undefined ? [] : [about.id]),
  address: about.address,
});
const offsets = (sightings: readonly Sighting[]): string[] =>
  clocksOf(['a', 'b', 'c'], sightings).map(({ machine, offsetMs, by }) => `${machine} ${offsetMs / 1000} ${by}`);

describe('the clock of a machine', () => {
  test.each<[name: string, sightings: readonly Sighting[], expected: readonly string[]]>([
    ['nothing is known', [], []],
    ['only one machine tells', [seen('b', 0)], ['b 0 itself']],
    ['nothing is shared', [seen('a', 0, { id: 'x' }), seen('b', 0, { id: 'y' })], ['a 0 itself']],
    ['both are UTC', [seen('a', 0, { isUtc: true }), seen('b', 500, { isUtc: true })], ['a 0 itself', 'b 0 utc']],
    [
      'one id, an hour apart',
      [seen('a', 0, { id: 'x' }), seen('b', -hour + 300, { id: 'x' })],
      ['a 0 itself', 'b 3600 ids'],
    ],
    [
      'a clock that is wrong',
      [0, 1, 2].flatMap((n) => [seen('a', n * 60_000, { id: `${n}` }), seen('b', n * 60_000 + 95_000, { id: `${n}` })]),
      ['a 0 itself', 'b -95 ids'],
    ],
    [
      'one of three ids is logged late',
      [0, 1, 2].flatMap((n) => [
        seen('a', n * 60_000, { id: `${n}` }),
        seen('b', n * 60_000 + (n === 1 ? 600_000 : 0) - hour, { id: `${n}` }),
      ]),
      ['a 0 itself', 'b 3600 ids'],
    ],
    [
      'the same is asked for again and again',
      [0, 47, 130, 200].flatMap((n) => [
        seen('a', n * 1000, { address: '/mp' }),
        seen('b', n * 1000 - 2 * hour + 200, { address: '/mp' }),
      ]),
      ['a 0 itself', 'b 7200 addresses'],
    ],
    [
      'an id that stands everywhere',
      Array.from({ length: 9 }, (_, n) => [
        seen('a', n * n * 60_000, { id: 'x' }),
        seen('b', n * 77_000, { id: 'x' }),
      ]).flat(),
      ['a 0 itself'],
    ],
    [
      'the same is asked for once, at another time',
      [seen('a', 0, { address: '/mp' }), seen('b', 37 * 60_000, { address: '/mp' })],
      ['a 0 itself'],
    ],
    [
      'the same is asked for once, in another time zone',
      [seen('a', 0, { address: '/mp' }), seen('b', 300 + hour / 2, { address: '/mp' })],
      ['a 0 itself', 'b -1800 addresses'],
    ],
    [
      'over a third one',
      [
        seen('a', 0, { id: 'x' }),
        seen('c', -hour, { id: 'x' }),
        seen('c', -hour + 5000, { address: '/mp' }),
        seen('b', -2 * hour + 5000, { address: '/mp' }),
      ],
      ['a 0 itself', 'c 3600 ids', 'b 7200 addresses'],
    ],
    [
      'further apart than time zones are',
      [seen('a', 0, { id: 'x' }), seen('b', 20 * hour, { id: 'x' })],
      ['a 0 itself'],
    ],
  ])('%s', (_, sightings, expected) => expect(offsets(sightings)).toEqual(expected));

  test('is found however far it is off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -11 * 60, max: 11 * 60 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 20 }),
        (minutes, times) => {
          const sightings = times.flatMap((second, n) => [
            seen('a', second * 1000, { id: `${n}` }),
            seen('b', second * 1000 + minutes * 60_000 + 150, { id: `${n}` }),
          ]);
          const [, clock] = clocksOf(['a', 'b'], sightings);
          expect(Math.abs((clock?.offsetMs ?? Number.NaN) + minutes * 60_000)).toBeLessThanOrEqual(2500);
        },
      ),
    );
  });

  test('many requests that are all alike tell nothing of the other', () => {
    const sightings = Array.from({ length: 20_000 }, (_, n) =>
      seen(n % 2 === 0 ? 'a' : 'b', n * 10, { address: '/mp', id: 'x' }),
    );
    expect(clocksOf(['a', 'b'], sightings)).toEqual([{ machine: 'a', by: 'itself', offsetMs: 0 }]);
  });
});
