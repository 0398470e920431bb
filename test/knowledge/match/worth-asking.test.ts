import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';

const rooms = ['vault', 'attic', 'cellar'];
const knowledge = createKnowledge(
  rooms.map(
    (room) =>
      compileArticle(
        `${room}.md`,
        `# The ${room} is closed\n\n## Symptoms\n\nIt fails.\n\n    Opening the ${room} ended: hinge of the door jammed 0xc00000bb\n\n## Cause\n\nWhy ${room}.\n\n## Resolution\n\n1. Repair the ${room}.\n`,
      ).article,
  ),
);

test('articles side by side are asked about where it is likely one of them', () => {
  const diagnosis = knowledge.diagnose('Lift: the door jammed 0xc00000bb');
  expect(diagnosis).toMatchObject({ verdict: 'ambiguous', question: expect.any(String) });
  expect(diagnosis.candidates.map(({ article }) => article.title)).toEqual(
    rooms.map((room) => `The ${room} is closed`),
  );
});

test('and not where it is likely none', () => {
  const diagnosis = knowledge.diagnose('the motor hums and hinge of the door jammed again');
  expect(diagnosis.verdict).toBe('none');
  expect(diagnosis.candidates).toHaveLength(rooms.length);
});
