// Laws that bind every article that Pastefix ships with, those written tomorrow included.

import { describe, expect, test } from '@jest/globals';
import type { Diagnosis } from '../../knowledge/index.js';
import { checkReferences } from '../../knowledge/indexing/index.js';
import { articles, compiled, knowledge } from './shipped.js';

const issues = articles.flatMap((article) =>
  article.issues.map((issue) => ({ name: `${article.path}#${issue.id}`, article, issue })),
);

const best = (diagnosis: Diagnosis): string | undefined => {
  const [first] = diagnosis.verdict === 'none' ? [] : diagnosis.candidates;
  return first === undefined ? undefined : `${first.article.path}#${first.issue.id}`;
};

test('they compile without a problem', () => {
  expect([...compiled.flatMap(({ problems }) => problems), ...checkReferences(articles)]).toEqual([]);
});

test.each(articles)('$path names the documents it was written from', ({ sources, url }) => {
  expect(sources.length).toBeGreaterThan(0);
  expect(url).toMatch(/^https?:\/\//);
});

describe.each(issues)('$name', ({ name, issue }) => {
  test('has what it takes to repair something', () => {
    expect(issue.symptoms).not.toEqual([]);
    expect(issue.causes).not.toEqual([]);
    expect(issue.resolutions).not.toEqual([]);
  });
  test('is found by its samples', () => {
    expect(issue.samples.length).toBeGreaterThan(0);
    expect(issue.samples.map((sample) => [sample, best(knowledge.diagnose(sample))])).toEqual(
      issue.samples.map((sample) => [sample, name]),
    );
  });
  test('is not found by its near-misses', () => {
    const wrong = issue.nearMisses.filter((paste) => best(knowledge.diagnose(paste)) === name);
    expect(wrong).toEqual([]);
  });
});
