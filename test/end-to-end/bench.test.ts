import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';

// Compiles the shipped articles and asks five contestants, on a machine that may be busy.
jest.setTimeout(120_000);

const project = join(__dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-bench-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function bench(args: readonly string[], path = process.env['PATH']) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'dist/bench/bench.js'), ...args], {
    cwd: project,
    env: { PATH: path },
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}` };
}

test('the quality of the shipped articles', () => {
  const out = join(folder, 'results.json');
  const { status, text } = bench(['--articles', 'knowledge/articles', '--only', 'quality', '--out', out]);
  expect(text).toMatch(/^\d+ samples, \d+ near misses from the articles themselves$/m);
  expect(text).toMatch(/^samples: hit@1 +1\.000 .*\d\.\d{3}$/m);
  expect(text).toMatch(/^near misses: mistaken +0\.000$/m);
  expect(text).toMatch(/^ +Pastefix .*MiniSearch +Lunr +FlexSearch +Fuse\.js$/m);
  expect(status).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    parts: [
      { part: 'quality', figures: expect.arrayContaining([expect.objectContaining({ what: 'samples: hit@3' })]) },
    ],
  });
});

test('what cannot be measured is said, and the rest is measured', () => {
  const out = join(folder, 'without-grep.json');
  const parts = ['--articles', 'knowledge/articles', '--only', 'start,log', '--log-megabytes', '1', '--out', out];
  const { status, text } = bench(parts, folder);
  expect(text).toMatch(/^first answer +[\d.]+ s/m);
  expect(text).toMatch(/^log\ncould not be measured: /m);
  expect(status).toBe(1);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    parts: [{ part: 'start' }, { part: 'log', failure: expect.any(String) }],
  });
});

test.each([
  { args: ['--help'], status: 0, says: /Parts:\n {2}quality/ },
  { args: ['--only', 'speed'], status: 2, says: /^bench: --only takes quality, time, .*not “speed”/m },
  { args: ['--articles', '/nothing/here'], status: 2, says: /no folder of articles at \/nothing\/here/ },
  { args: ['--articles', '.ci'], status: 2, says: /no Markdown file in \.ci/ },
  { args: ['--articles', '.ci', '--evaluation', '.ci'], status: 2, says: /no Markdown file in \.ci/ },
  { args: ['--out', '/nothing/here/x.json'], status: 2, says: /cannot write .*folder does not exist/ },
  { args: ['--fast'], status: 2, says: /^bench: unknown option '--fast'/m },
])('$args ends with $status', ({ args, status, says }) => {
  const ended = bench(args);
  expect(ended.text).toMatch(says);
  expect(ended.status).toBe(status);
});
