import { describe, expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import type { Effort } from '../../../knowledge/index.js';

const article = (body: string): string => `# It fails\n\n## Symptoms\n\nIt does.\n\n## Cause\n\nSo.\n\n${body}`;

const compiled = (body: string): ReturnType<typeof compileArticle> => compileArticle('a.md', article(body));

describe('what an author says of the effort', () => {
  test.each<{ said: string; effort?: Partial<Effort>; unknown?: number }>([
    {
      said: '20 minutes, administrator, interrupts',
      effort: { minutes: 20, who: 'administrator', risk: 'interrupts' },
    },
    {
      said: 'about 2 hours; a specialist for the PKI; cannot be undone.',
      effort: { minutes: 120, who: 'specialist', risk: 'permanent' },
    },
    { said: 'an hour, anyone', effort: { minutes: 60, who: 'anyone' } },
    { said: '1.5 minutes', effort: { minutes: 1.5 } },
    { said: 'no risk', effort: { risk: 'none' } },
    { said: 'interrupts the site\nfor a while, 5 minutes', effort: { minutes: 5, risk: 'interrupts' } },
    { said: '5 minutes, much patience', effort: { minutes: 5 }, unknown: 1 },
    { said: 'hard', unknown: 1 },
    { said: '' },
  ])('$said', ({ said, effort, unknown = 0 }) => {
    const { article, problems } = compiled(`## Resolution\n\nEffort: ${said}\n\n1. Do it.\n`);
    const [resolution] = article.issues[0]?.resolutions ?? [];
    expect(resolution?.effort).toEqual(effort);
    expect(resolution?.blocks.map(({ kind }) => kind)).toEqual(['list']);
    expect(problems.map(({ rule, line }) => [rule, line])).toEqual(Array(unknown).fill(['unknown-effort', 11]));
  });

  test('below Resolution for all variants, below a variant for that one', () => {
    const { article } = compiled(
      '## Resolution\n\nEffort: 5 minutes\n\n### HTTPS\n\n1. Do it.\n\n### Enhanced HTTP\n\nEffort: 9 minutes\n\n1. Do it.\n',
    );
    expect(article.issues[0]?.resolutions.map(({ effort }) => effort)).toEqual([{ minutes: 5 }, { minutes: 9 }]);
  });

  test('below a question, and not among what it says', () => {
    const { article } = compiled(
      '## Follow-up questions\n\n### Is it?\n\nEffort: 4 minutes, specialist\n\nLook.\n\n- Yes: it is.\n- No: not this.\n\n### Which?\n\nEffort: 1 minute\n\nThe value must fit:\n\n- `a` It is a.\n',
    );
    expect(article.issues[0]?.checks.map(({ how, effort }) => ({ how, effort }))).toEqual([
      { how: [{ kind: 'text', text: 'Look.' }], effort: { minutes: 4, who: 'specialist' } },
      { how: [], effort: { minutes: 1 } },
    ]);
  });
});
