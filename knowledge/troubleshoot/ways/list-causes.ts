// The causes of an issue that an author lists: under headings that count, or as items of a list of which one applies.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { beginsWithCheck } from '../sentences/check-verbs.js';
import { headingIn, proseIn } from '../sentences/prose.js';

export interface PossibleCause {
  /** As the heading counts it: `1`, `b`. Absent in lists and under headings that do not count. */
  readonly number?: string;
  /** The whole heading, plain text; absent in lists. */
  readonly heading?: string;
  /** Plain text: words of the heading or, where it only counts, of what stands below; the list item. */
  readonly title: string;
  /** Plain text of everything said about it. */
  readonly told: string;
}

const counted = /^(?:possible |potential |root )?cause #?(\d{1,2}[a-h]?|[a-h])\b[\s:.–-]*/i;
const oneOfThem =
  /\b(?:one|any|either)(?: or (?:more|both))? of (?:the(?:se)? )?(?:\w+ ){0,3}(?:following|reasons|causes|conditions|scenarios|situations)\b|\bthe following (?:\w+ )?(?:reasons|causes|factors)\b|\b(?:several|various|multiple|different|many|two|three|four|five|possible|potential|common|typical|likely|known) (?:\w+ )?(?:reasons|causes)\b|\bin the following (?:\w+ )?(?:scenarios|situations|cases)\b/i;
const allOfThem = /\b(?:all|both|each) (?:of )?the\b|\ball following\b/i;

// "Cause of scenario 1" says nothing either.
const onlyCounts = /^(?:cause )?(?:of|or|for|in) (?:scenario|issue|problem|error|case|symptom) #?\w{1,2}$/i;

/** @returns At least two, or none. */
export function listCauses(blocks: readonly Block[]): readonly PossibleCause[] {
  const headed = headedCauses(blocks);
  return headed.length > 1 ? headed : listedCauses(blocks);
}

interface Head {
  readonly number: string | undefined;
  readonly heading: string;
  /** What the heading says besides counting; may be empty. */
  readonly said: string;
}

function headedCauses(blocks: readonly Block[]): PossibleCause[] {
  const causes: (Head & { readonly below: Block[] })[] = [];
  for (const block of blocks) {
    const head = headOf(block);
    // Where causes are counted, other headings belong to the cause before them.
    if (head === undefined || (head.number === undefined && causes.at(-1)?.number !== undefined))
      causes.at(-1)?.below.push(block);
    else causes.push({ ...head, below: [] });
  }
  return causes.map(({ number, heading, said, below }) => {
    const told = proseIn(below);
    const title = said === '' || onlyCounts.test(said) ? firstSaid(told) : said;
    return { ...(number === undefined ? {} : { number }), heading, title, told: [said, ...told].join('\n') };
  });
}

// Bold, or a paragraph that begins with "Cause 1:".
function headOf(block: Block): Head | undefined {
  const bold = headingIn(block);
  if (bold === undefined && (block.kind !== 'text' || !/^[*_]*(?:possible |root )?cause/i.test(block.text)))
    return undefined;
  const heading = bold ?? (block.kind === 'text' ? plainText(block.text) : '');
  const [counter = '', number] = counted.exec(heading) ?? [];
  const said = heading.slice(counter.length);
  if (bold === undefined && (number === undefined || (said !== '' && !/[:.–-]\s*$/.test(counter)))) return undefined;
  return { number: number?.toLowerCase(), heading, said };
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

// "If the following conditions are true:" only introduces what is said; how to look says what for.
function firstSaid(told: readonly string[]): string {
  const [first = ''] = told;
  if (beginsWithCheck(first)) return first;
  return told.find((text) => text !== '' && !text.endsWith(':')) ?? first;
}
