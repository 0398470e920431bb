// The issues that a search found, in the order in which they explain the paste.

import type { Index } from './build-index.js';
import { isSpecificCode, isTelling } from './features.js';
import type { Query } from './read-query.js';
import type { KnownFeature } from './search.js';
import { rankWeights, strengths } from './weights.js';
import { Zone } from './zones.js';

/** An issue with what the paste gains by it. */
export interface Ranked {
  readonly issue: number;
  readonly score: number;
  /** Gain of each line of the query. */
  readonly gains: Float64Array;
  /** Gain of the most telling single name or code; 0 when none is shared. */
  readonly telling: number;
  /** The paste holds a specific code that some issue knows, and this one has none such. */
  readonly otherCode: boolean;
  /** Gain of the title words that the paste holds. */
  readonly title: number;
  /** Their share of the title, 0 to 1. */
  readonly titleShare: number;
}

const inTitle = (1 << Zone.title) | (1 << Zone.article);

/** Finds the slots of candidates by issue; kept between searches. */
export class Ranking {
  readonly #slots: Uint16Array;

  constructor(issues: number) {
    this.#slots = new Uint16Array(issues);
  }

  /**
   * @param candidates Positions of issues, at most 65,000.
   * @param articleOf Position of the article that an issue stands in.
   * @returns Best first; equal ones in the order of the index.
   */
  rank(
    index: Index,
    query: Query,
    known: readonly KnownFeature[],
    candidates: Uint32Array,
    articleOf: (issue: number) => number,
  ): Ranked[] {
    const lines = query.lines.length;
    const gains = new Float64Array(candidates.length * lines);
    const telling = new Float64Array(candidates.length);
    const withCode = new Uint8Array(candidates.length);
    for (const [slot, issue] of candidates.entries()) this.#slots[issue] = slot + 1;
    const anyCode = known.some((one) => isSpecificCode(one.kind));
    for (const { feature, kind, weight, at } of known) {
      const tells = isTelling(kind);
      const isCode = isSpecificCode(kind);
      const end = index.starts[feature + 1] ?? 0;
      for (let posting = index.starts[feature] ?? 0; posting < end; posting += 1) {
        const slot = (this.#slots[index.postedIssues[posting] ?? 0] ?? 0) - 1;
        if (slot < 0) continue;
        const zones = index.postedZones[posting] ?? 0;
        const gain = weight * (strengths[zones] ?? 0);
        gains[slot * lines + at] = (gains[slot * lines + at] ?? 0) + gain;
        if (isCode) withCode[slot] = 1;
        if (!tells) continue;
        const told = (zones & inTitle) === 0 ? gain : gain * (1 + rankWeights.telling);
        if (told > (telling[slot] ?? 0)) telling[slot] = told;
      }
    }
    for (const issue of candidates) this.#slots[issue] = 0;
    const ranked = Array.from(candidates, (issue, slot) =>
      scored(
        index,
        query,
        issue,
        gains.subarray(slot * lines, (slot + 1) * lines),
        telling[slot] ?? 0,
        anyCode && withCode[slot] === 0,
      ),
    );
    return withSiblings(ranked, articleOf).sort((a, b) => b.score - a.score || a.issue - b.issue);
  }
}

function scored(
  index: Index,
  query: Query,
  issue: number,
  gains: Float64Array,
  telling: number,
  otherCode: boolean,
): Ranked {
  const { gain: title, share: titleShare } = titleIn(index, query, issue);
  let sum = 0;
  for (const gain of gains) sum += gain ** rankWeights.lineNorm;
  const lines = sum ** (1 / rankWeights.lineNorm);
  const length = ((index.lengths[issue] ?? 0) + 50) ** rankWeights.length;
  const whole = (lines + rankWeights.title * title * titleShare + rankWeights.telling * telling) / length;
  return {
    issue,
    score: otherCode ? whole * (1 - rankWeights.otherCode) : whole,
    gains,
    telling,
    otherCode,
    title,
    titleShare,
  };
}

/** Each issue has up to three titles: its own, its article's, and the name of the file. The one that fits best counts. */
function titleIn(index: Index, query: Query, issue: number): { gain: number; share: number } {
  let best = { gain: 0, share: 0 };
  for (let title = index.titleStarts[issue] ?? 0; title < (index.titleStarts[issue + 1] ?? 0); title += 1) {
    let whole = 0;
    let held = 0;
    for (let at = index.titleWords[title] ?? 0; at < (index.titleWords[title + 1] ?? 0); at += 1) {
      const rarity = index.titleRarities[at] ?? 0;
      whole += rarity;
      if (query.features.has(index.titleHashes[at] ?? 0)) held += rarity;
    }
    const share = whole === 0 ? 0 : held / whole;
    if (held * share > best.gain * best.share) best = { gain: held, share };
  }
  return best;
}

function withSiblings(ranked: readonly Ranked[], articleOf: (issue: number) => number): Ranked[] {
  const sums = new Map<number, { sum: number; best: Ranked }>();
  for (const one of ranked) {
    const article = articleOf(one.issue);
    const before = sums.get(article);
    const best = before === undefined || one.score > before.best.score ? one : before.best;
    sums.set(article, { sum: (before?.sum ?? 0) + one.score, best });
  }
  return ranked.map((one) => {
    const { sum, best } = sums.get(articleOf(one.issue)) ?? { sum: one.score, best: one };
    return best === one ? { ...one, score: one.score + rankWeights.siblings * (sum - one.score) } : one;
  });
}
