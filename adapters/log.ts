// The log: an event name with fields, a line each. Machines get JSON, a terminal gets something to read.

import pc from 'picocolors';
import type { Log } from '../bot/bot.js';

/** The part of a stream that the log writes to. */
export interface LogTarget {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * @param target Standard error unless told otherwise, so that standard output stays free for answers.
 * @param now Milliseconds since 1970.
 */
export function createLog(target: LogTarget = process.stderr, now: () => number = Date.now): Log {
  const format = target.isTTY === true ? readable : json;
  return (event, fields = {}) => {
    target.write(`${format(new Date(now()), event, fields)}\n`);
  };
}

type Fields = Readonly<Record<string, string | number | boolean>>;

function json(time: Date, event: string, fields: Fields): string {
  const first = { time: time.toISOString(), event };
  // Named again, so that no field can hide them.
  return JSON.stringify({ ...first, ...fields, ...first });
}

function readable(time: Date, event: string, fields: Fields): string {
  const colours = pc.createColors(true);
  const rest = Object.entries(fields).map(([name, value]) => `${colours.dim(`${name}=`)}${oneLine(String(value))}`);
  return [colours.dim(time.toISOString().slice(11, 19)), colours.bold(event), ...rest].join(' ');
}

/** Control characters from outside must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
