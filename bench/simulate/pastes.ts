// What somebody who has a fault pastes, as its author quotes it: what is quoted as one piece, as one piece. Nobody pastes
// the line `Event Category: None` alone.

import { excerptOfPaste } from '../../bot/text/excerpt-of-paste.js';
import { type Block, type Issue, plainBlocks } from '../../knowledge/index.js';
import { makeRandom, shuffled } from '../random.js';

/** @returns In no order; never empty. Without a log, a line of the symptoms each and, without those, the title. */
export function pastesFrom({ symptoms, title }: Issue): string[] {
  const logs = logsIn(symptoms).map(excerpt);
  const texts = logs.length > 0 ? logs : plainBlocks(symptoms).split('\n');
  const pastes = texts.map((text) => text.trim()).filter((text) => text.length >= shortest);
  return pastes.length === 0 ? [title] : shuffled(pastes, makeRandom(1));
}

/** Shorter ones are headings and list marks. */
const shortest = 20;

/** Of longer ones people paste what stands around the failure. */
const longest = 1_000;

const tellsOfFailure =
  /error|fail|exception|denied|fatal|refused|unable|cannot|can't|could not|couldn't|invalid|timed out|0x[0-9a-f]{8}/i;

function excerpt(log: string): string {
  const line = log.split('\n').findIndex((text) => tellsOfFailure.test(text));
  return excerptOfPaste(log, line + 1, longest);
}

function logsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'log':
        return [block.text];
      case 'list':
        return block.items.flatMap((item) => logsIn(item.blocks));
      case 'note':
        return logsIn(block.blocks);
      case 'text':
      case 'table':
        return [];
      default:
        return block satisfies never;
    }
  });
}
