// A list in which every item says what to look at and to put right: each is a repair of its own, and not all are needed.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { beginsWithCheck } from '../sentences/check-verbs.js';
import { labelOf } from '../sentences/labels.js';
import type { Alternative } from './alternative.js';

export function checkedWays(blocks: readonly Block[]): Alternative[] {
  const lists = blocks.flatMap((block, at) => (block.kind === 'list' ? [{ list: block, at }] : []));
  const [only, ...others] = lists;
  if (only === undefined || others.length > 0) return [];
  const { list, at } = only;
  const texts = list.items.map(({ text }) => plainText(text));
  if (!texts.every(beginsWithCheck)) return [];
  const before = blocks.slice(0, at);
  const after = blocks.slice(at + 1);
  return list.items.map((item, position) => ({
    kind: 'alternative',
    title: labelOf(texts[position] ?? '').label,
    blocks: [...before, { kind: 'list', ordered: false, items: [item] }, ...after],
  }));
}
