// Ways told in prose, one paragraph after the other: "Alternatively, …" begins the next.

import { plainText } from '../../inline-form.js';
import type { Block } from '../../model.js';
import { labelOf } from '../sentences/labels.js';
import type { Alternative } from './alternative.js';

const nextWay =
  /^(?:alternatively|as an alternative(?: (?:solution|workaround|method))?),\s|^another (?:possible )?(?:option|solution|workaround|way|alternative) (?:is|would be)\s(?:to\s)?/i;

/** @returns None where there is a list: the other way may be one to do a step. */
export function proseWays(blocks: readonly Block[]): Alternative[] {
  if (blocks.some(({ kind }) => kind === 'list')) return [];
  const starts = blocks.flatMap((block, at) =>
    block.kind === 'text' && nextWay.test(plainText(block.text)) ? [at] : [],
  );
  if (starts.length === 0 || starts[0] === 0) return [];
  return [0, ...starts].map((start, at) => {
    const own = blocks.slice(start, starts[at] ?? blocks.length);
    const [first] = own;
    const told = first?.kind === 'text' ? plainText(first.text).replace(nextWay, '') : '';
    return { kind: 'alternative', anyWillDo: true, title: labelOf(told).label, blocks: own };
  });
}
