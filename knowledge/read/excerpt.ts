// A found line and what belongs to it: a short paste, and the place to show.

import type { FoundLine, LogLine } from './find-faults.js';
import { readPaste } from './read-paste.js';

/** Lines around a line, in order, without log markup; up to two each, fewer at the ends. */
export interface Neighbours {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A line of a log that reports a failure, for a person to see. */
export interface Fault extends Neighbours {
  /** 1-based line of the log. */
  readonly line: number;
  /** Without log markup. */
  readonly text: string;
  /** How many lines say the same, this one included, at other times, of other objects. */
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Lines of a log that stand together. */
export interface Excerpt {
  readonly text: string;
  /** Number in the log of each line of the text. */
  readonly numbers: readonly number[];
}

const shownAround = 2;

/** What a log says so much more often than the line has nothing to do with it. */
function isUsual(other: LogLine, line: LogLine): boolean {
  return other.count > Math.max(8, 4 * line.count);
}

/** @param meanwhile Lines of other logs, of the same moment. */
export function excerptOf(line: FoundLine, meanwhile: readonly FoundLine[] = []): Excerpt {
  const own = [...line.before, line, ...line.after].filter(
    (one) => one === line || !(isUsual(one, line) || one.firstLine === line.firstLine),
  );
  const lines = [...meanwhile, ...own];
  return { text: lines.map(({ text }) => oneLine(text)).join('\n'), numbers: lines.map(({ number }) => number) };
}

/** The line without its neighbours. */
export function aloneOf({ text, number }: FoundLine): Excerpt {
  return { text: oneLine(text), numbers: [number] };
}

/**
 * The fault at a line of an excerpt.
 *
 * @param lines What the excerpt was made of.
 * @param number Of one of them, or of a line beside it.
 */
export function faultAt(lines: readonly [FoundLine, ...FoundLine[]], number: number): Fault {
  const found =
    lines.find((line) => line.number === number) ??
    lines.find(({ before, after }) => [...before, ...after].some((one) => one.number === number)) ??
    lines[0];
  const around = [...found.before, found, ...found.after];
  const beside = number === found.number ? -1 : around.findIndex((one) => one.number === number);
  const at = beside < 0 ? found.before.length : beside;
  const { count, firstLine, lastLine, text } = around[at] ?? found;
  return { line: number, text: messageOf(text), count, firstLine, lastLine, ...neighboursAt(around, at) };
}

/**
 * The lines around a line of a paste.
 *
 * @param number 1-based.
 */
export function neighboursIn(paste: string, number: number): Neighbours {
  const lines = paste.split(/\r\n?|[\n\u2028\u2029]/).map((text, at) => ({ text, at: at + 1 }));
  const told = lines.filter(({ text, at }) => text.trim() !== '' || at === number);
  const place = told.findIndex(({ at }) => at === number);
  return place < 0 ? { before: [], after: [] } : neighboursAt(told, place);
}

function neighboursAt(lines: readonly { readonly text: string }[], at: number): Neighbours {
  const messages = (from: number, to: number): string[] => lines.slice(from, to).map(({ text }) => messageOf(text));
  return { before: messages(Math.max(0, at - shownAround), at), after: messages(at + 1, at + 1 + shownAround) };
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
