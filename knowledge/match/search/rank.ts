// The issues that a search found, in the order in which they explain the paste.

import { isCode, isPhrase, isTelling, Kind } from '../features/kind.js';
import { sourcesOfEvents } from '../query/event-source.js';
import type { Query, QueryFeature } from '../query/read-query.js';
import { mostIssuesOfName, mostIssuesOfWord, rankWeights, strengths } from '../weights.js';
import { Zone } from '../zones.js';
import type { Index } from './feature-index.js';
import type { KnownFeature } from './known-features.js';
import type { Found } from './search.js';
import { noTitle, type TitleFit, Titles } from './titles.js';

/** An issue with what the paste gains by it. */
export interface Ranked {
  readonly issue: number;
  /** Where in it each known feature of the paste stands: one bit a zone, 0 where it does not. */
  readonly zones: Uint8Array;
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
  /** The paste holds all of the title, and that is some words long. */
  readonly isTitled: boolean;
}

const inTitle = (1 << Zone.title) | (1 << Zone.article);

/** What one candidate gains, feature by feature added up. */
interface Tally {
  readonly gains: Float64Array;
  /** Gain of each line without its names and codes; overwritten by the next candidate's. */
  readonly described: Float64Array;
  readonly telling: number;
  readonly allTelling: number;
  /** Weight of the names and codes that are shared, wherever they stand in the issue. */
  readonly toldWeight: number;
  readonly hasCode: boolean;
  /** It has the words around a code of the paste. */
  readonly quotesCodeLine: boolean;
  /** Gain of the products that the paste names. */
  readonly products: number;
  /** Gain of the event that tells most, and whether what reports it is named as well. */
  readonly event: number;
  readonly hasSource: boolean;
  /** Its title has a name that hardly any other issue has. */
  readonly isNamed: boolean;
}

/** What the paste tells that some issue knows. */
interface Told {
  readonly anyCode: boolean;
  /** Weight of its names and codes. */
  readonly weight: number;
  /** Weight of the products it names. */
  readonly products: number;
}

/** Orders candidates. */
export class Ranking {
  readonly #titles = new Titles();

  /** @returns Best first; equal ones in the order of the index. */
  rank(index: Index, query: Query, known: readonly KnownFeature[], { issues, zones: table }: Found): Ranked[] {
    const lines = query.lines.length;
    const counted = countedOf(query, known);
    const told: Told = {
      anyCode: [...query.features.values()].some((one) => isCode(one.kind)),
      weight: weightOf(known, isTelling),
      products: weightOf(known, (kind) => kind === Kind.product),
    };
    const fits = this.#titles.fits(index, query, issues);
    const described = new Float64Array(lines);
    const gains = new Float64Array(lines * issues.length);
    const ranked = table.map((zones, at) => {
      const tally = tallyOf(zones, counted, gains.subarray(at * lines, (at + 1) * lines), described.fill(0));
      return scored(index, issues[at] ?? 0, zones, tally, told, fits[at]);
    });
    return ranked.sort((a, b) => b.score - a.score || a.issue - b.issue);
  }
}

/** A feature of the paste, by what it counts as. */
interface Counted {
  /** Of the line it stands in. */
  readonly at: number;
  readonly weight: number;
  readonly isProduct: boolean;
  readonly isTelling: boolean;
  readonly isCode: boolean;
  readonly isEvent: boolean;
  /** A rare phrase around a code: who has it quotes the same sentence, with this code or with another. */
  readonly holdsCode: boolean;
  /** It names what reports the events of the paste. */
  readonly isSource: boolean;
  /** A name, or a word, that hardly any issue has: in a title it is what the issue is about. */
  readonly isRareName: boolean;
  readonly isRareWord: boolean;
}

