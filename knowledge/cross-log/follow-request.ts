// One failed request, followed from machine to machine through the logs of each.

import type { Route } from '../model.js';
import { type Burst, burstsOf } from './bursts.js';
import { type Clock, clocksOf } from './clocks.js';
import { answering, type LogEvent } from './events.js';

/** The failed request that most machines tell of; of several such, the latest. */
export interface FollowedRequest {
  /** What each machine tells of it, in the order of the way; a machine may have several. */
  readonly bursts: readonly Burst[];
  readonly hops: readonly Hop[];
  /** Position of the last hop that is known to have failed; undefined when none has. */
  readonly failedAt: number | undefined;
  readonly clocks: readonly Clock[];
  /** When it was, on the clock of the first machine; undefined without times. */
  readonly at: number | undefined;
  /** Every machine whose logs are there at all, whatever they tell. */
  readonly machinesRead: ReadonlySet<string>;
  /** Names of the route's logs that are there. */
  readonly logsRead: ReadonlySet<string>;
}

export interface Hop {
  /** Id of a machine of the route. */
  readonly machine: string;
  /** `no`: its log covers the time, and does not tell of the request. */
  readonly reached: 'yes' | 'no' | 'unknown';
  readonly result?: 'ok' | 'failed';
  readonly status?: number;
  /** Known from what another machine logs, not from its own. */
  readonly told?: true;
}

/** Two machines log one request within so many milliseconds of each other. */
const together = 5000;
/** A failure that names no request concerns those that fail so many milliseconds after it, at most. */
const lasting = 5 * 60_000;
/** An id that stands in so many places names no request, but a machine. */
const mostSightings = 40;

/** @param events Of all logs that are there. */
export function followRequest(route: Route, events: readonly LogEvent[]): FollowedRequest {
  const bursts = burstsOf(events);
  const order = route.machines.map(({ id }) => id);
  const clocks = clocksOf(order, bursts.flatMap(sighting));
  const timed = new Timed(bursts, clocks);
  const group = bestGroup(groupsOf(bursts, timed), order, timed);
  const lasting = lastingFailures(group, bursts, order, timed);
  const whole = [...group, ...lasting].sort((a, b) => order.indexOf(a.machine) - order.indexOf(b.machine));
  const at = firstTime(group, timed);
  const covering = (machine: string): boolean => covers(bursts, machine, at, timed);
  const hops = hopsOf(route, group, lasting, covering);
  const failedAt = hops.findLastIndex(({ result }) => result === 'failed');
  return {
    bursts: whole,
    hops,
    failedAt: failedAt < 0 ? undefined : failedAt,
    clocks,
    at,
    machinesRead: new Set(bursts.map(({ machine }) => machine)),
    logsRead: new Set(events.flatMap(({ log }) => log?.file ?? [])),
  };
}

function sighting(burst: Burst): Parameters<typeof clocksOf>[1][number][] {
  const time = burst.events.find((event) => event.time !== undefined)?.time;
  if (time === undefined) return [];
  const { machine, ids, address } = burst;
  return [{ machine, ids, address, at: time.utc ?? time.local, isUtc: time.utc !== undefined }];
}

/** When bursts were, on one clock. */
class Timed {
  readonly #times = new Map<Burst, number>();

  constructor(bursts: readonly Burst[], clocks: readonly Clock[]) {
    const offsets = new Map(clocks.map(({ machine, offsetMs }) => [machine, offsetMs]));
    for (const burst of bursts) {
      const time = burst.events.find((event) => event.time !== undefined)?.time;
      const offset = offsets.get(burst.machine);
      if (time !== undefined && offset !== undefined) this.#times.set(burst, (time.utc ?? time.local) + offset);
    }
  }

  /** undefined where the burst has no time, or its clock is not known. */
  of(burst: Burst): number | undefined {
    return this.#times.get(burst);
  }

  /** Undefined where one of the two is not known. */
  between(one: Burst, other: Burst): number | undefined {
    const [first, second] = [this.of(one), this.of(other)];
    return first === undefined || second === undefined ? undefined : second - first;
  }
}

/** Bursts about one request, joined by ids, and by what was asked for at about the same time. */
function groupsOf(bursts: readonly Burst[], timed: Timed): Burst[][] {
  const groups = new Groups(bursts);
  for (const same of byKey(bursts, ({ ids }) => ids)) if (same.length <= mostSightings) groups.join(same);
  for (const same of byKey(bursts, ({ address }) => (address === undefined ? [] : [address]))) {
    const sorted = [...same].sort((a, b) => (timed.of(a) ?? 0) - (timed.of(b) ?? 0));
    for (const [at, burst] of sorted.entries()) {
      const next = sorted[at + 1];
      if (next !== undefined && !isSameLog(burst, next) && isTogether(timed.between(burst, next)))
        groups.join([burst, next]);
    }
  }
  return groups.list();
}

/** One log tells of one request in one go. */
function isSameLog({ events: [one] }: Burst, { events: [other] }: Burst): boolean {
  return one?.paste === other?.paste && one?.machine === other?.machine && one?.log === other?.log;
}

function isTogether(difference: number | undefined): boolean {
  return difference === undefined || Math.abs(difference) <= together;
}

function byKey(bursts: readonly Burst[], keysOf: (burst: Burst) => Iterable<string>): Iterable<Burst[]> {
  const found = new Map<string, Burst[]>();
  for (const burst of bursts) {
    for (const key of keysOf(burst)) {
      const same = found.get(key);
      if (same === undefined) found.set(key, [burst]);
      else same.push(burst);
    }
  }
  return found.values();
}

/** Sets that grow together. */
class Groups {
  readonly #parents: Map<Burst, Burst>;

