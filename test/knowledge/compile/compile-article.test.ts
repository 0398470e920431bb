import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { checkReferences } from '../../../knowledge/indexing/index.js';

const folder = join(__dirname, '../../fixtures/articles');
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3));

// `UPDATE=1 npx jest compile-article` writes what is compiled now; read the difference before keeping it.
test.each(fixtures)('%s.md compiles to %s.json', (name) => {
  const compiled = JSON.parse(
    JSON.stringify(compileArticle(`${name}.md`, readFileSync(join(folder, `${name}.md`), 'utf8'))),
  );
  const expected = join(folder, `${name}.json`);
  if (process.env['UPDATE'] !== undefined) writeFileSync(expected, `${JSON.stringify(compiled, null, 2)}\n`);
  expect(compiled).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

describe('any document', () => {
  test.each([
    ['nothing', '', 'no-issue'],
    ['a heading alone', '# Title', 'no-issue'],
    ['front matter alone', '---\ntitle: x\n---', 'no-issue'],
    ['front matter that never ends', '---\ntitle: x\n\ntext', undefined],
    ['a single line', 'Restart the server.', 'no-title'],
  ])('%s', (_, markdown, rule) => {
    const rules = compileArticle('x.md', markdown).problems.map((problem) => problem.rule);
    if (rule === undefined) expect(rules).not.toContain('no-issue');
    else expect(rules).toContain(rule);
  });

  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      '\n',
      '\n\n',
      '# ',
      '## Cause',
      '### Resolution',
      '- ',
      '1. ',
      '    ',
      '> ',
      '```',
      '---',
      '| a | b |',
      '<br>',
      '[!NOTE]',
      '&nbsp;',
      '**',
      '`',
      '[x](#y)',
      '### Follow-up questions',
      '#### Why?',
    ),
  );
  test('compiles without an exception, to issues or to the reason why not', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { article, problems } = compileArticle('any.md', pieces.join(''));
        expect(article.issues.length > 0 || problems.some((problem) => problem.rule === 'no-issue')).toBe(true);
        const ids = article.issues.map((issue) => issue.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

test.each([
  { headings: ['It fails', 'It fails', 'It fails'], ids: ['it-fails', 'it-fails-1', 'it-fails-2'] },
  { headings: ['It fails', 'It fails', 'It fails 1'], ids: ['it-fails', 'it-fails-1', 'it-fails-1-1'] },
  { headings: ['It fails 1', 'It fails', 'It fails'], ids: ['it-fails-1', 'it-fails', 'it-fails-2'] },
])('$headings are told apart', ({ headings, ids }) => {
  const sections = headings.map((heading) => `## ${heading}\n\n### Cause\n\nx\n\n`);
  const { article } = compileArticle('x.md', `# A\n\n${sections.join('')}`);
  expect(article.issues.map(({ id }) => id)).toEqual(ids);
});

test('output quoted before the first issue is that of the first issue', () => {
  const markdown = '# T\n\nSummary.\n\nYou see:\n\n> It broke: 53\n\n## One\n\nDo this.\n\n## Two\n\nDo that.\n';
  const { summary, issues } = compileArticle('x.md', markdown).article;
  expect(summary).toBe('Summary.');
  expect(issues.map(({ title, symptoms }) => [title, symptoms.map((block) => 'text' in block && block.text)])).toEqual([
    ['One', ['You see:', 'It broke: 53', 'Do this.']],
    ['Two', ['Do that.']],
  ]);
});

test.each([
  { says: '[one](#one)', ids: ['one'] },
  { says: '[one](#one) or [the other](#two)', ids: ['one', 'two'] },
  { says: '[one](#one), and [read this](https://example.com/#two)', ids: ['one'] },
])('an answer leads to all variants that it links to: $says', ({ says, ids }) => {
  const markdown = `# A\n\n## Symptoms\n\nx\n\n## Follow-up questions\n\n### Is it so?\n\n- Yes: ${says}\n- No: not this\n\n## Resolution\n\n### One\n\n1. x\n\n### Two\n\n1. y\n`;
  const [check] = compileArticle('x.md', markdown).article.issues[0]?.checks ?? [];
  expect(check).toMatchObject({ answers: [{ leads: { kind: 'resolution', ids } }, { leads: { kind: 'excludes' } }] });
});

describe('what shows an answer', () => {
  const compiled = (yes: string) =>
    compileArticle(
      'x.md',
      `# A\n\n## Symptoms\n\nx\n\n## Follow-up questions\n\n### Is it so?\n\n- Yes: ${yes}\n- No: not this\n`,
    );

  test.each([
    { yes: 'go on. Shown by `a\\s*: \\d+`', text: 'go on.', shown: 'a\\s*: \\d+' },
    { yes: 'go on\n  Shown by `is set`', text: 'go on', shown: 'is set' },
    { yes: '[there](#a). Shown by `x`', text: 'there.', shown: 'x' },
  ])('is for pastes: $yes', ({ yes, text, shown }) => {
    const [check] = compiled(yes).article.issues[0]?.checks ?? [];
    expect(check).toMatchObject({ answers: [{ label: 'Yes', text, shown }, { label: 'No' }] });
  });

  test.each(['it is shown by the console', 'run `x`'])('is not taken from what is told: %s', (yes) => {
    const [check] = compiled(yes).article.issues[0]?.checks ?? [];
    expect(check?.kind === 'choice' && check.answers[0]).toEqual({
      label: 'Yes',
      text: yes,
      leads: { kind: 'confirms' },
    });
  });

  test('must be a pattern', () =>
    expect(compiled('go on. Shown by `(`').problems.map(({ rule }) => rule)).toContain('bad-pattern'));
});

test('answers that lead to an issue of another article are checked when all are together', () => {
  const question = (href: string): string =>
    `# A\n\n## Symptoms\n\nx\n\n## Follow-up questions\n\n### Is it so?\n\n- Yes: [there](${href})\n- No: not this\n`;
  const other = compileArticle('sub/b.md', '# B\n\n## It broke\n\n### Cause\n\nx\n').article;
  const rulesFor = (href: string): string[] =>
    checkReferences([compileArticle('sub/a.md', question(href)).article, other]).map((problem) => problem.rule);
  expect(rulesFor('b.md#it-broke')).toEqual([]);
  expect(rulesFor('b.md#gone')).toEqual(['unknown-link']);
});
