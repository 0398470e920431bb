// A text in which some passages are covered, each by one character, so that no rule looks at what is hidden already.

import type { Searched } from './finder.js';

/** From `start` up to `end`, and without it. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

export interface CoveredText extends Searched {
  /** Where a passage of this text, not empty, stands in the source. */
  inSource(passage: Passage): Passage;
}

/** Stands for a covered passage: no letter, digit, blank or mark that a rule knows. */
export const cover = '\ue000';

/** Blanks that do not break, and wide marks: they come with text from documents. No rule need know them; none is longer. */
function plain(text: string): string {
  return /[\u00a0\u202f\uff1a\uff1d]/.test(text)
    ? text
        .replace(/[\u00a0\u202f]/g, ' ')
        .replaceAll('\uff1a', ':')
        .replaceAll('\uff1d', '=')
    : text;
}

/** What stands between two gaps, or in place of one. */
interface Piece extends Passage {
  /** Where it begins in the new text. */
  readonly at: number;
  readonly covered: boolean;
}

/**
 * @param covered In order, not overlapping.
 * @param leftOut Likewise; those goes without a trace, unless they are covered.
 */
export function coverPassages(source: string, covered: readonly Passage[], leftOut: readonly Passage[]): CoveredText {
  if (covered.length === 0 && leftOut.length === 0) {
    const text = plain(source);
    return { text, lower: text.toLowerCase(), inSource: (passage) => passage };
  }
  const gaps = [
    ...covered.map((gap) => ({ ...gap, covered: true })),
    ...leftOut.map((gap) => ({ ...gap, covered: false })),
  ].sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let [at, from] = [0, 0];
  const add = (text: string, piece: Passage & { readonly covered: boolean }): void => {
    if (text === '') return;
    pieces.push({ ...piece, at });
    texts.push(text);
    at += text.length;
  };
  for (const gap of gaps) {
    if (gap.start < from) continue;
    add(source.slice(from, gap.start), { start: from, end: gap.start, covered: false });
    add(gap.covered ? cover : '', gap);
    from = gap.end;
  }
  add(source.slice(from), { start: from, end: source.length, covered: false });

  const pieceAt = (position: number): Piece | undefined => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };
  const text = plain(texts.join(''));
  return {
    text,
    lower: text.toLowerCase(),
    inSource({ start, end }) {
      const [first, last] = [pieceAt(start), pieceAt(end - 1)];
      if (first === undefined || last === undefined) throw new Error('A passage lies within its text');
      return {
        start: first.covered ? first.start : first.start + start - first.at,
        end: last.covered ? last.end : last.start + end - last.at,
      };
    },
  };
}
