// Line breaks that a terminal put in because the line was full, as far as anybody can tell afterwards.

import type { Passage } from './covered.js';
import { labels } from './kind.js';

/** No window is narrower. */
const narrowest = 60;
/** Windows that are as wide as this are common enough to know them by one line. */
const commonWidths = new Set([64, 72, 79, 80, 90, 100, 118, 119, 120, 132, 140, 150, 160, 180, 200, 240]);

/** How a line of its own begins: a time, log markup, a bracket, a prompt, the frame of a key. */
const beginsAnew =
  /^(?:\s{2}|\t|$|[[<]|\d\d-\d\d \d\d:|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}|[A-Z][a-z]{2} {1,2}\d{1,2} |-----|PS |[A-Z]:\\|0x[\dA-Fa-f]{1,8}(?![\dA-Za-z]))/;
/** How a sentence begins, and how a line ends after which one may. */
const beginsSentence = /^(?:\s|\p{Lu}\p{L}+ \p{Ll})/u;
const endsSentence = /[.:;,!?\s]$/;
const beginsWord = /^\p{L}+(?:[\s:,]|$)/u;
/** A code is whole where a line ends: `status: 0x0`, `failed with 1326`. */
const endsInCode = /(?:[\s(:=]0x[\da-f]{1,8}|[\s(=]-?\d{4,10})[.)]?$/i;
const endsInWord = /\s\p{L}+[.:;,!?]$/u;

interface Line {
  /** Without its line break. */
  readonly width: number;
  readonly wrap: Passage;
  /** How sure it is, for all that its text tells, that it goes on in the next one. */
  readonly goesOn: 'no' | 'maybe' | 'likely';
}

/**
 * A line is full where others end at the same column, or where no other one is longer. One that holds a label was longer
 * or shorter once, so its length tells nothing.
 *
 * @returns The line breaks, in order.
 */
export function wrapsIn(text: string): Passage[] {
  const lines = linesOf(text);
  const full = lines.filter(({ goesOn }) => goesOn !== 'no');
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  const times = new Map<number, number>();
  for (const { width } of full) times.set(width, (times.get(width) ?? 0) + 1);
  const isFull = ({ width, goesOn }: Line): boolean => {
    const isShared = (times.get(width) ?? 0) > 1;
    return goesOn === 'likely' ? isShared || width === widest || commonWidths.has(width) : isShared && width === widest;
  };
  return full.filter(isFull).map(({ wrap }) => wrap);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; from = at + 1, at = text.indexOf('\n', from)) {
    const start = text.charAt(at - 1) === '\r' ? at - 1 : at;
    const width = start - from;
    const isOpen = width >= narrowest && text.slice(from, start).search(labels) < 0;
    lines.push({ width, wrap: { start, end: at + 1 }, goesOn: isOpen ? goesOn(text, start, at + 1) : 'no' });
  }
  return [...lines, { width: text.length - from, wrap: { start: text.length, end: text.length }, goesOn: 'no' }];
}

/** Whether the line that ends at `end` goes on in the one that begins at `next`. */
function goesOn(text: string, end: number, next: number): Line['goesOn'] {
  const last = text.slice(Math.max(0, end - 20), end);
  const first = text.slice(next, next + 20);
  if (beginsAnew.test(first) || endsInCode.test(last)) return 'no';
  const mayBeAnother = endsInWord.test(last) || (endsSentence.test(last) && beginsWord.test(first));
  return beginsSentence.test(first) || mayBeAnother ? 'maybe' : 'likely';
}
