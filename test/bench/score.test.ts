import { describe, expect, test } from '@jest/globals';
import { type Answer, calibrationError, calibrationErrorByChance, type Row, rankOf, score } from '../../bench/score.js';

const row = (accept: string[], avoid?: Row['avoid']): Row => ({
  id: '1',
  text: '',
  accept,
  ...(avoid === undefined ? {} : { avoid }),
});
const answer = (verdict: Answer['verdict'], ...matches: [article: string, confidence: number, issue?: string][]) => ({
  verdict,
  matches: matches.map(([article, confidence, issue]) => ({ article, confidence, issue })),
});

test.each([
  { name: 'the first', accept: ['a.md'], found: ['a.md', 'b.md'], rank: 0 },
  { name: 'any of the right ones', accept: ['x.md', 'b.md'], found: ['a.md', 'b.md'], rank: 1 },
  { name: 'an article counts once, however many issues', accept: ['b.md'], found: ['a.md', 'a.md', 'b.md'], rank: 1 },
  { name: 'however the path begins', accept: ['./a.md'], found: ['/a.md'], rank: 0 },
  { name: 'not found', accept: ['c.md'], found: ['a.md'], rank: Number.POSITIVE_INFINITY },
  { name: 'nothing found', accept: ['c.md'], found: [], rank: Number.POSITIVE_INFINITY },
  { name: 'nothing is right', accept: [], found: ['a.md'], rank: Number.POSITIVE_INFINITY },
])('rank: $name', ({ accept, found, rank }) => {
  const matches = found.map((article) => ({ article, confidence: 1 }));
  expect(rankOf({ row: row(accept), answer: { matches } })).toBe(rank);
});

describe('a set', () => {
  const figures = score([
    { row: row(['a.md']), answer: answer('match', ['a.md', 0.96], ['b.md', 0.3]) },
    { row: row(['a.md']), answer: answer('match', ['b.md', 0.84], ['a.md', 0.4]) },
    { row: row(['a.md', 'c.md']), answer: answer('ambiguous', ['b.md', 0.52], ['b.md', 0.5], ['c.md', 0.5]) },
    { row: row(['a.md']), answer: answer('none', ['d.md', 0.1], ['c.md', 0.1], ['b.md', 0.1], ['a.md', 0.1]) },
    { row: row(['a.md']), answer: answer('none') },
    { row: row([]), answer: answer('match', ['a.md', 0.88]) },
    { row: row([]), answer: answer('ambiguous', ['a.md', 0.55]) },
    { row: row([]), answer: answer('none', ['a.md', 0.05]) },
    { row: row([]), answer: answer('none') },
    { row: row([], { article: 'a.md', issue: 'one' }), answer: answer('match', ['a.md', 0.9, 'one']) },
    { row: row([], { article: 'a.md', issue: 'one' }), answer: answer('match', ['a.md', 0.9, 'two']) },
    { row: row([], { article: 'a.md', issue: 'one' }), answer: answer('none', ['a.md', 0.2, 'one']) },
  ]);

  test.each([
    { figure: 'hit1', is: 1 / 5 },
    { figure: 'hit3', is: 3 / 5 },
    { figure: 'answered', is: 3 / 5 },
    { figure: 'matched', is: 2 / 5 },
    { figure: 'precision', is: 1 / 3 },
    { figure: 'falseAnswers', is: 2 / 4 },
    { figure: 'falseMatches', is: 1 / 4 },
    { figure: 'mistaken', is: 1 / 3 },
    // Bins: 0.05 of none; 0.1 of none; 0.52 and 0.55 of none; 0.84 and 0.88 of none; 0.96 of one.
    { figure: 'ece', is: (0.05 + 0.1 + 1.07 + 1.72 + 0.04) / 7 },
  ] as const)('$figure', ({ figure, is }) => expect(figures[figure]).toBeCloseTo(is, 10));

  test('shares of nothing are no number', () => expect(Object.values(score([])).every(Number.isNaN)).toBe(true));
});

test.each([
  { name: 'as sure as right', rows: [0.5, 0.5], right: [true, false], error: 0 },
  { name: 'too sure', rows: [0.9, 0.9], right: [true, false], error: 0.4 },
  { name: 'bins do not make up for each other', rows: [0.95, 0.15], right: [false, true], error: 0.9 },
  { name: 'certainty is in the last bin', rows: [1, 0.92], right: [true, true], error: 0.04 },
])('calibration: $name', ({ rows, right, error }) => {
  const pairs = rows.map((confidence, at) => ({ confidence, right: right[at] ?? false }));
  expect(calibrationError(pairs)).toBeCloseTo(error, 10);
});

describe('the calibration error by chance', () => {
  const rows = (count: number, confidence: number): number[] => Array.from({ length: count }, () => confidence);

  test('is none where nothing is left to chance', () => {
    expect(calibrationErrorByChance([...rows(5, 1), ...rows(5, 0)])).toBe(0);
  });

  test('of one bin is how far a share of so many strays: the mean deviation of a binomial', () => {
    // sqrt(2 / pi) of the standard deviation.
    expect(calibrationErrorByChance(rows(100, 0.5))).toBeCloseTo(0.05 * Math.sqrt(2 / Math.PI), 2);
  });

  test('falls as rows are added', () => {
    expect(calibrationErrorByChance(rows(400, 0.7))).toBeLessThan(calibrationErrorByChance(rows(40, 0.7)));
  });
});
