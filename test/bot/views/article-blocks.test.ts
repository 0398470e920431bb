import { expect, test } from '@jest/globals';
import { firstBlocks } from '../../../bot/views/article-blocks.js';
import type { Block } from '../../../knowledge/index.js';
import { text } from '../fake-knowledge.js';

const long = 'x'.repeat(100);
const table = (rows: number): Block => ({ kind: 'table', rows: Array.from({ length: rows }, () => [long]) });
const list = (items: number): Block => ({
  kind: 'list',
  ordered: false,
  items: Array.from({ length: items }, () => ({ text: long, blocks: [] })),
});

test.each<{ name: string; blocks: readonly Block[]; expected: ReturnType<typeof firstBlocks> }>([
  { name: 'nothing', blocks: [], expected: { blocks: [], cut: false } },
  { name: 'all that fits', blocks: [text('a'), text('b')], expected: { blocks: [text('a'), text('b')], cut: false } },
  { name: 'whole blocks', blocks: [text('a'), text(long.repeat(4))], expected: { blocks: [text('a')], cut: true } },
  {
    name: 'one block, however long',
    blocks: [text(long.repeat(4))],
    expected: { blocks: [text(long.repeat(4))], cut: false },
  },
  { name: 'rows of a long table', blocks: [table(9)], expected: { blocks: [table(2)], cut: true } },
  {
    name: 'one row, however long',
    blocks: [{ kind: 'table', rows: [[long.repeat(4)], ['a']] }],
    expected: { blocks: [{ kind: 'table', rows: [[long.repeat(4)]] }], cut: true },
  },
  { name: 'items of a long list', blocks: [list(9), text('a')], expected: { blocks: [list(2)], cut: true } },
  { name: 'a short table whole', blocks: [table(2)], expected: { blocks: [table(2)], cut: false } },
])('$name', ({ blocks, expected }) => expect(firstBlocks(blocks, 300)).toEqual(expected));
