// Articles compiled in several threads. Threads run compiled code only, so the calls are made by a process of that.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, jest, test } from '@jest/globals';

// A process has to start, on a machine that may be busy.
jest.setTimeout(30_000);

const project = join(__dirname, '../..');
const moduleAt = (path: string): string => JSON.stringify(pathToFileURL(join(project, 'dist', path)).href);
const folder = mkdtempSync(join(tmpdir(), 'pastefix-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'here.md'), '# Here\n\nText.\n');
symlinkSync(join(folder, 'gone'), join(folder, 'gone.md'));

/** What compiling a folder with so many threads gives, or how it fails. */
const script = `
  import { createHash } from 'node:crypto';
  import { compileFolders } from ${moduleAt('adapters/compile-folders.js')};
  import { SnapshotBuilder } from ${moduleAt('knowledge/indexing/index.js')};
  const [folder, ...counts] = process.argv.slice(2);
  for (const threads of counts.map(Number)) {
    let most = 0;
    const progress = (done, total) => (most = Math.max(most, done / total));
    try {
      const snapshot = new SnapshotBuilder();
      const rest = await compileFolders([folder], { threads, progress, take: (portion) => snapshot.add(portion) });
      const bytes = createHash('sha256').update(snapshot.finish()).digest('hex');
      console.log(JSON.stringify({ ...rest, bytes, most }));
    } catch ({ name, code, message }) {
      console.log(JSON.stringify({ name, code, message }));
    }
  }`;

const scriptFile = join(folder, 'compile.mjs');
writeFileSync(scriptFile, script);

function compiled(path: string, counts: readonly number[]): unknown[] {
  const args = [scriptFile, path, ...counts.map(String)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('however many threads there are', () => {
  test('the snapshot, the problems and the progress are the same', () => {
    const [here, ...apart] = compiled(join(project, 'knowledge/articles'), [0, 1, 3]);
    expect(here).toMatchObject({ articleCount: expect.any(Number), problems: [], most: 1 });
    expect(apart).toEqual(Array.from(apart, () => here));
  });

  test('a file that cannot be read is told', () => {
    const told = {
      name: 'KnowledgeFileError',
      code: 'unreadable',
      message: expect.stringMatching(/^cannot read .*gone/),
    };
    expect(compiled(folder, [0, 2])).toEqual([told, told]);
  });
});