function countedOf(query: Query, known: readonly KnownFeature[]): Counted[] {
  const holdsCode = makeHoldsCode(query);
  const sources = sourcesOfEvents(query);
  return known.map((one) => {
    const { kind, at, weight, hash, frequency } = one;
    return {
      at,
      weight,
      isProduct: kind === Kind.product,
      isTelling: isTelling(kind),
      isCode: isCode(kind),
      isEvent: kind === Kind.event,
      holdsCode: holdsCode(one),
      isSource: sources.has(hash),
      isRareName: (kind === Kind.symbol || kind === Kind.name) && frequency <= mostIssuesOfName,
      isRareWord: kind === Kind.word && frequency <= mostIssuesOfWord,
    };
  });
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

/**
 * @param zones Where each feature stands in the candidate.
 * @param gains For each line, and likewise `described`: filled, 0 at first.
 */
function tallyOf(zones: Uint8Array, counted: readonly Counted[], gains: Float64Array, described: Float64Array): Tally {
  let telling = 0;
  let allTelling = 0;
  let toldWeight = 0;
  let hasCode = false;
  let quotesCodeLine = false;
  let products = 0;
  let event = 0;
  let hasSource = false;
  let isNamed = false;
  for (let feature = 0; feature < zones.length; feature += 1) {
    const here = zones[feature] ?? 0;
    const one = here === 0 ? undefined : counted[feature];
    if (one === undefined) continue;
    const { at, weight } = one;
    const isInTitle = (here & inTitle) !== 0;
    const gain = weight * (strengths[here] ?? 0) * (one.isRareWord && isInTitle ? rankWeights.rareWord : 1);
    if (one.isProduct) {
      products += gain;
      continue;
    }
    gains[at] = (gains[at] ?? 0) + gain;
    hasCode ||= one.isCode;
    quotesCodeLine ||= one.holdsCode;
    hasSource ||= one.isSource;
    if (one.isEvent) event = Math.max(event, gain);
    if (!one.isTelling) {
      described[at] = (described[at] ?? 0) + gain;
      continue;
    }
    allTelling += gain;
    toldWeight += weight;
    if (!isInTitle) telling = Math.max(telling, gain);
    else {
      isNamed ||= one.isRareName;
      telling = Math.max(telling, gain * (one.isRareName ? rankWeights.rareName : 1 + rankWeights.telling));
    }
  }
  return {
    gains,
    described,
    telling,
    allTelling,
    toldWeight,
    hasCode,
    quotesCodeLine,
    products,
    event,
    hasSource,
    isNamed,
  };
}

function scored(
  index: Index,
  issue: number,
  zones: Uint8Array,
  tally: Tally,
  told: Told,
  { gain: title, share: titleShare, words: titleWords }: TitleFit = noTitle,
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
  const isTitled = titleWords >= rankWeights.wholeTitleWords && titleShare >= rankWeights.wholeTitleShare;
  const otherCode = told.anyCode && !tally.hasCode && !tally.isNamed && !isTitled;
  const otherCodeCosts = tally.quotesCodeLine ? rankWeights.otherCodeInQuote : rankWeights.otherCode;
  const wholeTitle = Math.min(1, titleWords / rankWeights.wholeTitleWords);
  const fit =
    (1 - rankWeights.missing * (1 - ratio(tally.toldWeight, told.weight, 1))) *
    (otherCode ? 1 - otherCodeCosts : 1) *
    (1 + rankWeights.product * ratio(tally.products, told.products, 0)) *
    (1 + rankWeights.wholeTitle * wholeTitle * titleShare ** rankWeights.wholeTitlePower);
  const score = (whole * fit) / length;
  return {
    issue,
    zones,
    score,
    gains,
    telling,
    allTelling,
    otherProduct: 1 - ratio(tally.products, told.products, 1),
    quotesOtherCode: otherCode && tally.quotesCodeLine,
    title,
    titleShare,
    isTitled,
  };
}

function weightOf(known: readonly KnownFeature[], counts: (kind: Kind) => boolean): number {
  return known.reduce((sum, one) => (counts(one.kind) ? sum + one.weight : sum), 0);
}

/** @param none Where there is nothing to share. */
function ratio(part: number, whole: number, none: number): number {
  return whole === 0 ? none : part / whole;
}
