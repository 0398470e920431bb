import { expect, test } from '@jest/globals';
import type { Journey } from '../../../bench/simulate/journey.js';
import { type Simulated, simulate } from '../../../bench/simulate/simulate.js';
import { sampledSubjects } from '../../../bench/simulate/subject.js';
import { asWritten, believed, drawn, uniform, type World, worlds } from '../../../bench/simulate/world.js';
import { fakeArticle, knowledgeOf, text } from '../../bot/fake-knowledge.js';
import { articles, knowledge } from '../../knowledge/shipped.js';
import * as tiny from './tiny.js';

const minutes = (cases: readonly Simulated[], of: (it: Simulated) => Journey): number =>
  cases.reduce((sum, it) => sum + of(it).minutes, 0);

test.each(worlds)('the same cases each time: $name', (world) => {
  const once = simulate([tiny.subject], tiny.knowledge, world, 10);
  expect(once).toHaveLength(10);
  expect(simulate([tiny.subject], tiny.knowledge, world, 10)).toEqual(once);
});

test('whatever helps, helps in some case', () => {
  const cases = simulate([tiny.subject], tiny.knowledge, uniform, 60);
  expect(new Set(cases.map(({ truth }) => truth.repairs[0]))).toEqual(
    new Set(['old', 'new', 'very-new', 'put-in', undefined]),
  );
});

test('what is drawn from the knowledge is what the paste was taken from, and something helps', () => {
  const cases = simulate([tiny.subject], tiny.knowledge, drawn, 60);
  expect(new Set(cases.map(({ truth }) => truth.issue?.issue))).toEqual(new Set(['azure-name']));
  expect(new Set(cases.map(({ truth }) => truth.repairs.join(' ')))).toEqual(new Set(['old', 'new', 'very-new']));
});

test('where any of the repairs will do, each helps whoever is helped by one', () => {
  const resolutions = tiny.subject.issue.resolutions.map((it) => ({
    ...it,
    kind: 'alternative' as const,
    blocks: [text('Use one of the following methods.'), ...it.blocks],
  }));
  const issue = { ...tiny.subject.issue, checks: [], resolutions };
  const of = knowledgeOf({ ...fakeArticle, issues: [issue] });
  const helpIn = (world: World) =>
    new Set(simulate([{ ...tiny.subject, issue }], of, world, 60).map(({ truth }) => truth.repairs.join(' ')));
  expect(helpIn(asWritten)).toEqual(new Set(['old new very-new', '']));
  expect(helpIn(drawn)).toEqual(new Set(['old new very-new']));
});

test('a case over the shipped articles costs less than following them, and nobody does better than who knows', () => {
  const cases = simulate(sampledSubjects(articles), knowledge, believed, 4);
  const bot = minutes(cases, (it) => it.bot);
  expect(bot).toBeLessThan(0.9 * minutes(cases, (it) => it.article));
  expect(bot).toBeLessThan(minutes(cases, (it) => it.probability));
  for (const { knowing, article } of cases) expect(article.minutes).toBeGreaterThanOrEqual(knowing.minutes);
});
