import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gathered, issueOf, zonesOf } from '../../../knowledge/indexing/gathered.js';

interface Line {
  readonly hashes: readonly number[];
  readonly zone: number;
}

/** Features by hash, then issue, each with the zones it stands in. */
const gathered = (issues: readonly (readonly Line[])[]): [hash: number, issue: number, zones: number][] => {
  const all = new Gathered();
  for (const [issue, lines] of issues.entries()) {
    all.begin(issue);
    for (const { hashes, zone } of lines) all.add(Int32Array.from(hashes), hashes.length, 1 << zone);
    all.end();
  }
  const rows: [number, number, number][] = [];
  for (const { hashes, stands } of all.sorted())
    for (const [at, hash] of hashes.entries()) rows.push([hash, issueOf(stands[at] ?? 0), zonesOf(stands[at] ?? 0)]);
  expect(rows.length).toBe(all.count);
  return rows;
};

const expected = (issues: readonly (readonly Line[])[]): [number, number, number][] => {
  const rows = issues.flatMap((lines, issue) => {
    const zones = new Map<number, number>();
    for (const { hashes, zone } of lines)
      for (const hash of hashes) zones.set(hash >>> 0, (zones.get(hash >>> 0) ?? 0) | (1 << zone));
    return Array.from(zones, ([hash, some]): [number, number, number] => [hash, issue, some]);
  });
  return rows.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
};

test('what is gathered comes back in order, each feature once an issue', () => {
  const hash = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  const line = fc.record({ hashes: fc.array(hash), zone: fc.integer({ min: 0, max: 7 }) });
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 6 }), (issues) => {
      expect(gathered(issues)).toEqual(expected(issues));
    }),
  );
});

test('also of issues that are books', () => {
  const book = (seed: number): Line => ({
    hashes: Array.from({ length: 300_000 }, (_, at) => Math.imul(at + seed, 0x9e3779b1)),
    zone: seed % 8,
  });
  const issues = [[book(1), book(2)], [book(3)]];
  // As text: to look for the difference of so many takes long even where there is none.
  expect(gathered(issues).join(';') === expected(issues).join(';')).toBe(true);
});
