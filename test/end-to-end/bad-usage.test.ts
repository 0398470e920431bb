// Programs besides the terminal: called wrongly, they say what to change in one line and end with status 2.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const project = join(__dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-usage-test-'));
  writeFileSync(join(folder, 'foreign.snapshot'), 'no snapshot at all');
  writeFileSync(join(folder, 'pastes.jsonl'), 'no row\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'dist', program), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run fit', () => {
  test.each([
    { args: [], says: /^fit: missing required argument 'snapshot'$/ },
    { args: ['a.snapshot'], says: /^fit: missing required argument 'folder'$/ },
    { args: ['a', 'b', 'c'], says: /^fit: too many arguments/ },
    { args: ['--fast', 'a', 'b'], says: /^fit: unknown option '--fast'$/ },
    { args: ['a.snapshot', 'nowhere'], says: /^fit: cannot read nowhere\/pastes\.jsonl: there is no such file$/ },
    { args: ['a.snapshot', '.'], says: /^fit: pastes\.jsonl:1 is not / },
  ])('$args', ({ args, says }) => {
    const { status, stdout, stderr } = run('bench/fit.js', args);
    expect(stderr.trimEnd()).toMatch(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test.each([
    { snapshot: 'missing.snapshot', says: /^fit: cannot read missing\.snapshot: there is no such file$/ },
    { snapshot: 'foreign.snapshot', says: /^fit: foreign\.snapshot: / },
  ])('$snapshot', ({ snapshot, says }) => {
    const sets = join(folder, 'sets');
    const row = JSON.stringify({ id: '1', text: 'x', accept: [] });
    mkdirSync(sets, { recursive: true });
    for (const name of ['pastes', 'posts', 'negatives']) writeFileSync(join(sets, `${name}.jsonl`), `${row}\n`);
    const { status, stderr } = run('bench/fit.js', [snapshot, sets]);
    expect(stderr.trimEnd()).toMatch(says);
    expect(status).toBe(2);
  });
});

describe('npm run package', () => {
  test.each([
    { args: ['--nonsense'], env: {}, says: /^package: unknown option '--nonsense'$/ },
    { args: ['x'], env: {}, says: /^package: too many arguments/ },
    { args: [], env: { MicrosoftAppId: 'no id' }, says: /^package: the settings .*\n.*MicrosoftAppId must be/ },
  ])('$args $env', ({ args, env, says }) => {
    const { status, stdout, stderr } = run('manifest/package.js', args, env);
    expect(stderr.trimEnd()).toMatch(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

test.each(['bench/fit.js', 'manifest/package.js'])('%s --help', (program) => {
  const { status, stdout } = run(program, ['--help']);
  expect(stdout).toMatch(/^Usage: npm run /);
  expect(status).toBe(0);
});
