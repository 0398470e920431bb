// What was pasted for a case, in the order of the pastes: the first lines, and those added since.

import { visible } from '../text/escape-markdown.js';
import { excerptOfPaste } from '../text/excerpt-of-paste.js';
import type { Redactor } from '../text/redact/redactor.js';
import type { Case } from './dialog.js';

const keptOfPaste = 1_200;
/** A secret may begin before what is kept. */
const lookedThrough = 10 * keptOfPaste;

/** The first lines as far as they are kept, then the others; masked. */
export function linesTold({ paste, told }: Case): readonly string[] {
  return [paste.text, ...told.flatMap((it) => (it.kind === 'added' && it.lines !== '' ? [it.lines] : []))];
}

/** As much of further lines as a case keeps: those around the first that tells of a failure. */
export function linesToKeep(lines: string, redactor: Redactor): string {
  const whole = visible(lines);
  const around = excerptOfPaste(whole, failingLine(whole), lookedThrough);
  const masked = redactor.redact(around);
  return masked.length <= keptOfPaste ? masked : excerptOfPaste(masked, failingLine(masked), keptOfPaste);
}

/** 1-based; the first where none tells of a failure. */
function failingLine(lines: string): number {
  return lines.split('\n').findIndex((line) => /error|fail|denied|\b[45]\d\d\b/i.test(line)) + 1 || 1;
}
