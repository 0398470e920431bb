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

test('and so is which of two, where one of them is nearly certain', () => {
  const twins = createKnowledge(
    ['red', 'blue'].map(
      (colour) =>
        compileArticle(
          `${colour}.md`,
          `# The ${colour} lamp\n\n## Symptoms\n\n    the filament of this lamp is thin and the socket is worn out\n\n## Resolution\n\n1. Turn the ${colour} one.\n`,
        ).article,
    ),
  );
  const { verdict, candidates } = twins.diagnose(
    'Something else is here too, with words of its own: the filament of this lamp is thin and the socket is worn out',
  );
  expect([verdict, candidates.length]).toEqual(['ambiguous', 2]);
});

test('and not where it is likely none', () => {
  const diagnosis = knowledge.diagnose('the motor hums and hinge of the door jammed again');
  expect(diagnosis.verdict).toBe('none');
  expect(diagnosis.candidates).toHaveLength(rooms.length);
});
