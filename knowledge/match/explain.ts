// The lines an answer rests on, and why, in words for the person.

import type { Evidence } from '../diagnosis.js';
import { isPhrase, isTelling, Kind } from './features/kind.js';
import type { Query, QueryLine } from './query/read-query.js';
import { type Shared, timesNamed } from './search/shared.js';

const mostLines = 3;
const longestText = 500;
const longestQuote = 90;

/**
 * @param shared What paste and issue have in common.
 * @returns The decisive line first: the one with what the author names, not the one with most words.
 */
export function evidenceOf(query: Query, shared: readonly Shared[]): Evidence[] {
  const lines = decisiveFirst(query, shared);
  const lead = query.lines[lines[0]?.at ?? 0];
  const least = (lines[0]?.weight ?? 0) / 5;
  return lines
    .filter(({ weight }) => weight > 0 && weight >= least)
    .slice(0, mostLines)
    .flatMap(({ at, best }) => {
      const line = query.lines[at];
      if (line === undefined) return [];
      const why = reasonOf(line.read, best, shared) + followed(line, lead) + repeated(line);
      return [{ line: line.line, text: shortened(line.text, longestText), why }];
    });
}

/** The line that decides, as `evidenceOf` has it; undefined where nothing is shared that could. */
export function decisiveLine(query: Query, shared: readonly Shared[]): QueryLine | undefined {
  const [lead] = decisiveFirst(query, shared);
  return lead === undefined || lead.weight <= 0 ? undefined : query.lines[lead.at];
}

interface Deciding {
  /** Index into the lines of the query. */
  readonly at: number;
  /** How much the line decides. */
  readonly weight: number;
  /** What decides most in it. */
  readonly best: Shared;
}

/** A line decides by the one thing in it that decides most; the rest only tells apart lines that are alike in that. */
function decisiveFirst(query: Query, shared: readonly Shared[]): Deciding[] {
  const tallies = new Map<number, { best: Shared; most: number; sum: number }>();
  for (const one of shared) {
    const weight = decisiveness(one);
    const tally = tallies.get(one.at);
    if (tally === undefined) tallies.set(one.at, { best: one, most: weight, sum: weight });
    else {
      tally.sum += weight;
      if (weight > tally.most) {
        tally.most = weight;
        tally.best = one;
      }
    }
  }
  return Array.from(tallies, ([at, { best, most, sum }]) => ({
    at,
    weight: leadWeight(query, at) * (most + sum / 50),
    best,
  })).sort((one, other) => other.weight - one.weight || one.at - other.at);
}

/** How much a line counts when it comes to which one leads. */
function leadWeight({ lines }: Query, at: number): number {
  const role = lines[at]?.role ?? 'plain';
  switch (role) {
    case 'tells':
      return 1;
    case 'plain':
    case 'frame':
    case 'header':
      return 0.8;
    case 'consequence':
      return 0.2;
    case 'harmless':
      return 0.01;
    default:
      return role satisfies never;
  }
}

/**
 * How much a feature decides. A log holds many names and codes; those that the author writes about, in the title and
 * in the text around the log, are what the issue is about.
 */
function decisiveness(one: Shared): number {
  const { kind, frequency, gain } = one;
  const named = timesNamed(one);
  const rarity = 1 / Math.log2(1 + frequency);
  if (isTelling(kind)) return (kind === Kind.codeText ? 0.2 : 1) * rarity * (1 + 2 * named);
  if (isPhrase(kind)) return (kind === Kind.commonPhrase ? 0.1 : 0.2) * rarity * (1 + 2 * named);
  return gain * 1e-6; // Only where nothing else is shared.
}

function reasonOf(text: string, best: Shared, shared: readonly Shared[]): string {
  const quoted = (start: number, end: number): string => `“${shortened(text.slice(start, end).trim(), longestQuote)}”`;
  switch (best.kind) {
    case Kind.symbol:
    case Kind.code:
    case Kind.codeText:
    case Kind.name:
    case Kind.event:
      return `${quoted(best.start, best.end)} stands ${rarityOf(best)}`;
    case Kind.status: {
      // In a log of requests its digits stand apart, and the line as a whole has it.
      const isWhole = best.end - best.start === text.length && !/^[\d.]+$/.test(text);
      return `${isWhole ? 'this request status' : quoted(best.start, best.end)} stands ${rarityOf(best)}`;
    }
    case Kind.pair:
    case Kind.triple:
    case Kind.commonPhrase:
    case Kind.whole: {
      const run = longestRun(shared.filter(({ at, kind }) => at === best.at && isPhrase(kind)));
      return `the words ${quoted(run.start, run.end)} stand ${rarityOf(run)}`;
    }
    case Kind.product:
      return `${quoted(best.start, best.end)} is what the article is about`;
    case Kind.innerCode:
      return `${quoted(best.start, best.end)} wraps a code that stands ${rarityOf(best)}`;
    case Kind.genericCode:
    case Kind.word:
    case Kind.commonWord:
    case Kind.place:
    case Kind.part:
      return `${quoted(best.start, best.end)} stands ${rarityOf(best)}`;
    default:
      return best.kind satisfies never;
  }
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** Of its rarest phrase. */
  readonly frequency: number;
}

/** The longest stretch of the line that its phrases cover without a gap. */
function longestRun(phrases: readonly Shared[]): Run {
  let longest: Run = { start: 0, end: 0, frequency: 0 };
  let run: Run | undefined;
  const inOrder = phrases.toSorted((one, other) => one.start - other.start || one.end - other.end);
  for (const { start, end, frequency } of inOrder) {
    run =
      run === undefined || start >= run.end
        ? { start, end, frequency }
        : { start: run.start, end: Math.max(run.end, end), frequency: Math.min(run.frequency, frequency) };
    if (run.end - run.start > longest.end - longest.start) longest = run;
  }
  return longest;
}

function rarityOf({ frequency }: { readonly frequency: number }): string {
  if (frequency === 1) return 'in this issue only';
  return frequency <= 10 ? `in this issue and ${frequency - 1} other${frequency === 2 ? '' : 's'}` : 'in this issue';
}

/** What follows from a line stands below it. */
function followed({ line, role }: QueryLine, lead: QueryLine | undefined): string {
  const isSure = role === 'consequence' && lead !== undefined && lead.role !== role && lead.line < line;
  return isSure ? `; it follows from line ${lead.line}` : '';
}

function repeated({ times }: { readonly times: number }): string {
  return times === 1 ? '' : `; ${times} lines of your paste say so`;
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
