// Query → the issues that share most with it.

import { featureAt, type Index } from './build-index.js';
import type { Query, QueryFeature } from './read-query.js';
import { kindWeight } from './weights.js';

/** A feature of the query that the index knows, and what it can contribute. */
export interface KnownFeature extends QueryFeature {
  /** Position in the index. */
  readonly feature: number;
  /** Number of issues that have it. */
  readonly frequency: number;
  /** What it adds to the score of an issue that has it at full strength. */
  readonly weight: number;
}

export interface Hit {
  readonly issue: number;
  readonly score: number;
}

/** @returns In the order of the query. */
export function knownFeatures(index: Index, query: Query): KnownFeature[] {
  const known: KnownFeature[] = [];
  for (const one of query.features) {
    const feature = featureAt(index, one.hash);
    if (feature < 0) continue;
    const frequency = (index.starts[feature + 1] ?? 0) - (index.starts[feature] ?? 0);
    const rarity = Math.log(1 + (index.issues - frequency + 0.5) / (frequency + 0.5));
    known.push({ ...one, feature, frequency, weight: rarity * kindWeight[one.kind] });
  }
  return known;
}

/** Adds up scores issue by issue; kept between searches, since clearing what was touched is cheaper than a new one. */
export class Scores {
  readonly #scores: Float64Array;
  readonly #touched: Uint32Array;
  #count = 0;

  constructor(issues: number) {
    this.#scores = new Float64Array(issues);
    this.#touched = new Uint32Array(issues);
  }

  /** @returns The best `most` issues, best first; equal ones in the order of the index. */
  search(index: Index, features: readonly KnownFeature[], most: number): Hit[] {
    for (const { feature, weight } of features) this.#add(index, feature, weight);
    const best: Hit[] = [];
    for (let at = 0; at < this.#count; at += 1) {
      const issue = this.#touched[at] ?? 0;
      const score = this.#scores[issue] ?? 0;
      this.#scores[issue] = 0;
      const worst = best[most - 1];
      if (worst === undefined || isBetter({ issue, score }, worst)) insert(best, { issue, score }, most);
    }
    this.#count = 0;
    return best;
  }

  #add(index: Index, feature: number, weight: number): void {
    const end = index.starts[feature + 1] ?? 0;
    for (let at = index.starts[feature] ?? 0; at < end; at += 1) {
      const issue = index.postedIssues[at] ?? 0;
      const before = this.#scores[issue] ?? 0;
      if (before === 0) {
        this.#touched[this.#count] = issue;
        this.#count += 1;
      }
      this.#scores[issue] = before + (weight * (index.postedImpacts[at] ?? 0)) / 255;
    }
  }
}

function isBetter(one: Hit, other: Hit): boolean {
  return one.score > other.score || (one.score === other.score && one.issue < other.issue);
}

function insert(best: Hit[], hit: Hit, most: number): void {
  let at = best.length;
  for (let above = best[at - 1]; above !== undefined && isBetter(hit, above); above = best[at - 1]) at -= 1;
  best.splice(at, 0, hit);
  if (best.length > most) best.pop();
}

/** @returns The strength of a feature in an issue, 0 to 1; 0 when the issue does not have it. */
export function strengthIn(index: Index, feature: number, issue: number): number {
  let low = index.starts[feature] ?? 0;
  let high = (index.starts[feature + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = index.postedIssues[middle] ?? 0;
    if (here === issue) return (index.postedImpacts[middle] ?? 0) / 255;
    if (here < issue) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
