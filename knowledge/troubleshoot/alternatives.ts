// Ways to repair it that an author lists within one resolution: "Use one of the following methods:" and a list, or
// paragraphs headed "Method 1", "Method 2". Walked through as steps they would all be done.

import { plainText } from '../inline-form.js';
import type { Block } from '../model.js';
import { labelOf } from './labels.js';
import { headingIn } from './prose.js';

export interface Alternative {
  /** `variant`: the item says for which situation it is. */
  readonly kind: 'alternative' | 'variant';
  /** Plain text. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** More make a list of things to look at, not of ways to choose from. */
const most = 8;

/** @returns At least two, each with what stands before all of them; or none. */
export function alternativesIn(blocks: readonly Block[]): readonly Alternative[] {
  const headed = headedAlternatives(blocks);
  const found = headed.length > 0 ? headed : listedAlternatives(blocks);
  return found.length > 1 && found.length <= most ? found : [];
}

const counted = /^(?:method|option|solution|resolution|workaround|approach|alternative) #?(?:\d{1,2}|[a-h])\b/i;

function headedAlternatives(blocks: readonly Block[]): Alternative[] {
  const starts = blocks.flatMap((block, at) => (counted.test(headingIn(block) ?? '') ? [at] : []));
  const before = blocks.slice(0, starts[0] ?? 0);
  return starts.flatMap((start, at) => {
    const below = blocks.slice(start + 1, starts[at + 1] ?? blocks.length);
    const heading = blocks[start];
    const title = heading === undefined ? undefined : headingIn(heading);
    return title === undefined || below.length === 0
      ? []
      : [{ kind: 'alternative', title, blocks: [...before, ...below] }];
  });
}

// "One of the following conditions" chooses nothing.
const chooseOne =
  /\b(?:(?:one|any|either)(?: one| or more)? of (?:the|these)(?: two| three| four)?(?: following)?(?: \w+)? (?:methods|options|solutions|workarounds|resolutions|procedures|ways|actions|tasks|steps)\b|(?:the|these) following (?:\w+ )?(?:methods|options|workarounds|solutions|resolutions|alternatives|ways)\b|(?:do|try|use|take|perform|complete) (?:one|either|any) of (?:the|these)(?: two)?(?: following)?\s*:)/i;
// "If AD FS is still running, …", "In Windows 10, …": but not "In the **Name** box, …".
const situation =
  /^(?:if (?!this|that|these|those|it|so|not|none|nothing)[^,:]{4,90}|(?:for|in|on) (?:microsoft |windows |sql server |version |dynamics |internet explorer |office |exchange )[^,:]{1,60}(?:, version [\d.]+)?)(?=[,:] )/i;

const oneAfterAnother = /\b(?:in (?:the )?(?:order|sequence)|each of|all of|both of|as follows, in)\b/i;

function listedAlternatives(blocks: readonly Block[]): Alternative[] {
  const [at, ...others] = blocks.flatMap((block, position) => (block.kind === 'list' ? [position] : []));
  const list = at === undefined ? undefined : blocks[at];
  // Numbered items are steps: of the first of the ways, whose heading was lost.
  if (at === undefined || others.length > 0 || list?.kind !== 'list' || list.ordered) return [];
  const intro = blocks[at - 1];
  const words =
    intro?.kind === 'text'
      ? (plainText(intro.text)
          .split(/(?<=[.!?])\s+/)
          .at(-1) ?? '')
      : '';
  const texts = list.items.map(({ text }) => plainText(text));
  const situations = texts.map((text) => situation.exec(text)?.[0]);
  const variant = situations.every((it) => it !== undefined);
  if (!variant && (!chooseOne.test(words) || oneAfterAnother.test(words))) return [];
  const introduced = chooseOne.test(words) ? at - 1 : at;
  return list.items.map((item, position) => ({
    kind: variant ? 'variant' : 'alternative',
    title: situations[position] ?? labelOf(texts[position] ?? '').label,
    blocks: [...blocks.slice(0, introduced), { kind: 'list', ordered: false, items: [item] }, ...blocks.slice(at + 1)],
  }));
}
