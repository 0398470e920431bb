// A found line and what belongs to it: a short paste, and the place to show.

import type { FoundLine, LogLine } from './find-faults.js';
import { readPaste } from './read-paste.js';

/** A line of a log with the lines around it, for a person to see. Texts are without log markup. */
export interface Fault {
  /** 1-based line of the log. */
  readonly line: number;
  readonly text: string;
  /** How many lines say the same, this one included, at other times, of other objects. */
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Up to two lines before it, in order. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines of a log that stand together. */
export interface Excerpt {
  readonly text: string;
  /** Number in the log of each line of the text. */
  readonly numbers: readonly number[];
}

const shownAround = 2;

/** What a log says so much more often than the line itself has nothing to do with it. */
function isUsual(other: LogLine, line: LogLine): boolean {
  return other.count > Math.max(8, 4 * line.count);
}

export function excerptOf(line: FoundLine): Excerpt {
  const lines = [...line.before, line, ...line.after].filter((one) => one === line || !isUsual(one, line));
  return { text: lines.map(({ text }) => oneLine(text)).join('\n'), numbers: lines.map(({ number }) => number) };
}

/**
 * The fault at a line of an excerpt.
 *
 * @param number Of the line itself or of one beside it.
 */
export function faultAt(line: FoundLine, number: number): Fault {
  const around = [...line.before, line, ...line.after];
  const at = Math.max(
    0,
    around.findIndex((one) => (number === line.number ? one === line : one.number === number)),
  );
  const { count, firstLine, lastLine, text } = around[at] ?? line;
  return {
    line: number,
    text: messageOf(text),
    count,
    firstLine,
    lastLine,
    before: around.slice(Math.max(0, at - shownAround), at).map((one) => messageOf(one.text)),
    after: around.slice(at + 1, at + 1 + shownAround).map((one) => messageOf(one.text)),
  };
}

/** What a line says: its log markup taken off, whole or torn. */
function messageOf(text: string): string {
  const closing = text.indexOf(']LOG]!>');
  const whole = closing >= 0 && text.lastIndexOf('<![LOG[', closing) < 0 ? `<![LOG[${text}` : text;
  return oneLine(
    readPaste(oneLine(whole))
      .map(({ message }) => message)
      .join(' '),
  );
}

/** Reading takes some characters for line breaks that a log does not. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
}
