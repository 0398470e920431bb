// Blocks as plain text, for terminals, mails and programs.

import { plainText } from './inline-form.js';
import type { Block, Resolution } from './model.js';

/** @returns Paragraphs apart by a blank line; steps numbered, nested ones indented; empty for no blocks. */
export function plainBlocks(blocks: readonly Block[], indent = ''): string {
  return blocks.map((block) => plainBlock(block, indent)).join('\n\n');
}

/** All ways to repair, each under its title. */
export function plainResolutions(resolutions: readonly Resolution[]): string {
  return resolutions
    .map(({ title, blocks }) => (title === '' ? '' : `${title}\n\n`) + plainBlocks(blocks))
    .join('\n\n');
}

function plainBlock(block: Block, indent: string): string {
  const lines = (text: string): string =>
    text
      .split('\n')
      .map((line) => indent + line)
      .join('\n');
  switch (block.kind) {
    case 'text':
      return lines(plainText(block.text));
    case 'log':
      return lines(block.text);
    case 'list':
      return block.items
        .map((item, at) => {
          const mark = block.ordered ? `${at + 1}. ` : '- ';
          const below = plainBlocks(item.blocks, `${indent}   `);
          return `${indent}${mark}${plainText(item.text)}${below === '' ? '' : `\n${below}`}`;
        })
        .join('\n');
    case 'table':
      return block.rows.map((row) => indent + row.map(plainText).join(' | ')).join('\n');
    case 'note':
      return plainBlocks(block.blocks, indent);
    default:
      return block satisfies never;
  }
}
