// Ways that are the items of a list: one to be chosen, or one for each situation.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { labelOf } from '../sentences/labels.js';
import { headedParts } from '../sentences/prose.js';
import { situationIn } from '../sentences/situation.js';
import type { Alternative } from './alternative.js';
import { choosesOne, introTo, offersChoice } from './choose-one.js';

type List = Extract<Block, { kind: 'list' }>;

export function listedWays(blocks: readonly Block[]): Alternative[] {
  const at = blocks.findIndex(({ kind }) => kind === 'list');
  const list = blocks[at];
  if (list?.kind !== 'list') return [];
  const after = blocks.slice(at + 1);
  const texts = list.items.map(({ text }) => plainText(text));
  const situations = texts.map(situationIn);
  const variant = !list.ordered && situations.every((it) => it !== undefined);
  const chosen = choosesOne(introTo(blocks, at));
  if (!variant && (!chosen || (list.ordered && !areWays(texts)))) return [];
  const anyWillDo = !variant && offersChoice(introTo(blocks, at));
  const introduced = chosen ? at - 1 : at;
  const told = toldBelow(list, after);
  if (told !== undefined)
    return told.map((it) => ({ ...it, anyWillDo, blocks: [...blocks.slice(0, introduced), ...it.blocks] }));
  // Whose list is it?
  if (after.some(({ kind }) => kind === 'list')) return [];
  return list.items.map((item, position) => ({
    kind: variant ? 'variant' : 'alternative',
    anyWillDo,
    title: situations[position] ?? labelOf(texts[position] ?? '').label,
    blocks: [...blocks.slice(0, introduced), { kind: 'list', ordered: false, items: [item] }, ...after],
  }));
}

// Numbered items may be the steps of the first of the ways, whose heading was lost.
const onScreen =
  /^(?:select|click|open|right-click|type|press|go to|browse|navigate|expand|log|sign|locate|find|close|save|start|stop|run|copy|paste|enter|restart|reboot|launch|make a|back up|have all|on the|in the|from the|at the|under|repeat|then|next|when|after|if|select)\b/i;

function areWays(texts: readonly string[]): boolean {
  return texts.filter((text) => onScreen.test(text)).length * 3 <= texts.length;
}

// The list only names them, and each has a heading of its own below.
function toldBelow({ items }: List, after: readonly Block[]): Alternative[] | undefined {
  const parts = headedParts(after);
  return parts?.length === items.length
    ? parts.map(({ heading, blocks }) => ({ kind: 'alternative', title: heading, blocks }))
    : undefined;
}
