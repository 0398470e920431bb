// What a diagnosis quotes of a paste, its secrets hidden as they are in the paste: half a secret, or one that only the lines
// beside it give away, looks like none where it stands alone.

import { visible } from '../text/escape-markdown.js';
import { partOfPaste } from '../text/excerpt-of-paste.js';
import { type Kind, labels } from '../text/redact/kind.js';
import type { Redacted, Redactor } from '../text/redact/redactor.js';

export interface Quotes {
  /** Of the paste, as it is shown. */
  readonly around: { readonly text: string; readonly isWhole: boolean };
  /** The line that a line of the paste begins or lies in there; 1-based both. */
  lineAround(line: number): number;
  /** @param text Of that line, or of its beginning. */
  line(line: number, text: string): string;
  /** A sentence that quotes from the line, “like this”. */
  sentence(line: number, text: string): string;
  /** `spared`: kinds of secrets that count as shown. False where something of the paste, letter case aside, is not shown in what is shown of the paste. */
  isShown(text: string, spared?: readonly Kind[]): boolean;
}

/** A secret may begin before what is kept. */
const lookedThrough = { around: 30_000, elsewhere: 3_000 };

interface Searched extends Redacted {
  readonly source: string;
  /** 1-based; the line of the paste that it begins with, and the one behind it. */
  readonly from: number;
  readonly to: number;
}

/**
 * @param line Of the paste, 1-based: what is shown of it are the lines around this one.
 * @param redactor Knows afterwards what is hidden in them.
 */
export function quotesFrom(paste: string, line: number, redactor: Redactor): Quotes {
  const whole = visible(paste);
  const searched: Searched[] = [];
  const search = (at: number, length: number): Searched => {
    const { text, skipped } = partOfPaste(whole, at, length);
    const found = { ...redactor.hide(text), source: text, from: skipped + 1, to: skipped + 1 + countLines(text) };
    searched.push(found);
    return found;
  };
  const near = (at: number): Searched =>
    searched.find(({ from, to }) => from <= at && at < to) ?? search(at, lookedThrough.elsewhere);
  const around = search(line, lookedThrough.around);

  const partAt = (at: number, text: string): string | undefined => {
    const { source, from, part } = near(at);
    const start = startOfLine(source, at - from);
    const end = endOfLine(source, start);
    const place = source.slice(start, end).indexOf(text);
    return place < 0 ? undefined : part(start + place, start + place + text.length);
  };

  /** Lines of logs that were read together are counted anew: it may stand in another line. */
  const partAnywhere = (text: string): string | undefined => {
    const parts = linesWith(text, whole).flatMap((at) => partAt(at, text) ?? []);
    return parts.find((one) => one !== text) ?? parts[0];
  };

  /** Where it stands nowhere like this (its spelling was mended): no word of what is hidden. */
  const guarded = (text: string): string => {
    const shown = redactor.redact(text);
    if (searched.some((one) => one.text.includes(text))) return text;
    const said = wordsOf(shown.replace(labels, ''));
    const tells = searched.some((one) => {
      const [raw, masked] = [wordsOf(one.source), wordsOf(one.text)];
      return [...said].some((word) => raw.has(word) && !masked.has(word));
    });
    return tells ? '' : shown;
  };

  const quote = (at: number, text: string): string => {
    const cut = text.endsWith('…') ? '…' : '';
    const said = visible(cut === '' ? text : text.slice(0, -1));
    return (partAt(at, said) ?? partAnywhere(said) ?? guarded(said)) + cut;
  };

  return {
    around: { text: around.text, isWhole: around.source === whole },
    lineAround: (at) => countLines(around.part(0, startOfLine(around.source, at - around.from))),
    line: quote,
    sentence: (at, text) =>
      redactor.redact(text.replace(/“([^”]*)”/g, (_, quoted: string) => `“${quote(at, quoted) || '…'}”`)),
    isShown: (text, spared = []) =>
      !holds(around.source, text) ||
      holds(around.text, text) ||
      (spared.length > 0 && holds(redactor.redact(around.source, spared), text)),
  };
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** What stands in more lines than these is no secret. */
const mostLines = 20;

/** @returns 1-based; the first ones. */
function linesWith(part: string, text: string): number[] {
  if (part === '') return [];
  const lines: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && lines.length < mostLines; at = text.indexOf(part, endOfLine(text, at)))
    lines.push(countLines(text.slice(0, at)));
  return lines;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

/** @param lines How many stand before it. @returns Its beginning; that of the last one where there are not so many. */
function startOfLine(text: string, lines: number): number {
  let start = 0;
  for (let passed = 0; passed < lines; passed += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) return start;
    start = next + 1;
  }
  return start;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
