// What an author says in words: paragraphs and list items, without logs, tables and notes.

import { plainText } from '../compile/index.js';
import type { Block } from '../model.js';

/** Plain text, one a paragraph or list item, in order. */
export function proseIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [plainText(block.text)];
    return block.kind === 'list' ? block.items.flatMap((item) => [plainText(item.text), ...proseIn(item.blocks)]) : [];
  });
}

/** The words of a paragraph that is a heading: bold from end to end. */
export function headingIn(block: Block): string | undefined {
  if (block.kind !== 'text' || !block.text.startsWith('**')) return undefined;
  const words = /^\*\*([^*]+)\*\*:?$/.exec(block.text)?.[1];
  return words === undefined ? undefined : plainText(words).replace(/:$/, '');
}
