// Several faults in one paste are reported as several.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Article, Diagnosis, Issue } from '../../knowledge/index.js';
import { articles, knowledge } from './shipped.js';

interface Shown {
  readonly article: Article;
  readonly issue: Issue;
  readonly name: string;
  readonly sample: string;
}

const nameOf = ({ article, issue }: { readonly article: { readonly path: string }; readonly issue: Issue }): string =>
  `${article.path}#${issue.id}`;

/** Samples of faults that are a match by themselves. */
const shown: readonly Shown[] = articles.flatMap((article) =>
  article.issues.flatMap((issue) =>
    issue.kind === 'guide'
      ? []
      : issue.samples
          .filter((sample) => knowledge.diagnose(sample).verdict === 'match')
          .map((sample) => ({ article, issue, name: nameOf({ article, issue }), sample })),
  ),
);

const leadsTo = ({ issue }: Shown, { article }: Shown): boolean =>
  issue.checks.some(
    (check) =>
      check.kind === 'choice' &&
      check.answers.some(({ leads }) => leads.kind === 'issue' && leads.ref.article === article.path),
  );

const faultsIn = (diagnosis: Diagnosis): string[] =>
  diagnosis.candidates.slice(0, diagnosis.verdict === 'match' ? (diagnosis.faults ?? 1) : 0).map(nameOf);

const pairs = shown.flatMap((one) =>
  shown
    .filter((other) => one.article !== other.article && !leadsTo(one, other) && !leadsTo(other, one))
    .map((other) => [one, other] as const),
);

test('two samples of different articles are nearly always two faults, and hardly ever is one of them lost', () => {
  const tried = fc.sample(fc.constantFrom(...pairs), { numRuns: 150, seed: 1 });
  const found = tried.map(([one, other]) => {
    const diagnosis = knowledge.diagnose(`${one.sample}\n${other.sample}`);
    const both = [one.name, other.name];
    const candidates = diagnosis.candidates.map(nameOf);
    return {
      known: both.every((name) => candidates.includes(name)),
      told: both.sort().join() === faultsIn(diagnosis).sort().join(),
    };
  });
  const share = (what: 'known' | 'told'): number => found.filter((one) => one[what]).length / found.length;
  expect(share('known')).toBeGreaterThan(0.97);
  // Lines that two articles quote may be evidence of either.
  expect(share('told')).toBeGreaterThan(0.85);
});

describe('one sample is one fault', () => {
  test.each(shown.map(({ name, sample }) => [name, sample] as const))('%s', (_, sample) => {
    expect(faultsIn(knowledge.diagnose(sample))).toHaveLength(1);
  });
});

const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const expired = '[CCMHTTP] ERROR INFO: StatusCode=401 StatusText=CMGService_Invalid_Token';

test('each fault rests on its own lines, wherever they stand', () => {
  const diagnosis = knowledge.diagnose(`Nothing to see\r\n\r\n${forbidden}\r\nNothing to see\r\n${expired}`);
  expect(diagnosis).toMatchObject({ verdict: 'match', faults: 2 });
  expect(
    diagnosis.candidates
      .slice(0, 2)
      .map(({ evidence: [decisive] }) => [decisive?.line, decisive?.text])
      .sort(),
  ).toEqual([
    [3, forbidden],
    [5, expired],
  ]);
});

test('confidence falls from candidate to candidate all the same', () => {
  const { candidates } = knowledge.diagnose(`${forbidden}\n${expired}`);
  const confidences = candidates.map(({ confidence }) => confidence);
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
});

test('a name that only one issue has does not go under in a line that is quoted with another code', () => {
  const line =
    '[CCMHTTP] ERROR: URL=http://CMG.CONTOSO.COM/ccm_system/request, Port=0, Options=1248, Code=99, Text=<null>';
  const { verdict, candidates } = knowledge.diagnose(`StatusText=CMGConnector_Forbidden\n${line}`);
  expect(verdict).toBe('ambiguous');
  expect(candidates[0]?.article.path).toMatch(/forbidden-iis-binding/);
  expect(candidates[0]?.evidence[0]).toMatchObject({ line: 1, text: 'StatusText=CMGConnector_Forbidden' });
  expect(candidates[1]?.evidence[0]).toMatchObject({ line: 2, text: line });
});
