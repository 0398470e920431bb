// Lines of one log that were written in one go: they tell of one request, though only one of them names it.

import type { LogEvent } from './events.js';

export interface Burst {
  readonly machine: string;
  /** In the order of the log; never empty. */
  readonly events: readonly LogEvent[];
  readonly ids: ReadonlySet<string>;
  readonly address: string | undefined;
  readonly hasFailed: boolean;
}

const oneGo = 1000;
/** Without times, lines this close together. */
const closeLines = 4;
const mostEvents = 24;

/** @returns In the order of pastes and lines; events of unknown machines are left out. */
export function burstsOf(events: readonly LogEvent[]): Burst[] {
  const bursts: Burst[] = [];
  let open: LogEvent[] = [];
  const close = (): void => {
    if (open.length > 0) bursts.push(burstOf(open));
    open = [];
  };
  for (const event of events) {
    if (event.machine === undefined) continue;
    const last = open.at(-1);
    if (last !== undefined && !goesOn(open, last, event)) close();
    open.push(event);
  }
  close();
  return bursts;
}

function goesOn(open: readonly LogEvent[], last: LogEvent, event: LogEvent): boolean {
  if (
    open.length >= mostEvents ||
    last.paste !== event.paste ||
    last.machine !== event.machine ||
    last.log !== event.log
  )
    return false;
  const isClose =
    last.time === undefined || event.time === undefined
      ? event.line - last.line <= closeLines
      : Math.abs(event.time.local - last.time.local) <= oneGo;
  if (!isClose) return false;
  if (event.ids.length > 0) {
    const ids = open.flatMap((one) => one.ids);
    if (ids.length > 0 && !event.ids.some((id) => ids.includes(id))) return false;
  }
  if (event.address === undefined) return true;
  const address = open.find((one) => one.address !== undefined)?.address;
  // What was asked for comes first and the answer after it, but the reason why a connection failed comes before.
  return (
    address === undefined || (address === event.address && !(last.status !== undefined && event.status === undefined))
  );
}

function burstOf(events: readonly LogEvent[]): Burst {
  return {
    machine: events[0]?.machine ?? '',
    events,
    ids: new Set(events.flatMap(({ ids }) => ids)),
    address: events.find(({ address }) => address !== undefined)?.address,
    hasFailed: events.some((event) => event.hasFailed),
  };
}
