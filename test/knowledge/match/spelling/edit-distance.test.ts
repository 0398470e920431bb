import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWithin } from '../../../../knowledge/match/spelling/edit-distance.js';

test('what is within a distance is what can be made with so many changes', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 5 }), (one, other, most) => {
      expect(isWithin(one, other, most)).toBe(distance(one, other) <= most);
    }),
    { numRuns: 2000 },
  );
});

test('texts of any length are compared', () => {
  const long = 'ab'.repeat(300);

  expect(isWithin(`c${long}d`, `${long}dd`, 2)).toBe(true);
  expect(isWithin(`c${long}d`, `e${long}fg`, 2)).toBe(false);
});

/** As it is defined: the last characters are the same, or one of them is left out, added or changed. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [shorter, otherShorter] = [one.slice(0, -1), other.slice(0, -1)];
  if (one.at(-1) === other.at(-1)) return distance(shorter, otherShorter);
  return 1 + Math.min(distance(shorter, other), distance(one, otherShorter), distance(shorter, otherShorter));
}
