// Places in a log, diagnosed: each as a paste of its own, since a log holds several faults and most of it concerns none.

import { clocksOf, type Sighting } from './cross-log/clocks.js';
import { idsIn } from './cross-log/events.js';
import type { Candidate, Diagnosis } from './diagnosis.js';
import { candidateWith } from './match/candidate-with.js';
import { verdictAt } from './match/weights.js';
import {
  aloneOf,
  type Excerpt,
  excerptOf,
  type Fault,
  type FoundLine,
  faultAt,
  readPaste,
  readTime,
  speaksOfFailure,
  timeTextOf,
} from './read/index.js';

/** A place in a log, diagnosed; lines are counted through the log. */
export interface Place {
  /** The line it is known by, and what other logs told at that moment. */
  readonly lines: readonly [FoundLine, ...FoundLine[]];
  readonly excerpt: Excerpt;
  readonly diagnosis: Diagnosis;
}

/** More places than this are not looked at. */
const mostPlaces = 96;

/** Logs of one machine tell of one fault within so many milliseconds. */
const moment = 2000;

export interface PlacesOptions {
  diagnose(paste: string): Diagnosis;
  /** True for a line that tells nothing without its neighbours. */
  isAside(line: string): boolean;
}

/** @param known Heaviest first: a place is diagnosed once, around its heaviest line. */
export function diagnosePlaces(known: readonly FoundLine[], { diagnose, isAside }: PlacesOptions): Place[] {
  const places: Place[] = [];
  const read = new Set<number>();
  const meanwhile = inOtherLogs(known);
  for (const found of known) {
    if (places.length >= mostPlaces) break;
    if (read.has(found.number)) continue;
    const others = meanwhile(found);
    const lines = [found, ...others] as const;
    const excerpt = excerptOf(found, others);
    for (const number of excerpt.numbers) read.add(number);
    const together = inLog(diagnose(excerpt.text), lines, excerpt);
    const alone = aloneOf(found);
    const diagnoses = isAside(found.text) ? [together] : preferred(together, inLog(diagnose(alone.text), lines, alone));
    for (const diagnosis of diagnoses) places.push({ lines, excerpt, diagnosis });
  }
  return places;
}

/** @returns What other logs told at the moment of a line, in the order of time. */
function inOtherLogs(known: readonly FoundLine[]): (line: FoundLine) => FoundLine[] {
  if (known.every(({ log }) => log === known[0]?.log)) return () => [];
  const times = timesOf(known);
  return (line) => {
    const time = times.get(line);
    if (time === undefined) return [];
    return known
      .map((other) => ({ other, at: times.get(other) ?? Number.NaN }))
      .filter(({ other, at }) => other.log !== line.log && Math.abs(at - time) <= moment)
      .sort((a, b) => a.at - b.at || a.other.number - b.other.number)
      .map(({ other }) => other);
  };
}

/** When lines were logged, on one clock where the logs tell how theirs differ. */
function timesOf(known: readonly FoundLine[]): Map<FoundLine, number> {
  const logs = [...new Set(known.map(({ log }) => log))].sort((a, b) => a - b).map(String);
  const seen = known.flatMap((line) => {
    const [entry] = readPaste(line.text);
    const time = entry === undefined ? undefined : timeTextOf(entry);
    const at = time === undefined ? undefined : readTime(time);
    if (entry === undefined || at === undefined) return [];
    const sighting: Sighting = {
      machine: String(line.log),
      at: at.utc ?? at.local,
      isUtc: at.utc !== undefined,
      ids: new Set(idsIn(entry.message)),
      address: undefined,
    };
    return [{ line, sighting }];
  });
  const clocks = clocksOf(
    logs,
    seen.map(({ sighting }) => sighting),
  );
  const offsets = new Map(clocks.map(({ machine, offsetMs }) => [machine, offsetMs]));
  return new Map(seen.map(({ line, sighting }) => [line, sighting.at + (offsets.get(sighting.machine) ?? 0)]));
}

/** Neighbours may tell more than the line, or be of no concern. */
function preferred(together: Diagnosis, alone: Diagnosis): Diagnosis[] {
  const [first, second] = [together.candidates[0], alone.candidates[0]];
  if (second === undefined || alone.verdict === 'none') return [together];
  if (first === undefined || together.verdict === 'none') return [alone];
  if (nameOf(first) === nameOf(second)) return [second.confidence > first.confidence ? alone : together];
  // Where the neighbours are reason to doubt what the line seems to say, they are heard.
  const isDoubted = together.candidates.some((one) => nameOf(one) === nameOf(second));
  return isDoubted || together.verdict === 'match' ? [together] : [together, alone];
}

/** Names the issue of a candidate among all articles. */
export function nameOf({ article, issue }: Candidate): string {
  return `${article.path}#${issue.id}`;
}

/** A diagnosis of some lines of a log, told of the log. */
function inLog(diagnosis: Diagnosis, lines: Place['lines'], { numbers }: Excerpt): Diagnosis {
  const numberOf = (line: number): number => numbers[line - 1] ?? lines[0].number;
  return {
    ...diagnosis,
    codes: diagnosis.codes.map((code) => ({ ...code, line: numberOf(code.line) })),
    candidates: diagnosis.candidates.map((candidate) => candidateInLog(candidate, lines, numberOf)),
  };
}

/** Healthy logs are full of lines that articles quote beside those that matter: they raise a question, no more. */
const mostOfHarmless = verdictAt.match - 0.01;

function candidateInLog(candidate: Candidate, lines: Place['lines'], numberOf: (line: number) => number): Candidate {
  const evidence = candidate.evidence.map((one, at) => {
    const line = numberOf(one.line);
    return { ...one, line, why: at === 0 ? `${one.why}${sightings(faultAt(lines, line))}` : one.why };
  });
  const around = lines.flatMap((line) => [...line.before, line, ...line.after]);
  const speaks = around.some(
    ({ number, text }) => evidence.some(({ line }) => line === number) && speaksOfFailure(text),
  );
  const confidence = speaks ? candidate.confidence : Math.min(candidate.confidence, mostOfHarmless);
  return candidateWith(candidate, { confidence, evidence });
}

function sightings({ count, firstLine, lastLine }: Fault): string {
  if (count === 1) return '';
  const [times, first, last] = [count, firstLine, lastLine].map((number) => number.toLocaleString('en'));
  return `; seen ${times} times, first at line ${first}, last at line ${last}`;
}
