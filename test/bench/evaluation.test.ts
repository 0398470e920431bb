import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readEvaluation, readRows, rowsOfArticles, scoredTogether } from '../../bench/evaluation.js';
import { compileArticle } from '../../knowledge/compile/index.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-evaluation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, ...lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
};

test('sets are the files of rows', () => {
  write('pastes.jsonl', '{"id":1,"text":"a","accept":["x.md"],"kind":"whatever"}', '');
  write('cases.jsonl', '{"id":"1","text":"a","mustMention":{}}');
  write('notes.txt', 'nothing of ours');
  expect(readEvaluation(folder)).toEqual([{ name: 'pastes', rows: [{ id: '1', text: 'a', accept: ['x.md'] }] }]);
});

test('a line that is no row is named', () => {
  const file = write('broken.jsonl', '{"id":"1","text":"a","accept":[]}', '{"id":"2"}');
  expect(() => readRows(file)).toThrow(/broken\.jsonl:2 is not/);
  rmSync(file);
});

test.each([
  { path: 'nowhere', says: /no folder of evaluation sets at .*nowhere/ },
  { path: 'notes.txt', says: /no folder of evaluation sets/ },
])('$path is refused', ({ path, says }) => expect(() => readEvaluation(join(folder, path))).toThrow(says));

test('a folder without sets is refused', () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  expect(() => readEvaluation(empty)).toThrow(/no file in .* holds rows/);
});

test('samples are to be found, near misses are not', () => {
  const markdown = ['# T', '## Symptoms', 'x', '## Cause', 'y', '## Samples', '    one', '## Near-misses', '    two'];
  const { article } = compileArticle('t.md', markdown.join('\n\n'));
  const [issue] = article.issues;
  expect(rowsOfArticles([article])).toEqual([
    { name: 'samples', rows: [{ id: `t.md#${issue?.id}-1`, text: 'one', accept: ['t.md'] }] },
    {
      name: 'near misses',
      rows: [{ id: `t.md#${issue?.id}-1`, text: 'two', accept: [], avoid: { article: 't.md', issue: issue?.id } }],
    },
  ]);
});

test('negatives are scored with whatever has none of its own', () => {
  const row = (...accept: string[]) => ({ id: accept.join(), text: '', accept });
  const avoided = { ...row(), avoid: { article: 'a', issue: 'b' } };
  const sets = [
    { name: 'negatives', rows: [row()] },
    { name: 'pastes', rows: [row('a')] },
    { name: 'posts', rows: [row('b'), row()] },
    { name: 'near misses', rows: [avoided] },
  ];
  expect(scoredTogether(sets)).toEqual([
    { name: 'pastes', rows: [row('a'), row()], with: ['negatives'] },
    { name: 'posts', rows: [row('b'), row()], with: [] },
    { name: 'near misses', rows: [avoided], with: [] },
  ]);
  expect(scoredTogether(sets.slice(0, 1))).toEqual([{ name: 'negatives', rows: [row()], with: [] }]);
});
