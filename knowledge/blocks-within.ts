// Everything that stands in a passage, however deeply nested.

import type { Block } from './model.js';

/** @returns The blocks and those within them, in the order of the text. */
export function blocksWithin(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return [block, ...block.items.flatMap((item) => blocksWithin(item.blocks))];
      case 'note':
        return [block, ...blocksWithin(block.blocks)];
      case 'text':
      case 'log':
      case 'table':
        return [block];
      default:
        return block satisfies never;
    }
  });
}

/** @returns What the block itself says, inline Markdown; nothing for output and for blocks that only hold others. */
export function proseOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'table':
      return block.rows.flat();
    case 'log':
    case 'note':
      return [];
    default:
      return block satisfies never;
  }
}
