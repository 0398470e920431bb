import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kind } from '../../../../knowledge/match/features/kind.js';
import type { Index } from '../../../../knowledge/match/search/feature-index.js';
import type { KnownFeature } from '../../../../knowledge/match/search/known-features.js';
import { Search } from '../../../../knowledge/match/search/search.js';
import { Zone } from '../../../../knowledge/match/zones.js';

const issues = 9_000;
/** The first two are read to their end, the third for those alone that lead by then, the last is sought through in steps. */
const common = [everyNth(2_500, 0, 3), everyNth(2_520, 1, 3), everyNth(2_540, 501, 2), everyNth(4_500, 0, 2)];
/** Enough to lead: where few do, all that are equal behind them do as well. */
const leaders = everyNth(200, 7, 41);
/** What is rare tells so much more that no issue leads without it. */
const weights = { rare: 8, common: [1, 1, 0.5, 1] };

test('the issues found are those that lead when all that is shared is added up', () => {
  const rareLists = fc.array(fc.uniqueArray(fc.nat(issues - 1), { minLength: 1, maxLength: 60 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rareLists, fc.integer({ min: 1, max: 20 }), (some, most) => {
      const rare = [leaders, ...some];
      const lists = [...rare.map((list) => list.toSorted((a, b) => a - b)), ...common];
      const features = lists.map((list, at) =>
        featureOf(at, list.length, lists.slice(0, at).flat().length, weights.common[at - rare.length] ?? weights.rare),
      );
      const sumOf = (issue: number): number =>
        lists.reduce((sum, list, at) => sum + (list.includes(issue) ? (features[at]?.weight ?? 0) : 0), 0);
      const leading = [...new Set(rare.flat())].map((issue) => ({ issue, sum: sumOf(issue) }));
      const [least = 0] = leading
        .map(({ sum }) => sum)
        .sort((a, b) => b - a)
        .slice(most - 1, most);

      const search = new Search(issues);
      const found = [...search.find(indexOf(lists), features, most).issues];

      expect(found).toEqual(expect.arrayContaining(leading.flatMap(({ issue, sum }) => (sum > least ? [issue] : []))));
      expect(found.filter((issue) => sumOf(issue) < least)).toEqual([]);
      // Nothing is left of it for the next search: equal ones are all found.
      expect([...search.find(indexOf(lists), features.slice(rare.length, rare.length + 1), 1).issues]).toEqual(
        common[0],
      );
    }),
    { numRuns: 60 },
  );
});

function everyNth(size: number, start: number, step: number): number[] {
  return Array.from({ length: size }, (_, at) => start + at * step).filter((issue) => issue < issues);
}

function featureOf(hash: number, frequency: number, list: number, weight: number): KnownFeature {
  return { hash, kind: Kind.word, at: 0, start: 0, end: 1, list, frequency, weight };
}

/** All stands in the title, where it counts whole. */
function indexOf(lists: readonly (readonly number[])[]): Index {
  const posted = lists.flat();
  const nothing = new Uint32Array(0);
  return {
    issues,
    buckets: nothing,
    features: new Uint16Array(0),
    postedIssues: Uint16Array.from(posted),
    postedZones: new Uint8Array(posted.length).fill(1 << Zone.title),
    needPosted: () => undefined,
    needFeatures: () => undefined,
    lengths: new Uint32Array(issues),
    titleStarts: new Uint32Array(issues + 1),
    titleWords: nothing,
    titleHashes: new Int32Array(0),
    titleWeights: new Float32Array(0),
  };
}
