// Logs of several machines, joined: how far a request got, where it failed, and which lines say so.

import type { Route } from '../model.js';
import { definiteness } from '../read/index.js';
import type { Burst } from './bursts.js';
import { type LogEvent, type LogText, logEventReader } from './events.js';
import { type FollowedRequest, followRequest } from './follow-request.js';
import type { Joined } from './joined-schema.js';

type JoinedLine = Joined['lines'][number];

const most = { bytes: 2048, lines: 8, ofMachine: 3, text: 160 };

/**
 * Follows the failed request that most of the logs tell of. Time grows with the length of the texts only.
 *
 * @param pastes In any order; each may hold lines of several machines.
 */
export function joinLogs(route: Route, pastes: readonly LogText[]): Joined {
  return summaryOf(route, followRequest(route, logEventReader(route).read(pastes)));
}

export function summaryOf(route: Route, request: FollowedRequest): Joined {
  const { hops, failedAt, clocks, bursts } = request;
  const failing = failedAt === undefined ? undefined : hops[failedAt];
  const next = failedAt === undefined ? undefined : hops[failedAt + 1];
  const joined: Joined = {
    hops: hops.map((hop) => ({ ...hop })),
    ...(failing === undefined
      ? {}
      : {
          failedAt: {
            machine: failing.machine,
            isSeen: failing.told === undefined,
            ...(next?.reached === 'no' ? { towards: next.machine } : {}),
          },
        }),
    lines: linesOf(route, request),
    clocks: clocks
      .filter(({ machine }) => bursts.some((burst) => burst.machine === machine))
      .map(({ machine, offsetMs, by }) => ({ machine, seconds: Math.round(offsetMs / 100) / 10, by })),
  };
  return withinBytes(joined);
}

function linesOf(route: Route, { bursts, hops, failedAt }: FollowedRequest): JoinedLine[] {
  const mask = masking();
  const names = new Map(route.machines.map(({ id, name }) => [id, name]));
  const cause = failedAt === undefined ? undefined : hops[failedAt]?.machine;
  const perMachine = route.machines.flatMap(({ id }) => {
    const own = bursts.filter(({ machine }) => machine === id);
    return tellingEvents(own).map((event) => ({ id, event }));
  });
  return perMachine.slice(0, most.lines).map(({ id, event }) => {
    const role = !event.hasFailed ? 'passed' : id === cause ? 'cause' : 'consequence';
    return {
      paste: event.paste,
      line: event.line,
      machine: id,
      text: shortened(mask(event.message.replace(/\s+/g, ' '))),
      role,
      why: whyOf(role, names.get(id) ?? id, names.get(cause ?? '') ?? ''),
    };
  });
}

function whyOf(role: JoinedLine['role'], machine: string, cause: string): string {
  switch (role) {
    case 'cause':
      return `${machine} is the last on the way that is known to have failed`;
    case 'consequence':
      return `follows from what ${cause} logs`;
    case 'passed':
      return `the request passed ${machine}`;
    default:
      return role satisfies never;
  }
}

/** The most definite failures of a machine, or else where the request passed; in the order of the log. */
function tellingEvents(bursts: readonly Burst[]): LogEvent[] {
  const events = bursts.flatMap((burst) => burst.events);
  const failed = events.filter(({ hasFailed }) => hasFailed);
  const told =
    failed.length > 0 ? failed : events.filter(({ address, status }) => address !== undefined || status !== undefined);
  const rated = told.map((event) => ({ event, weight: weightOf(event) })).sort((a, b) => b.weight - a.weight);
  const kept = new Set(rated.slice(0, failed.length > 0 ? most.ofMachine : 1).map(({ event }) => event));
  return told.filter((event) => kept.has(event));
}

/** The answer is what says most, then names and codes. */
export function weightOf(event: LogEvent): number {
  return definiteness(event.message) + (event.status !== undefined && event.status >= 400 ? 2 : 0);
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

function masking(): (text: string) => string {
  const masks = new Map<string, string>();
  return (text) =>
    text.replace(guid, (found) => {
      const id = found.toLowerCase();
      const known = masks.get(id) ?? `<id ${masks.size + 1}>`;
      masks.set(id, known);
      return known;
    });
}

function shortened(text: string): string {
  return text.length <= most.text ? text : `${text.slice(0, most.text - 1)}…`;
}

/** Lines go until the rest is small enough: what passed first, what follows next, of the cause all but one. */
function withinBytes(joined: Joined): Joined {
  let kept = joined;
  while (Buffer.byteLength(JSON.stringify(kept)) > most.bytes && kept.lines.length > 0) {
    const least = [...kept.lines].reverse().sort((a, b) => order[a.role] - order[b.role])[0];
    kept = { ...kept, lines: kept.lines.filter((line) => line !== least) };
  }
  return kept;
}

const order = { passed: 0, consequence: 1, cause: 2 } as const;
