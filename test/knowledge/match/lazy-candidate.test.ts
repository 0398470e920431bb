import { expect, jest, test } from '@jest/globals';
import { candidateWith } from '../../../knowledge/match/candidate-with.js';
import { lazyCandidate } from '../../../knowledge/match/lazy-candidate.js';
import { knowledge } from '../shipped.js';

const [known] = knowledge.diagnose('CMGConnector_Forbidden').candidates;
if (known === undefined) throw new Error('the pack knows this status text');
const { article, issue, evidence } = known;

const parts = () => ({
  article: jest.fn(() => article),
  issue: jest.fn(() => issue),
  evidence: jest.fn(() => evidence),
});

test('each part is made when it is looked at, and once', () => {
  const made = parts();
  const candidate = lazyCandidate(0.5, made);
  for (const make of Object.values(made)) expect(make).not.toHaveBeenCalled();
  expect([candidate.issue, candidate.issue]).toEqual([issue, issue]);
  expect(made.article).not.toHaveBeenCalled();
  expect(made.issue).toHaveBeenCalledTimes(1);
});

test('it is copied, written down and compared like any other', () => {
  const plain = { article, issue, confidence: 0.5, evidence };
  const candidate = lazyCandidate(0.5, parts());
  expect(candidate).toEqual(plain);
  expect(candidate).not.toEqual({ ...plain, issue: { ...issue, id: 'another' } });
  expect({ ...candidate }).toEqual(plain);
  expect(JSON.parse(JSON.stringify(candidate))).toEqual(JSON.parse(JSON.stringify(plain)));
});

test('one is like another, but for what is changed', () => {
  const made = parts();
  const other = [{ line: 3, text: 'CMGConnector_Forbidden', why: 'it does' }];
  const surer = candidateWith(lazyCandidate(0.5, made), { confidence: 0.9 });
  for (const make of Object.values(made)) expect(make).not.toHaveBeenCalled();
  expect(surer).toEqual({ article, issue, confidence: 0.9, evidence });
  expect(candidateWith(surer, { evidence: other })).toEqual({ article, issue, confidence: 0.9, evidence: other });
});
