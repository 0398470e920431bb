import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KnownNames } from '../../../../knowledge/match/spelling/known-names.js';

// Few letters and lengths, so that many are alike.
const name = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '_'), minLength: 3, maxLength: 7 });

test('alike are those of that length that begin or end so, each once; known are those that are there', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { maxLength: 60 }),
      name,
      fc.integer({ min: 1, max: 8 }),
      (names, written, length) => {
        const known = new KnownNames(names);
        const lower = written.toLowerCase();
        const alike = names.flatMap((other, at) => {
          const it = other.toLowerCase();
          const isAlike = it.startsWith(lower.slice(0, 3)) || it.endsWith(lower.slice(-3));
          return it.length === length && isAlike ? [at] : [];
        });
        expect(known.alike(lower, length).toSorted((one, other) => one - other)).toEqual(alike);
        expect(known.has(lower)).toBe(names.some((it) => it.toLowerCase() === lower));
      },
    ),
  );
});
