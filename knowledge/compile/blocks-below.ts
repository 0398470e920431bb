import type { Block } from '../model.js';
import { headingBlock } from './blocks.js';
import type { Section } from './sections.js';

/** All blocks of a section and the sections below it, their headings as bold lines. */
export function blocksBelow(section: Section): Block[] {
  return [
    ...section.blocks,
    ...section.sections.flatMap((child) => [...headingBlock(child.heading), ...blocksBelow(child)]),
  ];
}
