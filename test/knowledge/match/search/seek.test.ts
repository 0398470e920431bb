import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seek } from '../../../../knowledge/match/search/seek.js';

const ascending = fc
  .uniqueArray(fc.nat({ max: 200 }), { maxLength: 60 })
  .map((issues) => Uint16Array.from(issues).sort());

test('it finds the first that is at or behind an issue, within the list', () => {
  fc.assert(
    fc.property(ascending, ascending, fc.nat({ max: 200 }), (before, list, issue) => {
      // Lists stand one behind the other.
      const all = Uint16Array.from([...before, ...list, 0, 1, 2]);
      const end = before.length + list.length;
      const found = list.findIndex((one) => one >= issue);
      expect(seek(all, issue, before.length, end)).toBe(found < 0 ? end : before.length + found);
    }),
  );
});

test('issues in their order are found one from the other', () => {
  fc.assert(
    fc.property(ascending, ascending, (list, issues) => {
      let at = 0;
      const found = Array.from(issues, (issue) => {
        at = seek(list, issue, at, list.length);
        return list[at] === issue;
      });
      expect(found).toEqual(Array.from(issues, (issue) => list.includes(issue)));
    }),
  );
});
