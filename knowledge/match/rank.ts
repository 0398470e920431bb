// The issues that a search found, in the order in which they explain the paste.

import { sourcesOfEvents } from './event-source.js';
import type { Index } from './feature-index.js';
import { isCode, isPhrase, isTelling, Kind } from './features.js';
import type { Query, QueryFeature } from './read-query.js';
import type { KnownFeature } from './search.js';
import { seek } from './seek.js';
import { noTitle, type TitleFit, Titles } from './titles.js';
import { rankWeights, strengths } from './weights.js';
import { Zone } from './zones.js';

/** An issue with what the paste gains by it. */
export interface Ranked {
  readonly issue: number;
  readonly score: number;
  /** Gain of each line of the query, all that is shared counted. */
  readonly gains: Float64Array;
  /** Gain of the most telling single name or code; 0 when none is shared. */
  readonly telling: number;
  /** Gain of all names and codes that are shared. */
  readonly allTelling: number;
  /** Share of the products that the paste names which the issue is not about; 0 when it names none. */
  readonly otherProduct: number;
  /** It quotes a line of the paste, but with another code, and has none of the paste's. */
  readonly quotesOtherCode: boolean;
  /** Gain of the title words that the paste holds. */
  readonly title: number;
  /** Their share of the title, 0 to 1. */
  readonly titleShare: number;
}

const inTitle = (1 << Zone.title) | (1 << Zone.article);

/** What one candidate gains, feature by feature added up. */
interface Tally {
  readonly gains: Float64Array;
  /** Gain of each line without its names and codes. */
  readonly described: Float64Array;
  telling: number;
  allTelling: number;
  /** Weight of the names and codes that are shared, wherever they stand in the issue. */
  toldWeight: number;
  hasCode: boolean;
  /** It has the words around a code of the paste. */
  quotesCodeLine: boolean;
  /** Gain of the products that the paste names. */
  products: number;
  /** Gain of the event that tells most, and whether what reports it is named as well. */
  event: number;
  hasSource: boolean;
}

/** What the paste tells that some issue knows. */
interface Told {
  readonly anyCode: boolean;
  /** Weight of its names and codes. */
  readonly weight: number;
  /** Weight of the products it names. */
  readonly products: number;
}

/** Orders candidates. Kept between searches: it finds the tally of an issue without a look-up in a map. */
export class Ranking {
  readonly #slots: Uint16Array;
  readonly #titles = new Titles();

  constructor(issues: number) {
    this.#slots = new Uint16Array(issues);
  }

  /**
   * @param candidates Positions of issues, at most 65,000.
   * @returns Best first; equal ones in the order of the index.
   */
  rank(index: Index, query: Query, known: readonly KnownFeature[], candidates: Uint32Array): Ranked[] {
    const tallies = this.#tally(index, query, known, candidates);
    const told: Told = {
      anyCode: [...query.features.values()].some((one) => isCode(one.kind)),
      weight: weightOf(known, isTelling),
      products: weightOf(known, (kind) => kind === Kind.product),
    };
    const fits = this.#titles.fits(index, query, candidates);
    const ranked = tallies.map((tally, at) => scored(index, candidates[at] ?? 0, tally, told, fits[at]));
    return ranked.sort((a, b) => b.score - a.score || a.issue - b.issue);
  }

  #tally(index: Index, query: Query, known: readonly KnownFeature[], candidates: Uint32Array): Tally[] {
    const lines = query.lines.length;
    const tallies = Array.from(candidates, (): Tally => {
      return {
        gains: new Float64Array(lines),
        described: new Float64Array(lines),
        telling: 0,
        allTelling: 0,
        toldWeight: 0,
        hasCode: false,
        quotesCodeLine: false,
        products: 0,
        event: 0,
        hasSource: false,
      };
    });
    for (const [at, issue] of candidates.entries()) this.#slots[issue] = at + 1;
    const holdsCode = makeHoldsCode(query);
    const sources = sourcesOfEvents(query);
    for (const feature of known) {
      const one = { feature, holdsCode: holdsCode(feature), isSource: sources.has(feature.hash) };
      const start = index.starts[feature.feature] ?? 0;
      const end = index.starts[feature.feature + 1] ?? 0;
      // A long list is not read through for a few candidates: each is looked up in it.
      if (end - start > candidates.length * 8) lookUp(index, start, end, one, candidates, tallies);
      else
        for (let posting = start; posting < end; posting += 1) {
          const slot = this.#slots[index.postedIssues[posting] ?? 0] ?? 0;
          // Most are none of the candidates, and to ask an array for what it cannot hold takes long.
          const tally = slot === 0 ? undefined : tallies[slot - 1];
          if (tally !== undefined) add(tally, one, index.postedZones[posting] ?? 0);
        }
    }
    for (const issue of candidates) this.#slots[issue] = 0;
    return tallies;
  }
}

