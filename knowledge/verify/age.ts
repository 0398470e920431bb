// Which entries of a paste were written after a case had begun.

import { type DateOrder, dateOrderOf, type Entry, type LogTime, readTime, timeTextOf } from '../read/index.js';

/** `unknown`: neither the entry nor one before it tells. */
export type Age = 'old' | 'new' | 'unknown';

/** Clocks of the bot and of a machine differ by so many milliseconds at most. */
const clockSkew = 120_000;

/**
 * @param until When the last line was written that was known before, as written; undefined when that is not known.
 * @param since Milliseconds in UTC: what was written before is old, where a log tells its time zone.
 * @returns For each entry; those without a time are as old as the one before.
 */
export function agesOf(entries: readonly Entry[], until: string | undefined, since: number | undefined): Age[] {
  const times = entries.map(timeTextOf);
  const known = times.filter((time) => time !== undefined);
  const order = dateOrderOf(until === undefined ? known : [until, ...known]);
  const orders: readonly DateOrder[] = order === undefined ? ['month-first', 'day-first'] : [order];
  let age: Age = 'unknown';
  return times.map((text) => {
    if (text !== undefined) age = agreed(orders.map((one) => ageOf(text, until, since, one)));
    return age;
  });
}

/** Dates that can be read both ways say nothing unless it makes no difference. */
function agreed(ages: readonly Age[]): Age {
  const [first = 'unknown', ...others] = ages;
  return others.every((age) => age === first) ? first : 'unknown';
}

function ageOf(text: string, until: string | undefined, since: number | undefined, order: DateOrder): Age {
  const time = readTime(text, order);
  if (time === undefined) return 'unknown';
  if (since !== undefined && time.utc !== undefined && time.utc < since - clockSkew) return 'old';
  const last = until === undefined ? undefined : readTime(until, order);
  if (last !== undefined) return isLater(time, last) ? 'new' : 'old';
  return since !== undefined && time.utc !== undefined ? 'new' : 'unknown';
}

// One machine writes one log: its own clock compares, wherever the two pastes do not both say where it stands.
function isLater(time: LogTime, than: LogTime): boolean {
  return time.utc !== undefined && than.utc !== undefined ? time.utc > than.utc : time.local > than.local;
}
