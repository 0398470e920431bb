// The causes of an issue that an author lists: under headings that count, or as items of a list of which one applies.

import { plainText } from '../inline-form.js';
import type { Block } from '../model.js';
import { headingIn, proseIn } from './prose.js';

export interface PossibleCause {
  /** As the heading counts it: `1`, `b`. Absent in lists and under headings that do not count. */
  readonly number?: string;
  /** Plain text: words of the heading or, where it only counts, of what stands below; the list item. */
  readonly title: string;
  /** Plain text of everything said about it. */
  readonly told: string;
}

const counted = /^(?:possible |potential |root )?cause #?(\d{1,2}|[a-h])\b[\s:.–-]*/i;
const oneOfThem =
  /\b(?:one|any|either)(?: or (?:more|both))? of the(?:se)? (?:\w+ ){0,3}(?:following|reasons|causes|conditions)\b|\bthe following (?:\w+ )?(?:reasons|causes|factors)\b|\b(?:several|various|multiple|different|many|two|three|four|five) (?:\w+ )?(?:reasons|causes)\b/i;
const allOfThem = /\b(?:all|both|each) (?:of )?the\b|\ball following\b/i;

/** @returns At least two, or none. */
export function listCauses(blocks: readonly Block[]): readonly PossibleCause[] {
  const headed = headedCauses(blocks);
  return headed.length > 1 ? headed : listedCauses(blocks);
}

function headedCauses(blocks: readonly Block[]): PossibleCause[] {
  const causes: { readonly number: string | undefined; readonly heading: string; readonly below: Block[] }[] = [];
  for (const block of blocks) {
    const heading = headingIn(block);
    const number = heading === undefined ? undefined : counted.exec(heading)?.[1]?.toLowerCase();
    // Where causes are counted, other headings belong to the cause before them.
    if (heading === undefined || (number === undefined && causes.at(-1)?.number !== undefined))
      causes.at(-1)?.below.push(block);
    else causes.push({ number, heading: heading.replace(counted, ''), below: [] });
  }
  return causes.map(({ number, heading, below }) => {
    const told = proseIn(below);
    const title = heading === '' ? firstSaid(told) : heading;
    return { ...(number === undefined ? {} : { number }), title, told: [heading, ...told].join('\n') };
  });
}

function listedCauses(blocks: readonly Block[]): PossibleCause[] {
  const lists = blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const intro = before?.kind === 'text' ? plainText(before.text) : '';
    return block.kind === 'list' && oneOfThem.test(intro) && !allOfThem.test(intro) ? [block] : [];
  });
  const [list, ...others] = lists;
  if (list === undefined || others.length > 0 || list.items.length < 2) return [];
  return list.items.map((item) => {
    const told = [plainText(item.text), ...proseIn(item.blocks)];
    const number = counted.exec(told[0] ?? '')?.[1]?.toLowerCase();
    const title = firstSaid(told.map((text) => text.replace(counted, '')));
    return { ...(number === undefined ? {} : { number }), title, told: told.join('\n') };
  });
}

// "If the following conditions are true:" only introduces what is said.
function firstSaid(told: readonly string[]): string {
  return told.find((text) => text !== '' && !text.endsWith(':')) ?? told[0] ?? '';
}
