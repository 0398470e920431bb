import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import type { Article } from '../../../knowledge/index.js';
import { checkReferences, createKnowledge } from '../../../knowledge/indexing/index.js';

const article = (path: string, frontMatter: string): ReturnType<typeof compileArticle> =>
  compileArticle(
    path,
    `---\n${frontMatter}\n---\n\n# A title\n\n## One\n\n### Cause\n\nx\n\n## Two\n\n### Cause\n\ny\n`,
  );
const stagesOf = ({ issues }: Article): (string | undefined)[] => issues.map(({ stage }) => stage);
const route = article('pack/route.md', 'route:\n  stages: [name, certificate]');

describe('a stage', () => {
  test.each([
    { name: 'for every issue', frontMatter: 'stage: name', expected: ['name', 'name'] },
    { name: 'for one of them', frontMatter: 'stage:\n  two: name', expected: [undefined, 'name'] },
    { name: 'for none', frontMatter: 'title: x', expected: [undefined, undefined] },
  ])('$name', ({ frontMatter, expected }) => {
    const { article: compiled, problems } = article('pack/a.md', frontMatter);
    expect(stagesOf(compiled)).toEqual(expected);
    expect([...problems, ...checkReferences([route.article, compiled])].map(({ rule }) => rule)).not.toContainEqual(
      expect.stringMatching(/stage|issue|route/),
    );
  });
});

test.each([
  {
    name: 'a stage of an issue that is not there',
    of: article('pack/a.md', 'title: x\nstage:\n  three: name'),
    expected: 'pack/a.md:4 unknown-issue',
  },
  {
    name: 'a stage that the route does not have',
    of: article('pack/a.md', 'stage: lunch'),
    expected: 'pack/a.md:7 unknown-stage',
  },
  {
    name: 'a stage where no route is known',
    of: article('other/a.md', 'stage: name'),
    expected: 'other/a.md:7 unknown-stage',
  },
  {
    name: 'a route without stages',
    of: article('pack/a.md', 'route:\n  stages: []'),
    expected: 'pack/a.md:2 bad-route',
  },
  {
    name: 'a route with unknown keys',
    of: article('pack/a.md', 'route:\n  steps: [a]'),
    expected: 'pack/a.md:2 bad-route',
  },
  {
    name: 'a log of no machine',
    of: article('pack/a.md', 'route:\n  stages: [a]\n  logs:\n    - {file: A.log, machine: b, path: c}'),
    expected: 'pack/a.md:2 bad-route',
  },
  {
    name: 'a log that shows no stage',
    of: article(
      'pack/a.md',
      'route:\n  stages: [a]\n  machines: [{id: b, name: B}]\n  logs:\n    - {file: A.log, machine: b, path: c, shows: {d: e}}',
    ),
    expected: 'pack/a.md:2 bad-route',
  },
])('$name is a problem', ({ of, expected }) => {
  const problems = [...of.problems, ...checkReferences([route.article, of.article])];
  expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toContain(expected);
});

test('what a route leaves out is empty', () => {
  const { article: compiled } = article(
    'pack/a.md',
    'route:\n  stages: [a]\n  machines: [{id: b, name: B}]\n  logs: [{file: A.log, machine: b, path: c}]',
  );
  expect(compiled.route).toEqual({
    stages: ['a'],
    machines: [{ id: 'b', name: 'B', answers: [], writes: [], fails: [] }],
    logs: [{ file: 'A.log', machine: 'b', path: 'c', components: [], clock: 'local', delay: 0, shows: {} }],
    prefixes: [],
  });
});

test('the nearest route holds, in a snapshot too', () => {
  const nearer = article('pack/deep/route.md', 'route:\n  stages: [elsewhere]');
  const plain = article('a.md', 'title: x');
  const knowledge = createKnowledge([plain, route, nearer].map((one) => one.article));
  const stages = (path: string): readonly string[] | undefined => knowledge.routeOver(path)?.stages;
  expect(stages('pack/a.md')).toEqual(['name', 'certificate']);
  expect(stages('pack/other/a.md')).toEqual(['name', 'certificate']);
  expect(stages('pack/deep/a.md')).toEqual(['elsewhere']);
  expect(stages('package/a.md')).toBeUndefined();
  expect(stages('a.md')).toBeUndefined();
});
