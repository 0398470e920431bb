// What stands behind an HTTP status says what is wrong, in text and in a log of requests.

import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../knowledge/indexing/index.js';

const article = (status: string, reason: string): string =>
  `# HTTP Error ${status} - Forbidden when you open a page\n\n## Symptoms\n\nThe page says:\n\n    HTTP Error ${status} - Forbidden\n\n## Cause\n\n${reason}\n\n## Resolution\n\n1. Change it.\n`;

const knowledge = createKnowledge(
  [
    ['encryption.md', article('403.4', 'The page wants encryption.')] as const,
    ['listing.md', article('403.14', 'There is no page to show.')] as const,
    ['untrusted.md', article('403.16', 'Nobody vouches for the client.')] as const,
  ].map(([path, markdown]) => compileArticle(path, markdown).article),
);

test.each([
  { paste: 'HTTP Error 403.16 - Forbidden', expected: 'untrusted.md' },
  { paste: 'since today we get HTTP Error 403.14 for that site', expected: 'listing.md' },
  {
    paste: '2024-05-01 10:00:01 10.0.0.4 GET /site/ - 443 - 10.0.0.9 Agent - 403 16 2148204809 31',
    expected: 'untrusted.md',
  },
])('$paste', ({ paste, expected }) => {
  const [first] = knowledge.diagnose(paste).candidates;
  expect(first?.article.path).toBe(expected);
  expect(first?.evidence[0]?.why).toMatch(/“403\.1[46]”|this request status/);
});
