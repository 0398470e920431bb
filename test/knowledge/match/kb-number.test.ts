import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';

const knowledge = createKnowledge(
  ['2983588', '2983589'].map(
    (number) =>
      compileArticle(
        `${number}.md`,
        `# The lamp is dark\n\n_Original KB number:_ &nbsp; ${number}\n\n## Symptoms\n\nIt is dark.\n\n## Resolution\n\n1. Wait.\n`,
      ).article,
  ),
);

test('an article is found by its own number, which the message names', () => {
  const { verdict, candidates } = knowledge.diagnose('Two disks are alike. Search for KB2983589 to resolve the issue.');
  expect([verdict, candidates[0]?.article.path]).toEqual(['match', '2983589.md']);
});
