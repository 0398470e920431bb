// What stands on buttons.

import type { ChoiceCheck } from '../case/likelihood.js';
import type { Meaning } from '../meaning.js';
import type { Words } from '../words/en.js';

/** Buttons hold about this many characters; longer labels are cut and need to be shown in full beside them. */
export const longestLabel = 44;

/** As much of a label as a button holds; a word is cut only where it is all there is. */
export function shortened(label: string): string {
  if (label.length <= longestLabel) return label;
  const start = label.slice(0, longestLabel - 1);
  const lastBlank = start.lastIndexOf(' ');
  return `${(lastBlank > longestLabel / 2 ? start.slice(0, lastBlank) : start).trimEnd()}…`;
}

/** In the author's order, but yes always comes before no: a hand that has pressed it often finds it without looking. */
export function answersInOrder({ answers }: ChoiceCheck, words: Words): ChoiceCheck['answers'] {
  const [first, second, ...others] = answers;
  if (first === undefined || second === undefined || others.length > 0) return answers;
  const swapped = polarity(first.label, words).includes('no') && polarity(second.label, words).includes('yes');
  return swapped ? [second, first] : answers;
}

/** "Yes" and "Yes, on cloudapp.net" are both what "y" means, unless two answers begin like that. */
export function polarity(label: string, { vocabulary }: Words): Meaning[] {
  const [first = ''] = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return (['yes', 'no'] as const).filter((meaning) => vocabulary[meaning].includes(first));
}
