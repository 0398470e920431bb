import { expect, test } from '@jest/globals';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { plainBlocks } from '../../../knowledge/index.js';
import { rowsOf } from '../../../knowledge/rows/rows-of.js';

function rowsIn(body: string) {
  const [issue] = compileArticle('a.md', `# Export\n\n## Exit codes\n\n${body}\n`).article.issues;
  if (issue === undefined) throw new Error('no issue');
  return rowsOf(issue).map(({ id, title, symptoms, causes, resolutions }) => ({
    id,
    title,
    shows: plainBlocks(symptoms),
    because: plainBlocks(causes),
    repair: resolutions.map(({ blocks }) => plainBlocks(blocks)).join(),
  }));
}

test('with what to do in a column, each row has its own repair', () => {
  const table = `| Exit code | Reason | What to do |\n|---|---|---|
| 17 (\`EXP_E_DISK_FULL\`) | The disk is full. | Delete old exports. |
| 18 | Nobody knows. | |
| | The folder is gone. | Create it. |`;
  expect(rowsIn(`The export ends with one of these:\n\n${table}`)).toEqual([
    {
      id: 'exit-codes*1',
      title: '17 (EXP_E_DISK_FULL)',
      shows: '17 (EXP_E_DISK_FULL)',
      because: 'The disk is full.',
      repair: 'Delete old exports.',
    },
    { id: 'exit-codes*2', title: '18: Nobody knows.', shows: '18\n\nNobody knows.', because: '', repair: '' },
    { id: 'exit-codes*3', title: 'Exit codes', shows: '', because: 'The folder is gone.', repair: 'Create it.' },
  ]);
});

const codes = ['998', '999', '0x8a4f0001', '-12', '1000'];

test.each([
  {
    name: 'a table of codes, whose further information is what to do',
    body: `| Error code | Message | Additional information |\n|---|---|---|\n${codes.map((code) => `| ${code} | It failed. | Retry ${code}. |`).join('\n')}`,
    repair: 'Retry 998.',
  },
  {
    name: 'a table that only says what codes mean',
    body: `| Error code (hex) | Message |\n|---|---|\n${codes.map((code) => `| ${code} | It failed. |`).join('\n')}`,
    repair: '',
  },
  {
    name: 'a list of codes, with what each means below it',
    body: codes.map((code) => `- ${code}\n\n    It failed.`).join('\n'),
    repair: '',
  },
])('$name', ({ body, repair }) => {
  const rows = rowsIn(body);
  expect(rows).toHaveLength(codes.length);
  expect(rows[0]).toMatchObject({ id: 'exit-codes*1', title: '998: It failed.', repair });
});

test('the same code in several lists is told by what the list is about', () => {
  const table = `| Error code | Message |\n|---|---|\n${codes.map((code) => `| ${code} | It failed. |`).join('\n')}`;
  const [issue] = compileArticle('a.md', `# Export\n\n## On tablets\n\n${table}\n`).article.issues;
  expect(issue && rowsOf(issue)[0]?.title).toBe('On tablets: 998');
});

test('a single row is the issue', () => {
  const table = '| Message | Description | Mitigation: |\n|---|---|---|\n| EXP_E_LOCKED | Two exports. | Wait. |';
  expect(rowsIn(`Somebody exports already.\n\n${table}`)).toEqual([
    {
      id: 'exit-codes*1',
      title: 'Exit codes',
      shows: 'Somebody exports already.\n\nEXP_E_LOCKED',
      because: 'Two exports.',
      repair: 'Wait.',
    },
  ]);
});

test.each([
  { name: 'of other things', body: '| Name | Port | Action |\n|---|---|---|\n| Export | 8443 | Allow |' },
  { name: 'without rows', body: 'The codes:\n\n| Exit code | What to do |\n|---|---|' },
  { name: 'of a few codes', body: '| Error code | Message |\n|---|---|\n| 998 | It failed. |' },
  {
    name: 'beside a repair of their own',
    body: '| Error | Log | Workaround |\n|---|---|---|\n| 17 | export.log | None. |\n\n### Resolution\n\n1. Read export.log.',
  },
  { name: 'a list of a few numbers', body: '- 1\n\n    Stop it.\n- 2\n\n    Start it.' },
])('no list of errors: $name', ({ body }) => expect(rowsIn(body)).toEqual([]));
