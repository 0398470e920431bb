// What speaks for a candidate, in a few figures. They decide how sure the answer is.

import { isInformation, isPhrase, isSpecificCode, isTelling, Kind } from './features/kind.js';
import { lineWeight } from './query/line-weight.js';
import type { Query } from './query/read-query.js';
import { type Index, rarityIn } from './search/feature-index.js';
import type { KnownFeature } from './search/known-features.js';
import type { Ranked } from './search/rank.js';
import { explainedBy, type Shared, timesNamed } from './search/shared.js';
import { kindWeight, rarityPower } from './weights.js';
import { Zone } from './zones.js';

/**
 * Shares and margins are 0 to 1, gains are 0 or more, in units of the rarest word. How much is shared in all is not among
 * what decides: a long line shares much with anything.
 */
export interface Quantities {
  /** Share of the paste's information that the candidate explains. */
  readonly share: number;
  /** Gain of the line that gains most. */
  readonly lineGain: number;
  /** Share of that line's phrases that the candidate has word for word. */
  readonly phraseShare: number;
  /** Gain of the most telling single name or code. */
  readonly telling: number;
  /** How much the rarest name or code is what the author writes about: 1 for one that only this issue has, and names often. */
  readonly named: number;
  /** Share of the best title that the paste holds, weighted by how much that tells. */
  readonly title: number;
  /** Distance to the next issue, as a share of the score. */
  readonly margin: number;
  /** Distance to the next article. */
  readonly articleMargin: number;
  /** Share of the products that the paste names which the candidate is not about; 0 when it names none. */
  readonly otherProduct: number;
  /** Share of the names and codes it has, or of the words where it has none such, that do not stand there in passing. */
  readonly central: number;
  /** The paste holds all of its title, and that is some words long. */
  readonly isTitled: boolean;
  /** It quotes a line of the paste, but with another code, and has none of the paste's. */
  readonly quotesOtherCode: boolean;
  /**
   * The paste holds codes, known to any issue or not, and it has none of them, nor what they wrap. Numbers of messages,
   * "Error (2912)", do not count beside such as 0x80072f0d.
   */
  readonly lacksCodes: boolean;
  /** The paste reports a name or a code, known to any issue or not, that it has not. */
  readonly lacksName: boolean;
}

/** The information of a paste, known to the index or not. Made once for all candidates. */
export interface Information {
  readonly unit: number;
  /** Of each line. */
  readonly lines: Float64Array;
  readonly whole: number;
  /** Number of phrases in each line. */
  readonly phrases: Uint32Array;
  /** Some code tells more than that something failed. */
  readonly hasCode: boolean;
  /** One of them is written in eight digits or more: no number of a message, but what is wrong. */
  readonly hasLongCode: boolean;
  /** Number of names and codes, but for those of stack frames and of fields that any record has. */
  readonly names: number;
}

export function informationIn(index: Index, query: Query, known: readonly KnownFeature[]): Information {
  // What no issue has may be a host name or the very fault that is unknown here: half of the rarest is between.
  const unit = rarityIn(index, 1) ** rarityPower;
  const lines = new Float64Array(query.lines.length);
  const phrases = new Uint32Array(query.lines.length);
  let hasCode = false;
  let hasLongCode = false;
  let names = 0;
  // Those that are known are in the same order.
  let next = 0;
  for (const { hash, kind, at, start, end } of query.features.values()) {
    const one = known[next]?.hash === hash ? known[next] : undefined;
    if (one !== undefined) next += 1;
    hasCode ||= isDefiniteCode(kind);
    if (isReported(query, kind, at)) names += 1;
    hasLongCode ||= kind === Kind.code && isLong(start, end);
    if (isPhrase(kind)) phrases[at] = (phrases[at] ?? 0) + 1;
    if (isInformation(kind)) lines[at] = (lines[at] ?? 0) + (one?.weight ?? unknownWeight(query, kind, at, unit));
  }
  const whole = lines.reduce((sum, one) => sum + one, 0);
  return { unit, lines, phrases, hasCode, hasLongCode, names, whole };
}

/** A code that tells more than that something failed. */
function isDefiniteCode(kind: Kind): boolean {
  return isSpecificCode(kind) || kind === Kind.status;
}

function isReported({ lines }: Query, kind: Kind, at: number): boolean {
  const role = lines[at]?.role;
  return isTelling(kind) && role !== 'frame' && role !== 'header';
}

function isLong(start: number, end: number): boolean {
  return end - start >= 8;
}

function agrees({ kind }: Shared): boolean {
  return isDefiniteCode(kind) || kind === Kind.innerCode;
}

function agreesInLong(one: Shared): boolean {
  return (one.kind === Kind.code || one.kind === Kind.innerCode) && isLong(one.start, one.end);
}

function unknownWeight(query: Query, kind: Kind, at: number, unit: number): number {
  return unit * kindWeight[kind] * lineWeight(query, at);
}

/** @param next Candidates below it, best first. */
export function quantitiesOf(
  query: Query,
  ranked: Ranked,
  shared: readonly Shared[],
  { unit, phrases, whole, hasCode, hasLongCode, names }: Information,
  next: { readonly issue: Ranked | undefined; readonly article: Ranked | undefined },
): Quantities {
  const best = bestLine(ranked);
  const said = shared.reduce((count, { at, kind }) => (at === best && isPhrase(kind) ? count + 1 : count), 0);
  const behind = (other: Ranked | undefined): number =>
    other === undefined ? 1 : ranked.score <= 0 ? 0 : Math.max(0, (ranked.score - other.score) / ranked.score);
  return {
    share: ratio(explainedBy(shared), whole),
    phraseShare: ratio(said, phrases[best] ?? 0),
    lineGain: (ranked.gains[best] ?? 0) / unit,
    telling: ranked.telling / unit,
    named: shared.reduce((most, one) => Math.max(most, namedBy(one)), 0),
    title: ranked.titleShare * Math.min(1, ranked.title / unit / 2),
    margin: behind(next.issue),
    articleMargin: behind(next.article),
    otherProduct: ranked.otherProduct,
    central: centralIn(shared),
    isTitled: ranked.isTitled,
    quotesOtherCode: ranked.quotesOtherCode,
    lacksName: shared.reduce((count, { kind, at }) => (isReported(query, kind, at) ? count + 1 : count), 0) < names,
    lacksCodes: hasLongCode ? !shared.some(agreesInLong) : hasCode && !shared.some(agrees),
  };
}

// A name or a code is what an issue is about where it shows itself; words of steps tell what a guide is about.
const aside = 1 << Zone.more;
const passing = aside | (1 << Zone.resolution);

function centralIn(shared: readonly Shared[]): number {
  const telling = shared.some(({ kind }) => isTelling(kind));
  const [counts, away] = telling ? [isTelling, passing] : [isInformation, aside];
  let whole = 0;
  let central = 0;
  for (const { kind, weight, zones } of shared) {
    if (!counts(kind)) continue;
    whole += weight;
    if ((zones & ~away) !== 0) central += weight;
  }
  return ratio(central, whole);
}

function namedBy(one: Shared): number {
  if (!isTelling(one.kind)) return 0;
  return Math.min(1, (1 + timesNamed(one)) / 3) / Math.log2(1 + one.frequency);
}

/** Position of the line that gains most. */
export function bestLine({ gains }: Ranked): number {
  let best = 0;
  for (let at = 1; at < gains.length; at += 1) if ((gains[at] ?? 0) > (gains[best] ?? 0)) best = at;
  return best;
}

function ratio(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}
