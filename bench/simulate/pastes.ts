// What somebody who has a fault pastes, as its author quotes it: what is quoted as one piece, as one piece. Nobody pastes
// the line `Event Category: None` alone.

import { excerptOfPaste } from '../../bot/text/excerpt-of-paste.js';
import { type Block, type Issue, plainBlocks } from '../../knowledge/index.js';
import { makeRandom, shuffled } from '../random.js';

/**
 * @returns In no order; never empty. Without a log, each line of the symptoms that tells of a failure; without those, all that
 * is told or, where that is nothing, the title.
 */
export function pastesFrom({ symptoms, title }: Issue): string[] {
  const told = plainBlocks(symptoms);
  const ways = [
    logsIn(symptoms).map(excerpt),
    told.split('\n').filter((line) => tellsOfFailure.test(line) && !isMarkup.test(line)),
    [excerpt(told)],
  ];
  const found = ways.map((texts) => texts.map((text) => text.trim()).filter((text) => text.length >= shortest));
  return shuffled(found.find((texts) => texts.length > 0) ?? [title], makeRandom(1));
}

/** Shorter ones are headings and list marks. */
const shortest = 20;

/** Of longer ones people paste what stands around the failure. */
const longest = 1_000;

const tellsOfFailure =
  /error|fail|exception|denied|fatal|refused|unable|cannot|invalid|incorrect|missing|timed out|stops?\b|crash|hang|n['’]t\b|\bnot?\b|0x[0-9a-f]{8}/i;

/** A row of a table, a picture, the words before a list. */
const isMarkup = /^\s*:::|\|.*\||:\s*$/;

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
