// Clocks of several machines, put right by what more than one of them tells of. Logs mostly do not say in which time
// zone they were written.

/** Something that a machine tells of and others may too. */
export interface Sighting {
  readonly machine: string;
  /** Milliseconds, on the clock of the machine. */
  readonly at: number;
  /** Whether that clock is UTC. */
  readonly isUtc: boolean;
  readonly ids: ReadonlySet<string>;
  readonly address: string | undefined;
}

export interface Clock {
  readonly machine: string;
  /** To be added to its times for those of the first machine. */
  readonly offsetMs: number;
  /** `ids`, `addresses`: from requests that both tell of. `utc`: both logs say where their clocks stand. */
  readonly by: 'itself' | 'ids' | 'addresses' | 'utc';
}

/** Requests take so long from machine to machine, at most. */
const transit = 2500;
const quarter = 15 * 60_000;
const widest = 14 * 60 * 60_000;
/** What is told of more often than this is a machine, say, and no request. */
const mostOfId = 4;
const mostOfAddress = 100;
const mostDifferences = 20_000;

/**
 * @param machines In the order of the way; the first one that tells anything is the measure for all.
 * @returns Machines whose clocks could be put right; the others' times say nothing about what came first.
 */
export function clocksOf(machines: readonly string[], sightings: readonly Sighting[]): Clock[] {
  const byMachine = new Map(machines.map((machine): [string, Sighting[]] => [machine, []]));
  for (const one of sightings) byMachine.get(one.machine)?.push(one);
  const clocks: Clock[] = [];
  const left = machines.filter((machine) => byMachine.get(machine)?.length);
  const [first] = left;
  if (first === undefined) return [];
  clocks.push({ machine: first, offsetMs: 0, by: 'itself' });
  let rest = left.slice(1);
  for (let found = true; found && rest.length > 0; ) {
    found = false;
    for (const machine of rest) {
      const clock = clockFrom(clocks, machine, byMachine);
      if (clock === undefined) continue;
      clocks.push(clock);
      found = true;
    }
    rest = rest.filter((machine) => !clocks.some((clock) => clock.machine === machine));
  }
  return clocks;
}

function clockFrom(
  known: readonly Clock[],
  machine: string,
  byMachine: ReadonlyMap<string, readonly Sighting[]>,
): Clock | undefined {
  const own = byMachine.get(machine) ?? [];
  for (const by of ['ids', 'utc', 'addresses'] as const) {
    for (const clock of known) {
      const others = byMachine.get(clock.machine) ?? [];
      const difference = differenceBetween(others, own, by);
      if (difference !== undefined) return { machine, offsetMs: clock.offsetMs + difference, by };
    }
  }
  return undefined;
}

/** What is to be added to the second's times. */
function differenceBetween(
  others: readonly Sighting[],
  own: readonly Sighting[],
  by: 'ids' | 'addresses' | 'utc',
): number | undefined {
  switch (by) {
    case 'ids':
      return settled(median(differences(others, own, ({ ids }) => ids, mostOfId)), others, own);
    case 'addresses':
      return settled(
        mostCommon(differences(others, own, ({ address }) => (address === undefined ? [] : [address]), mostOfAddress)),
        others,
        own,
      );
    case 'utc':
      return areUtc(others, own) ? 0 : undefined;
    default:
      return by satisfies never;
  }
}

function areUtc(others: readonly Sighting[], own: readonly Sighting[]): boolean {
  return others.every(({ isUtc }) => isUtc) && own.every(({ isUtc }) => isUtc);
}

/** No more than a request takes is no difference. */
function settled(
  difference: number | undefined,
  others: readonly Sighting[],
  own: readonly Sighting[],
): number | undefined {
  if (difference === undefined) return undefined;
  if (areUtc(others, own) && Math.abs(difference) <= transit) return 0;
  const zone = Math.round(difference / quarter) * quarter;
  return Math.abs(difference - zone) <= transit ? zone : difference;
}

/** Between all pairs of the same key; keys that either machine tells of more than `most` times are of no use. */
function differences(
  others: readonly Sighting[],
  own: readonly Sighting[],
  keysOf: (sighting: Sighting) => Iterable<string>,
  most: number,
): number[] {
  const theirTimes = timesByKey(others, keysOf);
  const found: number[] = [];
  for (const [key, times] of timesByKey(own, keysOf)) {
    const theirs = theirTimes.get(key) ?? [];
    if (times.length > most || theirs.length > most || found.length > mostDifferences) continue;
    for (const at of times) for (const their of theirs) found.push(their - at);
  }
  return found.filter((difference) => Math.abs(difference) <= widest);
}

function timesByKey(
  sightings: readonly Sighting[],
  keysOf: (sighting: Sighting) => Iterable<string>,
): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const one of sightings) {
    for (const key of keysOf(one)) {
      const known = times.get(key);
      if (known === undefined) times.set(key, [one.at]);
      else known.push(one.at);
    }
  }
  return times;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** So many pairs do not agree by chance. */
const enough = 3;

/**
 * The difference that most pairs agree on; of equally common ones the nearest. Who asks for the same at another time is
 * far more common than a clock that is wrong: fewer than `enough` pairs only tell of whole time zones.
 */
function mostCommon(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  let best: { readonly value: number; readonly score: number } | undefined;
  let from = 0;
  for (let to = 0; to < sorted.length; to += 1) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > transit) from += 1;
    const value = sorted[(from + to + 1) >> 1] ?? 0;
    const pairs = to - from + 1;
    const isZone = Math.abs(value - Math.round(value / quarter) * quarter) <= transit;
    if (!isZone && pairs < enough) continue;
    const score = pairs + (isZone ? 0.5 : 0) - Math.abs(value) / widest / 4;
    if (best === undefined || score > best.score) best = { value, score };
  }
  return best?.value;
}
