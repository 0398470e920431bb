// When a line was logged, to put the lines of several logs side by side.

import { readPaste } from './read-paste.js';

const day = /(\d{1,4})[-/.](\d{1,2})[-/.](\d{2,4})/;
// A bias of minutes behind the time is what has to be added for UTC.
const clock = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,3})\d*)?)?([+-]\d{1,4})?(?:\s?([AP])M)?/i;

/**
 * @param line May hold log markup; the time of a plain line is one that its day and its hour begin with.
 * @returns Milliseconds, in UTC where the line says how far it is from that and as on its clock elsewhere; undefined when
 * it does not say when it was.
 */
export function timeOf(line: string): number | undefined {
  const [entry] = readPaste(line);
  const text =
    entry?.time ?? /^\W{0,3}(\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[ ,T\t]+\d{1,2}:\d{2}:\d{2}\S*(?: [AP]M)?)/.exec(line)?.[1];
  return text === undefined ? undefined : millisecondsIn(text);
}

function millisecondsIn(text: string): number | undefined {
  const date = day.exec(text);
  const time = date === null ? null : clock.exec(text.slice(date.index + date[0].length));
  if (date === null || time === null) return undefined;
  const [year, month, dayOfMonth] = yearMonthDay(Number(date[1]), Number(date[2]), Number(date[3]));
  const [, hours, minutes, seconds = '0', fraction = '', bias = '0', half] = time;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const milliseconds = Number(fraction.padEnd(3, '0'));
  const found = Date.UTC(
    year,
    month - 1,
    dayOfMonth,
    hour,
    Number(minutes) + Number(bias),
    Number(seconds),
    milliseconds,
  );
  return Number.isNaN(found) ? undefined : found;
}

/** The year is the long one; a day comes first only where it cannot be a month. */
function yearMonthDay(first: number, second: number, third: number): [year: number, month: number, day: number] {
  if (first > 31) return [first, second, third];
  const year = third < 100 ? 2000 + third : third;
  return first > 12 ? [year, second, first] : [year, first, second];
}
