// What an author says in words: paragraphs and list items, without logs, tables and notes.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';

/** @returns One a paragraph or list item, in order; plain text unless `read` makes something else of inline Markdown. */
export function proseIn(blocks: readonly Block[], read: (inline: string) => string = plainText): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [read(block.text)];
    if (block.kind !== 'list') return [];
    return block.items.flatMap((item) => [read(item.text), ...proseIn(item.blocks, read)]);
  });
}

/** The words of a paragraph that is a heading: bold from end to end. */
export function headingIn(block: Block): string | undefined {
  if (block.kind !== 'text' || !block.text.startsWith('**')) return undefined;
  const words = /^\*\*([^*]+)\*\*:?$/.exec(block.text)?.[1];
  return words === undefined ? undefined : plainText(words).replace(/:$/, '');
}

/** What stands below each heading. @returns Undefined where something stands before the first, or nothing below one. */
export function headedParts(
  blocks: readonly Block[],
): readonly { readonly heading: string; readonly blocks: readonly Block[] }[] | undefined {
  const parts: { readonly heading: string; readonly blocks: Block[] }[] = [];
  for (const block of blocks) {
    const heading = headingIn(block);
    if (heading !== undefined) parts.push({ heading, blocks: [] });
    else if (parts.length === 0) return undefined;
    else parts.at(-1)?.blocks.push(block);
  }
  return parts.length === 0 || parts.some((part) => part.blocks.length === 0) ? undefined : parts;
}
