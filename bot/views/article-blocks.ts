// Passages of an article as parts of a view.

import type { Block, Step } from '../../knowledge/index.js';
import type { Part } from '../view.js';
import type { Words } from '../words/en.js';

/** @returns The same in the same order; notes become text that begins with what they are. */
export function partsOf(blocks: readonly Block[], words: Words): Part[] {
  return blocks.flatMap((block) => partsOfBlock(block, words));
}

/**
 * As many whole blocks as fit in so many characters, at least one; of a table or a list that is longer, as many rows or items.
 *
 * @returns `cut`: whether anything was left out.
 */
export function firstBlocks(blocks: readonly Block[], length: number): { blocks: Block[]; cut: boolean } {
  const { first, cut } = firstOf(blocks, length);
  const [only, ...others] = first;
  if (only === undefined || others.length > 0) return { blocks: first, cut };
  const shortened = beginningOf(only, length);
  return { blocks: [shortened], cut: cut || shortened !== only };
}

function beginningOf(block: Block, length: number): Block {
  switch (block.kind) {
    case 'table': {
      const { first, cut } = firstOf(block.rows, length);
      return cut ? { ...block, rows: first } : block;
    }
    case 'list': {
      const { first, cut } = firstOf(block.items, length);
      return cut ? { ...block, items: first } : block;
    }
    default:
      return block;
  }
}

/** At least one. */
function firstOf<Piece>(pieces: readonly Piece[], length: number): { first: Piece[]; cut: boolean } {
  let used = 0;
  const end = pieces.findIndex((piece, at) => {
    used += JSON.stringify(piece).length;
    return at > 0 && used > length;
  });
  return end < 0 ? { first: [...pieces], cut: false } : { first: pieces.slice(0, end), cut: true };
}

function partsOfBlock(block: Block, words: Words): Part[] {
  switch (block.kind) {
    case 'text':
      return block.text.trim() === '' ? [] : [{ kind: 'text', text: block.text }];
    case 'log':
      return [{ kind: 'code', text: block.text, ...(block.file === undefined ? {} : { caption: block.file }) }];
    case 'table':
      return block.rows.length === 0 ? [] : [{ kind: 'table', rows: block.rows }];
    case 'list':
      return listParts(block.items, block.ordered, words);
    case 'note': {
      const [first, ...rest] = partsOf(block.blocks, words);
      const label = `**${words.note[block.tone]}:**`;
      const tone = block.tone === 'warning' || block.tone === 'caution' ? 'warning' : 'quiet';
      if (first?.kind === 'text') return [{ kind: 'text', text: `${label} ${first.text}`, tone }, ...rest];
      return first === undefined ? [] : [{ kind: 'text', text: label, tone }, first, ...rest];
    }
    default:
      return block satisfies never;
  }
}

// Lists below an item join it, line by line; anything else below it stands between two parts of the list.
function listParts(items: readonly Step[], ordered: boolean, words: Words): Part[] {
  const parts: Part[] = [];
  let open: string[] = [];
  let start = 1;
  const close = (next: number): void => {
    if (open.length > 0) parts.push({ kind: 'list', ordered, items: open, ...(start === 1 ? {} : { start }) });
    open = [];
    start = next;
  };
  for (const [position, item] of items.entries()) {
    const within = item.blocks.filter((block) => block.kind === 'list' || block.kind === 'text');
    open.push([item.text, ...within.flatMap(linesOf)].join('\n'));
    const below = item.blocks.filter((block) => block.kind !== 'list' && block.kind !== 'text');
    if (below.length === 0) continue;
    close(position + 2);
    parts.push(...partsOf(below, words));
  }
  close(1);
  return parts;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items.flatMap((item, position) => [
        `${block.ordered ? `${position + 1}.` : '–'} ${item.text}`,
        ...item.blocks.flatMap(linesOf),
      ]);
    case 'log':
      return block.text.split('\n').map((line) => `\`${line.replace(/`/g, "'")}\``);
    case 'note':
      return block.blocks.flatMap(linesOf);
    case 'table':
      return block.rows.map((row) => row.join(' | '));
    default:
      return block satisfies never;
  }
}
