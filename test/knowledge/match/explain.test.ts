import { expect, test } from '@jest/globals';
import { partsOf } from '../../../knowledge/indexing/create-knowledge.js';
import { queryOf, weighCandidates } from '../../../knowledge/match/candidates.js';
import { decisiveLine, evidenceOf } from '../../../knowledge/match/explain.js';
import { matcherOf } from '../../../knowledge/open-snapshot.js';
import { articles } from '../shipped.js';

const matcher = matcherOf(partsOf(articles));
const samples = articles.flatMap(({ issues }) => issues.flatMap((issue) => issue.samples));

test('the decisive line is the first that a candidate rests on', () => {
  for (const sample of samples) {
    const query = queryOf(matcher, sample);
    const { candidates } = weighCandidates(matcher, query, 10);
    expect(candidates).not.toHaveLength(0);
    for (const { shared } of candidates)
      expect(decisiveLine(query, shared)?.line).toBe(evidenceOf(query, shared)[0]?.line);
  }
});

test('nothing shared, nothing decides', () => {
  const query = queryOf(matcher, 'CMGConnector_Forbidden');
  expect(decisiveLine(query, [])).toBeUndefined();
  expect(evidenceOf(query, [])).toEqual([]);
});
