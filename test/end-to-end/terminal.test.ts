import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

// A process has to start, on a machine that may be busy.
jest.setTimeout(30_000);

const project = join(__dirname, '../..');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-terminal-'));
  writeFileSync(join(folder, 'forbidden.log'), 'StatusCode=403 StatusText=CMGConnector_Forbidden\r\n');
  writeFileSync(join(folder, 'utf16.log'), '\ufeffStatusCode=403 StatusText=CMGConnector_Forbidden\r\n', 'utf16le');
  writeFileSync(join(folder, 'draft.md'), '# A draft\n\n## Cause\n\nNobody knows.\n');
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'broken'));
  symlinkSync(join(folder, 'gone'), join(folder, 'broken', 'gone.md'));
  // Nine bytes in, the version.
  writeFileSync(join(folder, 'old.snapshot'), `PASTEFIX\u0001${'\0'.repeat(40)}`);
  writeFileSync(join(folder, 'cut.snapshot'), 'PASTEFIX\u0001');
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints to either output; `@` in an argument is the test's folder. */
function run(line: string, { input = '', env = {} as NodeJS.ProcessEnv } = {}) {
  const args = line.split(' ').map((arg) => arg.replace('@', folder));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'dist/adapters/terminal.js'), ...args],
    { cwd: project, input, env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8', timeout: 20_000 },
  );
  return { status, text: `${stdout}${stderr}` };
}

// 0 ok, 1 negative outcome, 2 bad usage.
describe('pastefix', () => {
  test.each([
    { line: '--help', status: 0, says: /Commands:\n.*diagnose/ },
    { line: '--version', status: 0, says: /^\d+\.\d+\.\d+$/m },
    { line: 'diagnose --help', status: 0, says: /Examples:/ },
    { line: 'chat --help', status: 0, says: /--knowledge/ },
    { line: 'fix', status: 2, says: /unknown command 'fix'/ },
    { line: 'diagnose @/forbidden.log', status: 0, says: /IIS binding[\s\S]*SMS Role SSL Certificate/ },
    { line: 'diagnose @/utf16.log', status: 0, says: /IIS binding/ },
    { line: 'diagnose @/forbidden.log --json', status: 0, says: /^\{"id":.*"verdict":"match"/ },
    { line: 'diagnose', input: 'the printer is on fire', status: 1, says: /\S/ },
    { line: 'diagnose --jsonl', input: '{"id":1,"text":"fire"}\n', status: 0, says: /^\{"id":"1","verdict":"none"/ },
    { line: 'diagnose --jsonl', input: '{"id":1}\n', status: 2, says: /line 1 is not \{"id"/ },
    { line: 'diagnose --json --jsonl', status: 2, says: /choose one/ },
    { line: 'tickets --help', status: 0, says: /Commands:\n.*list[\s\S]*send-again/ },
    {
      line: 'tickets',
      env: { PASTEFIX_DATABASE: '/nothing/here' },
      status: 2,
      says: /there is no database at \/nothing\/here/,
    },
    { line: 'diagnose @/nothing.log', status: 2, says: /cannot read .*nothing\.log/ },
    { line: 'diagnose --knowledge @/nothing', input: 'x', status: 2, says: /no folder or snapshot at .*nothing/ },
    { line: 'diagnose --knowledge @/draft.md', input: 'x', status: 2, says: /not a Pastefix snapshot/ },
    { line: 'diagnose --knowledge @/empty', input: 'x', status: 2, says: /no Markdown file in .*empty/ },
    { line: 'diagnose --knowledge @/old.snapshot', input: 'x', status: 2, says: /another version.*compile .* again/ },
    { line: 'diagnose --knowledge @/cut.snapshot', input: 'x', status: 2, says: /damaged or incomplete/ },
    { line: 'diagnose --knowledge @ --knowledge @/old.snapshot', input: 'x', status: 2, says: /stands alone/ },
    { line: 'compile knowledge/articles --out @/a.snapshot', status: 0, says: /a\.snapshot: \d+ articles, \d+ issues/ },
    { line: 'compile knowledge/articles', status: 2, says: /--out/ },
    { line: 'compile @/nothing --out @/b.snapshot', status: 2, says: /no folder/ },
    { line: 'compile @/empty --out @/b.snapshot', status: 2, says: /no Markdown file in .*empty/ },
    { line: 'compile @/broken --out @/b.snapshot', status: 2, says: /cannot read .*gone\.md/ },
    { line: 'compile @/draft.md @/draft.md --out @/b.snapshot', status: 2, says: /would both be draft\.md/ },
    { line: 'compile knowledge/articles --out @/nowhere/b', status: 2, says: /cannot write .*folder does not exist/ },
    { line: 'compile knowledge/articles --out @', status: 2, says: /cannot write .*it is a folder/ },
    { line: 'lint knowledge/articles', status: 0, says: /no problems/ },
    { line: 'lint @/draft.md', status: 1, says: /^draft\.md:\d+ no-\w+: /m },
    { line: 'lint @/empty', status: 2, says: /no Markdown file in .*empty/ },
    {
      line: 'decode 0x80072f8f -2147012721',
      status: 0,
      says: /(?:0x80072f8f[\s\S]*ERROR_WINHTTP_SECURE_FAILURE[\s\S]*){2}/,
    },
    { line: 'decode 0x87d99999', status: 1, says: /no table names it/ },
    { line: 'decode hello', status: 2, says: /not an error code/ },
    { line: 'serve', env: { PORT: '0', PASTEFIX_DATABASE: '/proc/new/x.sqlite' }, status: 2, says: /cannot be opened/ },
    { line: 'serve', env: { PORT: '0', PASTEFIX_KNOWLEDGE: '/no/where' }, status: 2, says: /no folder or snapshot/ },
    { line: 'chat --knowledge @/nothing', status: 2, says: /no folder or snapshot/ },
    { line: 'decode', status: 2, says: /missing required argument/ },
    { line: 'serve', env: { PORT: 'x', MicrosoftAppId: 'y' }, status: 2, says: /PORT must[\s\S]*MicrosoftAppId must/ },
  ])('$line: $status', ({ line, status, says, ...around }) => {
    const ended = run(line, around);
    expect(ended.text).toMatch(says);
    expect(ended.status).toBe(status);
  });

  test('a snapshot answers as its articles do', () => {
    expect(run('compile knowledge/articles --out @/c.snapshot').status).toBe(0);
    const [fromArticles, fromSnapshot] = ['', ' --knowledge @/c.snapshot'].map((option) =>
      run(`diagnose --json @/forbidden.log${option}`),
    );
    expect(fromSnapshot).toEqual(fromArticles);
  });
});
