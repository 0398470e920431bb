// The lines of several logs as events on the way of a request: which machine, when, about which request, how it went.

import type { Machine, Route, RouteLog } from '../model.js';
import {
  type DateOrder,
  dateOrderOf,
  type Entry,
  endOf,
  type LogTime,
  lineRole,
  readPaste,
  readTime,
  sourcesOf,
  timeTextOf,
} from '../read/index.js';

/** Something pasted or a file of its own: lines of one machine, or of several. */
export interface LogText {
  readonly text: string;
  /** Name of the file, where it is known. */
  readonly file?: string;
}

export interface LogEvent {
  /** Position of the paste. */
  readonly paste: number;
  /** 1-based line of that paste. */
  readonly line: number;
  readonly message: string;
  /** Id of a machine of the route; undefined where nothing tells. */
  readonly machine: string | undefined;
  readonly log: RouteLog | undefined;
  readonly time: LogTime | undefined;
  /** As written. */
  readonly timeText: string | undefined;
  /** GUIDs, lower case. */
  readonly ids: readonly string[];
  /** What was asked for, the same on each machine: `/sms_mp/.sms_aut?mplist2`. */
  readonly address: string | undefined;
  /** HTTP status. */
  readonly status: number | undefined;
  readonly hasFailed: boolean;
}

export interface LogEventReader {
  /** The route's log of that name; a copy may have the name of its machine in front. */
  logOf(file: string): RouteLog | undefined;
  /** In the order of pastes and lines. Of a very long paste only the end is read. */
  read(pastes: readonly LogText[]): LogEvent[];
}

/** What a reader needs to know of a route is worked out once. */
export function logEventReader(route: Route): LogEventReader {
  const place = placing(route);
  const fails = new Map(route.machines.map((machine) => [machine.id, machine.fails]));
  const prefixes = route.prefixes.map(prefixPattern);
  const readPlaced = ({ text, file }: LogText, paste: number): LogEvent[] => {
    const { text: end, skipped } = endOf(text);
    const entries = readPaste(end);
    const sources = sourcesOf(entries);
    const times = entries.map(timeTextOf);
    const order = dateOrderOf(times.filter((time) => time !== undefined));
    const fileLog = file === undefined ? undefined : place.logOf(file);
    let before: Place = { machine: fileLog?.machine, log: fileLog };
    return entries.map((entry, at): LogEvent => {
      before = place.of(entry, sources[at], before);
      const status = statusOf(entry);
      return {
        paste,
        line: entry.line + skipped,
        message: entry.message,
        ...before,
        timeText: times[at],
        time: timeIn(times[at], order, before.log),
        ids: idsIn(entry.message),
        address: addressOf(entry, prefixes),
        status,
        hasFailed: hasFailed(entry, status, fails.get(before.machine ?? '') ?? []),
      };
    });
  };
  return { logOf: place.logOf, read: (pastes) => pastes.flatMap(readPlaced) };
}

type Place = Pick<LogEvent, 'machine' | 'log'>;

interface Placing {
  logOf(name: string): RouteLog | undefined;
  /** @param before Of the line above: what a line does not tell, goes on. */
  of(entry: Entry, source: string | undefined, before: Place): Place;
}

function placing({ machines, logs }: Route): Placing {
  const byName = new Map(
    logs.flatMap((log) => [stemOf(log.file), ...log.components.map(stemOf)].map((name) => [name, log])),
  );
  const texts = machines.flatMap((machine) => machine.writes.map((text) => ({ machine, text: text.toLowerCase() })));
  const answers = machines.flatMap((machine) => machine.answers);
  const known = new Map<string, RouteLog | undefined>();
  const logOf = (name: string): RouteLog | undefined => {
    const stem = stemOf(name);
    if (!known.has(stem)) {
      // Copies have the names of their machines in front: `CMG-GRANITEFALLS-ProxyService_IN_0-CMGService.log`.
      known.set(stem, byName.get(stem) ?? [...byName].find(([one]) => stem.endsWith(`-${one}`))?.[1]);
    }
    return known.get(stem);
  };
  return {
    logOf,
    of({ message }, source, before) {
      const log = source === undefined ? undefined : logOf(source);
      if (log !== undefined) return { machine: log.machine, log };
      const start = message.slice(0, 400).toLowerCase();
      const writer = texts.find(({ text }) => start.includes(text))?.machine.id;
      if (writer !== undefined) return { machine: writer, log: before.machine === writer ? before.log : undefined };
      if (source === undefined && before.machine !== undefined) return before;
      // Whoever quotes an answer has asked.
      const isAnswer = answers.some((name) => message.includes(name));
      return { machine: isAnswer ? machines[0]?.id : undefined, log: undefined };
    },
  };
}

