// What stands in the place of a repair and is none: "To work around this, use one of the following methods.", with the
// methods under headings of their own, or that there is no repair as yet.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { choosesOne, offersChoice } from './choose-one.js';

/** What a way is before it is made into steps. */
export interface ToldRepair {
  readonly kind: 'only' | 'variant' | 'alternative' | 'workaround';
  readonly id: string;
  readonly title: string;
  readonly choice?: string;
  readonly blocks: readonly Block[];
}

/** @returns Without them; the methods that one of them introduces are what it says of them. */
export function withoutIntroductions<T extends ToldRepair>(told: readonly T[]): readonly T[] {
  const real = told.filter(({ blocks }) => blocks.length > 0);
  const repairs = real.filter(({ blocks }) => !introduces(blocks) && !offersNothing(blocks));
  // Better a few words than nothing.
  if (repairs.length === 0) return told;
  return real
    .filter(({ blocks }) => introduces(blocks))
    .reduce<readonly T[]>((ways, introduction) => asIntroduced(ways, introduction, told), repairs);
}

function asIntroduced<T extends ToldRepair>(
  ways: readonly T[],
  { kind, id, blocks }: T,
  told: readonly T[],
): readonly T[] {
  const own = methodsBelow(id, told);
  const choice = offersChoice(lastSentence(blocks)) ? { choice: id } : {};
  return ways.map((way) =>
    own.has(way.id) ? { ...way, ...choice, kind: kind === 'workaround' ? kind : way.kind } : way,
  );
}

const counted = /^(?:method|option|solution|resolution|workaround|approach|alternative) ?#?(\d{1,2}|[a-h])\b/i;

// Counted anew they belong to another introduction. Those of the workaround, which stands last, are the last ones.
function methodsBelow(id: string, told: readonly ToldRepair[]): ReadonlySet<string> {
  const at = told.findIndex((it) => it.id === id);
  const runs: string[][] = [];
  let before = '';
  for (const [position, { id: own, title, kind }] of told.entries()) {
    const number = counted.exec(title)?.[1]?.toLowerCase().padStart(2, '0');
    if (number === undefined || kind === 'workaround' || (position < at && told[at]?.kind !== 'workaround')) continue;
    if (before === '' || number <= before) runs.push([]);
    runs.at(-1)?.push(own);
    before = number;
  }
  return new Set(told[at]?.kind === 'workaround' ? runs.at(-1) : runs[0]);
}

/** Words only, of which the last announce what is told elsewhere. */
function introduces(blocks: readonly Block[]): boolean {
  const words = lastSentence(blocks);
  return choosesOne(words) && !/:\s*\S/.test(words);
}

function lastSentence(blocks: readonly Block[]): string {
  return sentencesOf(blocks).at(-1) ?? '';
}

const noRepair =
  /^(?:none|n\/a|not applicable)\b|\bno (?:known |current )?(?:resolution|solution|fix|workaround)\b|\bwill (?:address|fix|correct) (?:this|the)\b|\bwill be (?:addressed|fixed|corrected) in\b|\b(?:is|are) (?:working on|researching|investigating|aware of)\b|^did this fix\b/i;

function offersNothing(blocks: readonly Block[]): boolean {
  const [first = ''] = sentencesOf(blocks);
  return /^did this fix\b/i.test(first) || (first !== '' && sentencesOf(blocks).every((text) => noRepair.test(text)));
}

// What a picture shows is emphasised, and stands by itself.
const picture = /^\*(?:[^*\\]|\\.)+\*$/;

/** Empty where something else than paragraphs stands there. */
function sentencesOf(blocks: readonly Block[]): readonly string[] {
  const own = blocks.filter((block) => block.kind !== 'note' && !(block.kind === 'text' && picture.test(block.text)));
  if (own.length > 2 || own.some(({ kind }) => kind !== 'text')) return [];
  return own.flatMap((block) => (block.kind === 'text' ? plainText(block.text).split(/(?<=[.!?:])\s+(?=[A-Z])/) : []));
}
