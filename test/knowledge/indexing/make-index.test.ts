import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gathered } from '../../../knowledge/indexing/gathered.js';
import { makeIndex } from '../../../knowledge/indexing/make-index.js';
import { featureAt, type Index, listLength, listStart } from '../../../knowledge/match/search/feature-index.js';
import { zones } from '../../../knowledge/match/zones.js';

const noTitles = {
  starts: new Uint32Array(0),
  words: new Uint32Array(0),
  hashes: new Int32Array(0),
  kinds: new Uint8Array(0),
};

test('each feature has the list of its issues, and what no issue has is not found', () => {
  // Some lie close together, as in one bucket of the directory.
  const hash = fc.oneof(fc.integer(), fc.integer({ min: 0x12340000, max: 0x12340040 }));
  const zone = fc.integer({ min: 0, max: zones - 1 }).map((bit) => 1 << bit);
  const issue = fc.array(fc.record({ hash, zone }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(issue, { minLength: 1, maxLength: 30 }), hash, (issues, stranger) => {
      const index = indexOf(issues);
      const all = new Set([stranger, ...issues.flat().map((one) => one.hash)]);
      for (const one of all) {
        const expected = issues.flatMap((features, at) => {
          const zonesOf = features.reduce((mask, { hash, zone }) => (hash === one ? mask | zone : mask), 0);
          return zonesOf === 0 ? [] : [{ issue: at, zones: zonesOf }];
        });
        expect(listOf(index, one)).toEqual(expected);
      }
    }),
    { numRuns: 50 },
  );
});

test('a feature of too many issues is known, but has no list', () => {
  const index = indexOf(
    Array.from({ length: 60 }, (_, at) => [
      { hash: 7, zone: 1 },
      { hash: 8 + at, zone: 1 },
    ]),
  );

  expect(featureAt(index, 7)).toBe(0);
  expect(listOf(index, 7)).toEqual([]);
  expect(listOf(index, 8)).toEqual([{ issue: 0, zones: 1 }]);
});

function indexOf(issues: readonly (readonly { readonly hash: number; readonly zone: number }[])[]): Index {
  const gathered = new Gathered();
  const lengths = issues.map((features, at) => {
    gathered.begin(at);
    for (const { hash, zone } of features) gathered.add(Int32Array.of(hash), 1, zone);
    return gathered.end();
  });
  return makeIndex(gathered, Uint32Array.from(lengths), noTitles);
}

function listOf(index: Index, hash: number): { issue: number; zones: number }[] {
  const feature = featureAt(index, hash);
  if (feature < 0) return [];
  const start = listStart(index, hash, feature);
  return Array.from({ length: listLength(index, feature) }, (_, at) => ({
    issue: index.postedIssues[start + at] ?? -1,
    zones: index.postedZones[start + at] ?? 0,
  }));
}
