// When a line was logged: to put the lines of several logs side by side, and to tell new lines from old ones.

import type { Entry } from './read-paste.js';

/** What `04/06/2024` begins with. */
export type DateOrder = 'month-first' | 'day-first';

/** A time as a log writes it. */
export interface LogTime {
  /** Milliseconds, as on the clock of the machine. */
  readonly local: number;
  /** Milliseconds in UTC; absent when the log does not say how far its clock is from that. */
  readonly utc?: number;
}

const day = /(\d{1,4})([-/.])(\d{1,2})[-/.](\d{2,4})/;
// A bias of minutes behind the time is what has to be added for UTC.
const clock = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,3})\d*)?)?([+-]\d{1,4}|Z)?(?:\s?([AP])M)?/i;

/**
 * @returns The time of an entry as it is written, what is known of its time zone included; that of a plain line is one that
 * its day and its hour begin with.
 */
export function timeTextOf({ time, message, component }: Entry): string | undefined {
  // The clock of IIS is UTC.
  return component === 'IIS' && time !== undefined ? `${time}Z` : (time ?? leadingTime(message));
}

function leadingTime(line: string): string | undefined {
  return /^\W{0,3}(\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[ ,T\t]+\d{1,2}:\d{2}:\d{2}\S*(?: [AP]M)?)/.exec(line)?.[1];
}

/** @param order Of dates that do not tell. */
export function readTime(text: string, order: DateOrder = 'month-first'): LogTime | undefined {
  const date = day.exec(text);
  const time = date === null ? null : clock.exec(text.slice(date.index + date[0].length));
  if (date === null || time === null) return undefined;
  const [year, month, dayOfMonth] = yearMonthDay(date, order);
  const [, hours, minutes, seconds = '0', fraction = '', bias, half] = time;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const milliseconds = Number(fraction.padEnd(3, '0'));
  const local = Date.UTC(year, month - 1, dayOfMonth, hour, Number(minutes), Number(seconds), milliseconds);
  if (Number.isNaN(local)) return undefined;
  if (bias === undefined) return { local };
  return { local, utc: /z/i.test(bias) ? local : local + Number(bias) * 60_000 };
}

/**
 * Which way some dates of one log are written: one of them that leaves no choice decides for all.
 *
 * @returns undefined when each of them can be read both ways.
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  for (const text of texts) {
    const date = day.exec(text);
    if (date === null || isPlain(date)) continue;
    if (Number(date[1]) > 12) return 'day-first';
    if (Number(date[3]) > 12) return 'month-first';
  }
  return undefined;
}

/** Years first, the dots of a German date, and the hyphens of Configuration Manager's own dates leave no choice. */
function isPlain([, first, between]: RegExpExecArray): boolean {
  return Number(first) > 31 || between !== '/';
}

function yearMonthDay(date: RegExpExecArray, order: DateOrder): [year: number, month: number, day: number] {
  const [first, second, third] = [Number(date[1]), Number(date[3]), Number(date[4])];
  if (first > 31) return [first, second, third];
  const year = third < 100 ? 2000 + third : third;
  const isDayFirst = first > 12 || (second <= 12 && (date[2] === '.' || (date[2] === '/' && order === 'day-first')));
  return isDayFirst ? [year, second, first] : [year, first, second];
}