function stemOf(file: string): string {
  return file
    .replace(/^.*[\\/]/, '')
    .replace(/\.lo[g_]$/i, '')
    .toLowerCase();
}

function timeIn(
  text: string | undefined,
  order: DateOrder | undefined,
  log: RouteLog | undefined,
): LogTime | undefined {
  const time = text === undefined ? undefined : readTime(text, order);
  return time !== undefined && time.utc === undefined && log?.clock === 'utc' ? { ...time, utc: time.local } : time;
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const mostIds = 4;

/** @returns GUIDs, lower case; not the one that is all zeros. */
export function idsIn(message: string): string[] {
  const found = message.slice(0, 4000).match(guid) ?? [];
  return [...new Set(found.slice(0, mostIds).map((id) => id.toLowerCase()))].filter((id) => /[1-9a-f]/.test(id));
}

const absolute = /\bhttps?:\/\/[^\s/"'<>]+(\/[^\s"'<>,;)]*)/i;
const relative = /\b(?:RequestURI|URL)\s?[:=]\s?(\/[^\s"'<>,;)]*)/i;
const w3c = / [A-Z_]{3,12} (\/\S*) (\S+) \d{1,5} /;

function addressOf({ message, status }: Entry, prefixes: readonly RegExp[]): string | undefined {
  const start = message.slice(0, 4000);
  if (status !== undefined) {
    const [, path, query] = w3c.exec(start) ?? [];
    return path === undefined ? undefined : normalAddress(query === '-' ? path : `${path}?${query}`, prefixes);
  }
  const path = absolute.exec(start)?.[1] ?? relative.exec(start)?.[1];
  return path === undefined ? undefined : normalAddress(path, prefixes);
}

function normalAddress(path: string, prefixes: readonly RegExp[]): string | undefined {
  const bare = prefixes.reduce((rest, prefix) => rest.replace(prefix, ''), path);
  const [stem = '', query = ''] = bare.toLowerCase().split('?');
  const [what = ''] = query.split('&');
  const address = stem.replace(/\/+$/, '') + (what === '' ? '' : `?${what}`);
  return address === '' ? undefined : address;
}

function prefixPattern(prefix: string): RegExp {
  const parts = prefix.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/?]*')}`, 'i');
}

const saysStatus =
  /\bHTTP\/\d(?:\.\d)? ([1-5]\d\d)\b|\bStatus ?Code ?(?:=|:|is) ?'?([1-5]\d\d)\b|\bReturn code: ([1-5]\d\d)\b|\(([45]\d\d)\) /i;

function statusOf({ message, status }: Entry): number | undefined {
  if (status !== undefined) return Number.parseInt(status, 10);
  const found = saysStatus.exec(message.slice(0, 1000));
  const text = found?.slice(1).find((group) => group !== undefined);
  return text === undefined ? undefined : Number(text);
}

function hasFailed({ message, severity }: Entry, status: number | undefined, fails: readonly string[]): boolean {
  if (status !== undefined) return status >= 400;
  return severity === 'error' || lineRole(message) === 'tells' || fails.some((text) => message.includes(text));
}

/** Machines whose answer an event quotes, and that the request has therefore reached. */
export function answering({ message }: LogEvent, machines: readonly Machine[]): readonly Machine[] {
  return machines.filter(({ answers }) => answers.some((name) => message.includes(name)));
}