/** @param candidates Ascending, as the list is. */
function lookUp(
  { postedIssues, postedZones }: Index,
  start: number,
  end: number,
  one: Counted,
  candidates: Uint32Array,
  tallies: readonly Tally[],
): void {
  let posting = start;
  for (let at = 0; at < candidates.length; at += 1) {
    const issue = candidates[at] ?? 0;
    posting = seek(postedIssues, issue, posting, end);
    const tally = tallies[at];
    if (posting < end && postedIssues[posting] === issue && tally !== undefined)
      add(tally, one, postedZones[posting] ?? 0);
  }
}

/** What is counted for each candidate that has it. */
interface Counted {
  readonly feature: KnownFeature;
  /** A rare phrase around a code: who has it quotes the same sentence, with this code or with another. */
  readonly holdsCode: boolean;
  /** It names what reports the events of the paste. */
  readonly isSource: boolean;
}

// More issues than this share a phrase that is a habit of speech: `failed with error <number>`.
const mostQuoting = 12;

function makeHoldsCode({ features, lines }: Query): (one: KnownFeature) => boolean {
  const codes = lines.map((): QueryFeature[] => []);
  for (const one of features.values()) if (isCode(one.kind)) codes[one.at]?.push(one);
  return ({ kind, frequency, at, start, end }) =>
    frequency <= mostQuoting &&
    isPhrase(kind) &&
    kind !== Kind.whole &&
    (codes[at] ?? []).some((code) => code.start >= start && code.end <= end);
}

function add(tally: Tally, { feature: { kind, weight, at }, holdsCode, isSource }: Counted, zones: number): void {
  const gain = weight * (strengths[zones] ?? 0);
  if (kind === Kind.product) {
    tally.products += gain;
    return;
  }
  tally.gains[at] = (tally.gains[at] ?? 0) + gain;
  tally.hasCode ||= isCode(kind);
  tally.quotesCodeLine ||= holdsCode;
  tally.hasSource ||= isSource;
  if (kind === Kind.event) tally.event = Math.max(tally.event, gain);
  if (!isTelling(kind)) {
    tally.described[at] = (tally.described[at] ?? 0) + gain;
    return;
  }
  tally.allTelling += gain;
  tally.toldWeight += weight;
  tally.telling = Math.max(tally.telling, (zones & inTitle) === 0 ? gain : gain * (1 + rankWeights.telling));
}

function scored(
  index: Index,
  issue: number,
  tally: Tally,
  told: Told,
  { gain: title, share: titleShare }: TitleFit = noTitle,
): Ranked {
  const { gains, described, telling, allTelling } = tally;
  let sum = 0;
  for (const gain of described) if (gain > 0) sum += gain ** rankWeights.lineNorm;
  const whole =
    sum ** (1 / rankWeights.lineNorm) +
    rankWeights.allTelling * allTelling +
    rankWeights.telling * telling +
    tally.products +
    (tally.hasSource ? rankWeights.event * tally.event : 0) +
    rankWeights.title * title * titleShare ** rankWeights.titlePower;
  const length = ((index.lengths[issue] ?? 0) + 50) ** rankWeights.length;
  const otherCode = told.anyCode && !tally.hasCode;
  const otherCodeCosts = tally.quotesCodeLine ? rankWeights.otherCodeInQuote : rankWeights.otherCode;
  const fit =
    (1 - rankWeights.missing * (1 - ratio(tally.toldWeight, told.weight, 1))) *
    (otherCode ? 1 - otherCodeCosts : 1) *
    (1 + rankWeights.product * ratio(tally.products, told.products, 0));
  const score = (whole * fit) / length;
  return {
    issue,
    score,
    gains,
    telling,
    allTelling,
    otherProduct: 1 - ratio(tally.products, told.products, 1),
    quotesOtherCode: otherCode && tally.quotesCodeLine,
    title,
    titleShare,
  };
}

function weightOf(known: readonly KnownFeature[], counts: (kind: Kind) => boolean): number {
  return known.reduce((sum, one) => (counts(one.kind) ? sum + one.weight : sum), 0);
}

/** @param none Where there is nothing to share. */
function ratio(part: number, whole: number, none: number): number {
  return whole === 0 ? none : part / whole;
}
