// Which log would tell most about what is behind a failed request, of those that have not been seen yet.

import { blocksWithin } from '../blocks-within.js';
import type { Issue, Route, RouteLog } from '../model.js';
import { type LogEventReader, type LogText, logEventReader } from './events.js';
import { type FollowedRequest, followRequest } from './follow-request.js';

/** What may be behind a case, and how likely; probabilities add up to 1 at most, what is missing is something unknown. */
export interface Suspect {
  readonly issue: Pick<Issue, 'id' | 'stage' | 'symptoms'>;
  readonly probability: number;
}

/** A log to ask for. All texts are the authors': inline Markdown. */
export interface LogRequest {
  readonly file: string;
  /** As spoken of: `the server with the CMG connection point`. */
  readonly machine: string;
  readonly path: string;
  readonly note?: string;
  /** How to make it tell more. */
  readonly verbose?: string;
  /** What to look for, that of the likeliest suspect first; empty where nobody has said. */
  readonly lookFor: readonly string[];
  /** Minutes to copy before and after the time of the error. */
  readonly minutes: number;
  /** Minutes until the log holds what has happened. */
  readonly delay: number;
  /** When the error was: as the first log says, and as this one will say it where that is known. */
  readonly at?: { readonly written: string; readonly there?: string };
  /** How much of the doubt it is expected to take away, in bits; 0 when it cannot tell the suspects apart. */
  readonly gain: number;
}

const minutesAround = 2;

/**
 * @param pastes What has been seen so far.
 * @returns undefined when the route knows no log, or all have been seen.
 */
export function decidingLog(
  route: Route,
  suspects: readonly Suspect[],
  pastes: readonly LogText[],
): LogRequest | undefined {
  const reader = logEventReader(route);
  const request = followRequest(route, reader.read(pastes));
  const quoted = suspects.map(({ issue }) => quotedIn(reader, issue));
  const unseen = route.logs.filter(({ file }) => !request.logsRead.has(file));
  const rated = unseen.map((log) => {
    const gain = gainOf(log, suspects, quoted);
    return { log, gain, worth: gain + nearness(route, log, request) + hint(log, suspects, quoted) };
  });
  const best = rated.reduce<(typeof rated)[number] | undefined>(
    (a, b) => (a === undefined || b.worth > a.worth + 1e-9 ? b : a),
    undefined,
  );
  return best === undefined ? undefined : requestFor(route, best.log, best.gain, suspects, request);
}

/** Logs in which an author has seen the fault: those that the symptoms quote. */
function quotedIn(reader: LogEventReader, { symptoms }: Suspect['issue']): ReadonlySet<string> {
  const logs = blocksWithin(symptoms).flatMap((block) => {
    if (block.kind !== 'log') return [];
    const named = block.file === undefined ? undefined : reader.logOf(block.file);
    return named === undefined ? reader.read([{ text: block.text }]).map(({ log }) => log) : [named];
  });
  return new Set(logs.flatMap((log) => log?.file ?? []));
}

/** How often a fault can be seen in a log that shows its stage, though no author has quoted it from there. */
const mayShow = 0.6;

/** A log that shows a fault in lines of its own tells it from all others; one that shows its stage, from other stages. */
function gainOf(log: RouteLog, suspects: readonly Suspect[], quoted: readonly ReadonlySet<string>[]): number {
  const unknown = Math.max(0, 1 - suspects.reduce((sum, { probability }) => sum + probability, 0));
  const cells = new Map([['', [unknown]]]);
  const add = (name: string, probability: number): void => {
    const cell = cells.get(name);
    if (cell === undefined) cells.set(name, [probability]);
    else cell.push(probability);
  };
  for (const [at, { issue, probability }] of suspects.entries()) {
    if (quoted[at]?.has(log.file)) add(`issue ${at}`, probability);
    else if (isStageShown(log, issue)) {
      add(`stage ${issue.stage}`, probability * mayShow);
      add('', probability * (1 - mayShow));
    } else add('', probability);
  }
  const left = [...cells.values()].reduce((sum, cell) => sum + doubt(cell), 0);
  return Math.max(0, doubt([...suspects.map(({ probability }) => probability), unknown]) - left);
}

/** Entropy in bits times the whole of some probabilities. */
function doubt(probabilities: readonly number[]): number {
  const whole = probabilities.reduce((sum, one) => sum + one, 0);
  return probabilities.reduce((sum, one) => (one > 0 ? sum - one * Math.log2(one / whole) : sum), 0);
}

function isStageShown({ shows }: RouteLog, { stage }: Suspect['issue']): boolean {
  return stage !== undefined && shows[stage] !== undefined;
}

/** Where nothing is to be told apart, the likeliest suspect should at least be seen. */
const hints = { quoted: 0.1, stage: 0.05 } as const;

function hint(log: RouteLog, [first]: readonly Suspect[], [quoted]: readonly ReadonlySet<string>[]): number {
  if (quoted?.has(log.file) === true) return hints.quoted;
  return first !== undefined && isStageShown(log, first.issue) ? hints.stage : 0;
}

/** In bits. */
const places = { furthest: 0.15, next: 0.1, seen: 0.05, passed: -0.5 } as const;

/** The furthest machine that is known to be reached knows most, the next one nearly as much; those before only pass on. */
function nearness({ machines }: Route, { machine }: RouteLog, { hops, machinesRead }: FollowedRequest): number {
  const at = machines.findIndex(({ id }) => id === machine);
  const furthest = Math.max(
    0,
    hops.findLastIndex(({ reached }) => reached === 'yes'),
  );
  if (at < furthest) return places.passed;
  if (at === furthest) return machinesRead.has(machine) ? places.seen : places.furthest;
  return at === furthest + 1 ? places.next : 0;
}

function requestFor(
  route: Route,
  { file, machine, path, note, verbose, shows, clock, delay }: RouteLog,
  gain: number,
  suspects: readonly Suspect[],
  request: FollowedRequest,
): LogRequest {
  const stages = suspects.flatMap(({ issue }) => issue.stage ?? []);
  const wanted = [...new Set(stages)].flatMap((stage) => shows[stage] ?? []);
  const at = timeOfError(request, clock);
  return {
    file,
    machine: route.machines.find(({ id }) => id === machine)?.name ?? machine,
    path,
    ...(note === undefined ? {} : { note }),
    ...(verbose === undefined ? {} : { verbose }),
    lookFor: wanted.length > 0 ? wanted : Object.values(shows),
    minutes: minutesAround,
    delay,
    ...(at === undefined ? {} : { at }),
    gain: Math.round(gain * 1000) / 1000,
  };
}

function timeOfError({ bursts }: FollowedRequest, clock: RouteLog['clock']): LogRequest['at'] {
  const event = bursts
    .flatMap((burst) => burst.events)
    .findLast(({ hasFailed, time }) => hasFailed && time !== undefined);
  if (event?.timeText === undefined) return undefined;
  const utc = event.time?.utc;
  if (clock !== 'utc' || utc === undefined) return { written: event.timeText };
  return { written: event.timeText, there: new Date(utc).toISOString().slice(0, 19).replace('T', ' ') };
}
