import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readOptions } from '../../bench/options.js';
import type { Part } from '../../bench/part.js';

const part = (name: string): Part => ({ name, about: '', measure: async () => ({ figures: [], notes: [] }) });
const parts = ['quality', 'time', 'log'].map(part);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-options-'));
  mkdirSync(join(folder, 'corpus'));
  mkdirSync(join(folder, 'eval'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `@` in a flag is the test's folder. */
const read = (line: string, { nearby = true } = {}) =>
  readOptions(
    line.split(' ').flatMap((arg) => (arg === '' ? [] : [arg.replace('@', folder)])),
    parts,
    { articles: join(folder, nearby ? 'corpus' : 'x'), evaluation: join(folder, nearby ? 'eval' : 'x') },
  );

describe('parts', () => {
  test.each([
    { line: '', chosen: ['quality', 'time', 'log'] },
    { line: '--only time', chosen: ['time'] },
    { line: '--only log,quality', chosen: ['quality', 'log'] },
  ])('$line', ({ line, chosen }) => expect(read(line).parts.map(({ name }) => name)).toEqual(chosen));
});

describe('folders', () => {
  test('those nearby', () => {
    expect(read('')).toMatchObject({ articles: join(folder, 'corpus'), evaluation: join(folder, 'eval') });
  });
  test('none nearby: the articles of Pastefix, and what is in them', () => {
    const { articles, evaluation } = read('', { nearby: false });
    expect(articles).toMatch(/knowledge.articles$/);
    expect(evaluation).toBeUndefined();
  });
  test('sets nearby are about articles nearby', () => {
    expect(read('--articles @').evaluation).toBeUndefined();
    expect(read('--articles @ --evaluation @/eval').evaluation).toBe(join(folder, 'eval'));
  });
});

test.each([
  { line: '--only speed', says: /--only takes quality, time, log; not “speed”/ },
  { line: '--only ,', says: /--only takes/ },
  { line: '--articles @/nothing', says: /no folder of articles at .*nothing/ },
  { line: '--evaluation @/nothing', says: /no folder of evaluation sets at .*nothing/ },
  { line: '--log-megabytes 0', says: /above 0/ },
  { line: '--log-megabytes many', says: /above 0/ },
  { line: '--fast', says: /unknown option '--fast'/ },
  { line: 'quality', says: /too many arguments/ },
])('$line is refused', ({ line, says }) => expect(() => read(line)).toThrow(says));
