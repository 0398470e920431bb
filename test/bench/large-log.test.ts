import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { everydayLines } from '../../bench/everyday-lines.js';
import { writeLargeLog } from '../../bench/large-log.js';
import { makeRandom } from '../../bench/random.js';
import { readPaste } from '../../knowledge/read/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pastefix-large-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hidden = [['first: one', 'first: two'], ['second'], ['third: größer']];

function written(seed: number): { readonly text: string; readonly bytes: number; readonly lines: number } {
  const file = join(folder, 'client.log');
  const sources = everydayLines(join(folder, 'none'));
  const log = writeLargeLog(file, { bytes: 300_000, sources, hidden, random: makeRandom(seed) });
  return { text: readFileSync(file, 'utf8'), ...log };
}

test('the same random numbers make the same log, others another', () => {
  expect(written(1)).toEqual(written(1));
  expect(written(1).text).not.toBe(written(2).text);
});

test('it is as large as was asked for, in records that can be read', () => {
  const { text, bytes, lines } = written(1);
  expect(bytes).toBeGreaterThanOrEqual(300_000);
  expect(Buffer.byteLength(text)).toBe(bytes);
  const entries = readPaste(text);
  expect(entries).toHaveLength(lines);
  expect(new Set(entries.map(({ component }) => component)).size).toBeGreaterThan(4);
  expect(entries.every(({ time, severity }) => time !== undefined && severity !== undefined)).toBe(true);
});

test('what is hidden stands in parts of its own, in order', () => {
  const messages = readPaste(written(1).text).map(({ message }) => message);
  const places = hidden.map((lines) => messages.indexOf(lines[0] ?? '') / messages.length);
  expect(messages).toEqual(expect.arrayContaining(hidden.flat()));
  for (const [at, place] of places.entries()) {
    expect(place).toBeGreaterThan(at / hidden.length - 0.05);
    expect(place).toBeLessThan((at + 1) / hidden.length + 0.05);
  }
});

test('names and identifiers are other ones each time', () => {
  const hosts = written(1).text.match(/\b[A-Z]{3}-[a-z]{6}\.contoso\.com/g) ?? [];
  expect(hosts.length).toBeGreaterThan(50);
  expect(new Set(hosts).size).toBeGreaterThan(hosts.length - 3);
});
