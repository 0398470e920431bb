// What was pasted for a case, in the order of the pastes: the first lines, and those added since.

import { visible } from '../text/escape-markdown.js';
import { excerptOfPaste } from '../text/excerpt-of-paste.js';
import type { Redactor } from '../text/redact/redactor.js';
import type { Case, Told } from './dialog.js';
import { type Quotes, quotesFrom } from './quotes.js';

const keptOfPaste = 1_200;

/** The first lines as far as they are kept, then the others; masked. `whole`: all of what was pasted then. */
export function linesTold({ paste, told }: Case): readonly { readonly text: string; readonly whole: boolean }[] {
  const added = told.flatMap((it) =>
    it.kind === 'added' && it.lines !== '' ? [{ text: it.lines, whole: it.whole === true }] : [],
  );
  return [paste, ...added];
}

/** As much of further lines as a case keeps: those around the first that tells of a failure. */
export function linesToKeep(
  paste: string,
  redactor: Redactor,
): { readonly kept: Pick<Told<'added'>, 'lines' | 'whole'>; readonly quotes: Quotes } {
  const quotes = quotesFrom(paste, failingLine(visible(paste)), redactor);
  const { text, isWhole } = quotes.around;
  const isShort = text.length <= keptOfPaste;
  const lines = isShort ? text : excerptOfPaste(text, failingLine(text), keptOfPaste);
  return { kept: isShort && isWhole ? { lines, whole: true } : { lines }, quotes };
}

/** 1-based; the first where none tells of a failure. */
function failingLine(lines: string): number {
  return lines.split('\n').findIndex((line) => /error|fail|denied|\b[45]\d\d\b/i.test(line)) + 1 || 1;
}
