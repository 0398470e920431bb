// Snapshot files under a running process.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openSnapshotFile, writeSnapshotFile } from '../../adapters/snapshot-on-disk.js';
import { compileArticle, portionOf } from '../../knowledge/compile/index.js';
import { type Knowledge, openSnapshot, SnapshotError } from '../../knowledge/index.js';
import { SnapshotBuilder } from '../../knowledge/indexing/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pastefix-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true }));

const snapshotOf = (...titles: readonly string[]): Uint8Array => {
  const snapshot = new SnapshotBuilder();
  snapshot.add(portionOf(titles.map((title) => compileArticle(`${title}.md`, `# ${title}\n\nIt fails.\n`).article)));
  return snapshot.finish();
};
const titleIn = (knowledge: Knowledge): string | undefined =>
  knowledge.diagnose('Gateway fails').candidates[0]?.issue.title;

const file = join(folder, 'a.snapshot');
const old = snapshotOf('Gateway', 'Other');
beforeEach(() => writeFileSync(file, old));

test.each(['as-needed', 'at-once'] as const)('a file is read as memory is, %s', (reading) => {
  const [onDisk, inMemory] = [openSnapshot(openSnapshotFile(file, reading)), openSnapshot(old)];
  expect(onDisk.version).toBe(inMemory.version);
  expect(onDisk.diagnose('Gateway fails')).toEqual(inMemory.diagnose('Gateway fails'));
  const bytes = openSnapshotFile(file, reading);
  // Each part may be overwritten by the next.
  const parts = Array.from(bytes.stream(16), (part) => part.slice());
  expect(parts.length).toBeGreaterThan(1);
  expect(Buffer.concat(parts).equals(old.subarray(16))).toBe(true);
  expect(bytes.read(old.length - 2, 8)).toEqual(old.subarray(-2));
});

test('replacing it does not disturb whoever has it open', async () => {
  const before = openSnapshot(openSnapshotFile(file, 'at-once'));
  await writeSnapshotFile(file, [snapshotOf('A quite different article about a gateway')]);
  expect(titleIn(before)).toBe('Gateway');
  expect(titleIn(openSnapshot(openSnapshotFile(file, 'at-once')))).toBe('A quite different article about a gateway');
  expect(readdirSync(folder)).toEqual(['a.snapshot']);
});

test('a link to it stays a link', async () => {
  const link = join(folder, 'link.snapshot');
  symlinkSync(file, link);
  await writeSnapshotFile(link, [snapshotOf('New')]);
  expect(readFileSync(file)).toEqual(Buffer.from(snapshotOf('New')));
  rmSync(link);
});

test.each(['as-needed', 'at-once'] as const)(
  'a snapshot that was cut off in place is told, not misread: %s',
  (reading) => {
    const opened = openSnapshot(openSnapshotFile(file, reading));
    writeFileSync(file, old.subarray(0, 100));
    expect(() => titleIn(opened)).toThrow(SnapshotError);
  },
);

test('what cannot be written leaves nothing behind', async () => {
  const nowhere = join(folder, 'nowhere', 'a.snapshot');
  await expect(writeSnapshotFile(nowhere, [old])).rejects.toMatchObject({ code: 'ENOENT' });
  copyFileSync(file, join(folder, 'b'));
  await expect(writeSnapshotFile(join(folder, 'b', 'c'), [old])).rejects.toMatchObject({ code: 'ENOTDIR' });
  rmSync(join(folder, 'b'));
  expect(readdirSync(folder)).toEqual(['a.snapshot']);
});
