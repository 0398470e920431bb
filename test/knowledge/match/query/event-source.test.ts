// An event's number and its source tell a fault together.

import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../../knowledge/compile/index.js';
import { createKnowledge } from '../../../../knowledge/indexing/index.js';

const sources: Readonly<Record<string, string>> = {
  'fuser.md':
    '# The fuser is cold\n\n## Symptoms\n\nEvents of FuserControl in the order in which they are logged: 4711, 4712.\n\n- Event ID 4711 says that the fuser is cold.\n\n## Cause\n\nNo power.\n\n## Resolution\n\n1. Plug it in.\n',
  'tray.md':
    '# The tray is open\n\n## Symptoms\n\nEvent ID 4711 of TrayControl is logged.\n\n## Cause\n\nSomebody left it open.\n\n## Resolution\n\n1. Close it.\n',
  'viewer.md':
    '# Descriptions are missing\n\n## Symptoms\n\nWherever you would look for the text, you find a reference: XML for more details.\n\n## Cause\n\nA file is missing.\n\n## Resolution\n\n1. Copy it.\n',
};
// Among a few articles no number is rare.
const others = Array.from(
  { length: 60 },
  (_, at) =>
    [`other-${at}.md`, `# Room ${at}\n\n## Symptoms\n\nNobody knows the description of room ${at}.\n`] as const,
);
const knowledge = createKnowledge(
  [...Object.entries(sources), ...others].map(([path, markdown]) => compileArticle(path, markdown).article),
);

const record = (source: string): string =>
  `Log Name: System\nSource: ${source}\nDate: 12/11/2024 6:37:43 PM\nEvent ID: 4711\nLevel: Error\nDescription:\nUnable to resolve description, see XML for more details.`;

test.each([
  { source: 'FuserControl', expected: 'fuser.md' },
  { source: 'TrayControl', expected: 'tray.md' },
])('$source', ({ source, expected }) => {
  expect(knowledge.diagnose(record(source)).candidates[0]?.article.path).toBe(expected);
});

test('the same number of another source is not that event', () => {
  expect(knowledge.diagnose(record('Spooler')).candidates[0]?.article.path).toBe('viewer.md');
});