  constructor(bursts: readonly Burst[]) {
    this.#parents = new Map(bursts.map((burst) => [burst, burst]));
  }

  join([first, ...others]: readonly Burst[]): void {
    if (first === undefined) return;
    for (const other of others) this.#parents.set(this.#root(other), this.#root(first));
  }

  list(): Burst[][] {
    const groups = new Map<Burst, Burst[]>();
    for (const burst of this.#parents.keys()) {
      const root = this.#root(burst);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [burst]);
      else group.push(burst);
    }
    return [...groups.values()];
  }

  #root(burst: Burst): Burst {
    let root = burst;
    for (
      let parent = this.#parents.get(root);
      parent !== undefined && parent !== root;
      parent = this.#parents.get(root)
    ) {
      // Halving the way keeps all ways short.
      this.#parents.set(root, this.#parents.get(parent) ?? parent);
      root = parent;
    }
    return root;
  }
}

function bestGroup(groups: readonly Burst[][], order: readonly string[], timed: Timed): Burst[] {
  const rated = groups
    .filter((group) => group.some(({ hasFailed }) => hasFailed))
    .map((group) => {
      const machines = new Set(group.map(({ machine }) => machine));
      const first = Math.min(...[...machines].map((machine) => order.indexOf(machine)));
      return { group, machines: machines.size, first, at: firstTime(group, timed) ?? Number.NEGATIVE_INFINITY };
    });
  const best = rated.reduce<(typeof rated)[number] | undefined>((a, b) => {
    if (a === undefined || b.machines !== a.machines) return a === undefined || b.machines > a.machines ? b : a;
    if (b.first !== a.first) return b.first < a.first ? b : a;
    return b.at >= a.at ? b : a;
  }, undefined);
  return best?.group ?? [];
}

function firstTime(group: readonly Burst[], timed: Timed): number | undefined {
  const times = group.flatMap((burst) => timed.of(burst) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What machines that do not tell of the request report meanwhile, without naming another one: the nearest of each. */
function lastingFailures(
  group: readonly Burst[],
  bursts: readonly Burst[],
  order: readonly string[],
  timed: Timed,
): Burst[] {
  const at = firstTime(group, timed);
  if (group.length === 0) return [];
  const there = new Set(group.map(({ machine }) => machine));
  return order.flatMap((machine) => {
    if (there.has(machine)) return [];
    const failures = bursts
      .filter((burst) => burst.machine === machine && burst.hasFailed && burst.address === undefined)
      .map((burst) => ({ burst, time: timed.of(burst) }))
      .map(({ burst, time }) => ({ burst, away: at === undefined || time === undefined ? 0 : Math.abs(at - time) }))
      .filter(({ away }) => away <= lasting);
    const nearest = failures.reduce<(typeof failures)[number] | undefined>(
      (a, b) => (a === undefined || b.away <= a.away ? b : a),
      undefined,
    );
    return nearest === undefined ? [] : [nearest.burst];
  });
}

function hopsOf(
  { machines }: Route,
  group: readonly Burst[],
  lasting: readonly Burst[],
  covering: (machine: string) => boolean,
): Hop[] {
  const answered = new Map<string, LogEvent>();
  const reachedBy = new Set<string>();
  for (const { events } of group)
    for (const event of events)
      for (const { id } of answering(event, machines)) if (!answered.has(id)) answered.set(id, event);
  const own = machines.map(({ id }) => group.filter(({ machine }) => machine === id));
  // Who has no names to answer with is answered by the next machine.
  for (const [place, { answers }] of machines.entries()) {
    const next = machines[place + 1];
    const answer = own[place]?.flatMap(({ events }) => events).find(({ status }) => status !== undefined);
    if (answers.length === 0 && next !== undefined && answer !== undefined) reachedBy.add(next.id);
  }
  const isTold = machines.map(({ id }, place) => (own[place]?.length ?? 0) > 0 || answered.has(id));
  return machines.map(({ id }, place): Hop => {
    const events = own[place]?.flatMap((burst) => burst.events) ?? [];
    if (events.length > 0) return { machine: id, reached: 'yes', ...resultOf(events) };
    const quoted = answered.get(id);
    if (quoted !== undefined) {
      const { status } = quoted;
      return { machine: id, reached: 'yes', result: 'failed', ...(status === undefined ? {} : { status }), told: true };
    }
    if (reachedBy.has(id) || isTold.slice(place + 1).includes(true)) return { machine: id, reached: 'yes', told: true };
    // A failure that names no request may be why this one did not get so far, or may be about it.
    const meanwhile = lasting.find(({ machine }) => machine === id);
    if (meanwhile !== undefined) return { machine: id, reached: 'unknown', ...resultOf(meanwhile.events) };
    return { machine: id, reached: covering(id) ? 'no' : 'unknown' };
  });
}

function resultOf(events: readonly LogEvent[]): Pick<Hop, 'result' | 'status'> {
  const failed = events.findLast((event) => event.hasFailed && event.status !== undefined);
  const status = failed?.status ?? events.findLast((event) => event.status !== undefined)?.status;
  const hasFailed = events.some((event) => event.hasFailed);
  return {
    ...(hasFailed ? { result: 'failed' } : status === undefined ? {} : { result: 'ok' }),
    ...(status === undefined ? {} : { status }),
  };
}

/** The machine logged before and after, or at least once and nobody knows when. */
function covers(bursts: readonly Burst[], machine: string, at: number | undefined, timed: Timed): boolean {
  const own = bursts.filter((burst) => burst.machine === machine);
  if (at === undefined || own.length === 0) return false;
  const times = own.flatMap((burst) => timed.of(burst) ?? []);
  return times.some((time) => time <= at + together) && times.some((time) => time >= at - together);
}
