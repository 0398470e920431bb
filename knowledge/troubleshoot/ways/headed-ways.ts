// Ways with a heading each: "Method 1: Restart it", bold or at the beginning of a paragraph, and "Step 1: Check whether …"
// where each step looks for another cause.

import { escapeInline, plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { beginsWithCheck } from '../sentences/check-verbs.js';
import { environmentIn } from '../sentences/environment.js';
import { labelOf } from '../sentences/labels.js';
import { headedParts, headingIn } from '../sentences/prose.js';
import type { Alternative } from './alternative.js';
import { choosesOne, introTo, leavesOpenWhich, offersChoice } from './choose-one.js';
import { firstSentence } from './openings.js';

interface Head {
  /** `method`; small letters. */
  readonly word: string;
  /** From 1. */
  readonly number: number;
  /** `Method 1: Restart it`; plain text. */
  readonly title: string;
  /** What its paragraph goes on to say, inline Markdown; empty for a heading. */
  readonly text: string;
}

const counted =
  /^(method|option|solution|resolution|workaround|approach|alternative|scenario|step) ?#?(\d{1,2}|[a-h]|one|two|three|four|five|six)\b/i;

/** @returns None where the parts are work to be done one after the other. */
export function headedWays(blocks: readonly Block[]): Alternative[] {
  const found = countedWays(blocks);
  return found.length > 1 ? found : uncountedWays(blocks);
}

/** "For Windows 8" says for whom it is, "Reset the cache" what to do. */
const environment =
  /^(?:(?:for|in|on|if) .+|(?:microsoft )?(?:windows|sql server|exchange|office|outlook|internet explorer|dynamics|configuration manager|system center|sharepoint|visual studio)\b[\w .,()/-]*)$/i;

// Headings that do not count are ways where they name environments, or where it says that one is to be chosen.
function uncountedWays(blocks: readonly Block[]): Alternative[] {
  const start = blocks.findIndex((block) => headingIn(block) !== undefined);
  const before = start < 0 ? blocks : blocks.slice(0, start);
  const parts = start < 0 ? undefined : headedParts(blocks.slice(start));
  if (parts === undefined || before.some(({ kind }) => kind === 'list')) return [];
  const variant = parts.every(({ heading }) => environment.test(heading) || environmentIn(heading) !== undefined);
  if (!variant && !choosesOne(introTo(blocks, start))) return [];
  const anyWillDo = !variant && offersChoice(introTo(blocks, start));
  return parts.map(({ heading, blocks: below }) => ({
    kind: variant ? 'variant' : 'alternative',
    anyWillDo,
    title: heading,
    blocks: [...before, ...below],
  }));
}

function countedWays(blocks: readonly Block[]): Alternative[] {
  const heads = blocks.map(headOf);
  const [first] = heads.filter((head) => head !== undefined && head.number === 1);
  if (first === undefined) return [];
  const starts = blocks.flatMap((_, at) => (heads[at]?.word === first.word ? [at] : []));
  const counts = starts.map((at) => heads[at]?.number);
  // Counted anew, they are ways to do a part of the work; "Workaround 2 (Windows Server 2008)" may stand there twice.
  if (counts.some((count, at) => count !== counts[at - 1] && count !== (counts[at - 1] ?? 0) + 1)) return [];
  const before = blocks.slice(0, starts[0]);
  // Steps are work to be done in order, with ways to do one of them; but for those that look for one cause each.
  const isSteps = heads.slice(0, starts[0]).some((head) => head?.word === 'step');
  if (isSteps || (first.word === 'step' && !areChecks(starts.map((at) => heads[at]?.title ?? '')))) return [];
  const kind = first.word === 'scenario' ? 'variant' : 'alternative';
  const intro = introTo(blocks, starts[0] ?? 0);
  // Workarounds go round the same fault.
  const around = first.word === 'workaround' && !leavesOpenWhich(intro);
  const anyWillDo = kind === 'alternative' && (around || offersChoice(intro));
  const ways = starts.map((start, at): Alternative => {
    const { title = '', text = '' } = heads[start] ?? {};
    const below = blocks.slice(start + 1, starts[at + 1] ?? blocks.length);
    const own: readonly Block[] = text === '' ? below : [{ kind: 'text', text }, ...below];
    return { kind, anyWillDo, title, blocks: [...before, ...own] };
  });
  return ways.filter(({ blocks: own }) => own.length > before.length);
}

const work =
  /^(?:back up|attach|prepare|collect|capture|obtain|save|download|create|rebuild|delete|establish|uninstall|run the script|enable (?:\w+ )?auditing|verify (?:that )?the (?:problem|issue|error))\b/i;

// Most look for something to be put right, and none is work on which another rests.
function areChecks(titles: readonly string[]): boolean {
  const told = titles.map((title) => title.replace(counted, '').replace(/^[\s:.–-]+/, ''));
  return told.filter(beginsWithCheck).length >= told.length * 0.6 && !told.some((title) => work.test(title));
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six'];

function headOf(block: Block): Head | undefined {
  if (block.kind !== 'text' || !counted.test(block.text.replace(/^[*_]+/, ''))) return undefined;
  const heading = headingIn(block);
  const whole = heading ?? plainText(block.text);
  const [name = '', word = '', count = ''] = counted.exec(whole) ?? [];
  const named = numbers.indexOf(count.toLowerCase()) + 1;
  const number = named || Number(count) || count.toLowerCase().charCodeAt(0) - 96;
  const head = { word: word.toLowerCase(), number };
  if (heading !== undefined) return { ...head, title: heading, text: '' };
  const rest = whole.slice(name.length);
  // "Method 1 is quicker" talks about one.
  if (!/^\s*(?:[:.)–-]|$)/.test(rest) && !/^[*_]/.test(block.text)) return undefined;
  const told = rest.replace(/^[\s:.)–-]+/, '');
  return { ...head, title: titleOf(name, told), text: textAfter(block.text, told) };
}

/** No heading is longer. */
const longestTitle = 120;

function titleOf(name: string, told: string): string {
  if (told === '') return name;
  const sentence = firstSentence(told);
  return `${name}: ${sentence.length > longestTitle ? labelOf(told).label : sentence}`;
}

/** Inline Markdown of the rest of a paragraph where it can be told apart, its plain text otherwise. */
function textAfter(inline: string, told: string): string {
  if (told === '') return '';
  const lead = /^(?:\*\*[^*]+\*\*|\*[^*]+\*|[\w# ]+(?=[:.)–-]))[\s:.)–-]*/.exec(inline)?.[0] ?? '';
  const rest = inline.slice(lead.length);
  return plainText(rest) === told ? rest : escapeInline(told);
}
