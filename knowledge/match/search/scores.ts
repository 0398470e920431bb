// Scores of issues, added up as lists of features are read.

import { strengths } from '../weights.js';
import type { Index } from './feature-index.js';
import type { KnownFeature } from './known-features.js';
import { leastOfBest } from './least-of-best.js';

export interface Scored {
  /** Positions, ascending. */
  readonly issues: Uint32Array;
  readonly sums: Float64Array;
}

/** Kept between searches, since clearing what was touched is cheaper than a new one. */
export class Scores {
  /** What was read since it was begun anew, list after list: lists lie far apart, and are read twice. */
  readonly read: { readonly issues: Uint32Array; readonly zones: Uint8Array };
  #count = 0;
  readonly #sums: Float64Array;
  /** Each issue that was read once, with its sum. */
  readonly #distinct: { readonly issues: Uint32Array; readonly sums: Float64Array };

  /** @param most That is read for one paste. */
  constructor(issues: number, most: number) {
    this.read = { issues: new Uint32Array(most), zones: new Uint8Array(most) };
    this.#sums = new Float64Array(issues);
    this.#distinct = { issues: new Uint32Array(issues + 1), sums: new Float64Array(issues + 1) };
  }

  /** Reads the list of a feature, and adds what it tells to the sums of all issues in it. */
  add({ postedIssues, postedZones, needPosted }: Index, { list, frequency, weight }: KnownFeature): void {
    const sums = this.#sums;
    const { issues, zones } = this.read;
    const end = list + frequency;
    needPosted(list, end);
    let count = this.#count;
    for (let at = list; at < end; at += 1) {
      const issue = postedIssues[at] ?? 0;
      const where = postedZones[at] ?? 0;
      issues[count] = issue;
      zones[count] = where;
      count += 1;
      sums[issue] = (sums[issue] ?? 0) + weight * (strengths[where] ?? 0);
    }
    this.#count = count;
  }

  /**
   * Begins anew.
   *
   * @returns The issues with the `most` highest sums; more where the last of them are equal.
   */
  takeBest(most: number): Scored {
    const all = this.#takeAll();
    const least = leastOfBest(all.sums, most);
    let kept = 0;
    for (let at = 0; at < all.sums.length; at += 1) {
      const sum = all.sums[at] ?? 0;
      if (sum < least) continue;
      const issue = all.issues[at] ?? 0;
      all.issues[kept] = issue;
      this.#sums[issue] = sum;
      kept += 1;
    }
    const issues = all.issues.slice(0, kept).sort();
    const sums = new Float64Array(kept);
    for (let at = 0; at < kept; at += 1) {
      const issue = issues[at] ?? 0;
      sums[at] = this.#sums[issue] ?? 0;
      this.#sums[issue] = 0;
    }
    return { issues, sums };
  }

  #takeAll(): Scored {
    const all = this.#sums;
    const read = this.read.issues;
    const { issues, sums } = this.#distinct;
    let count = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const issue = read[at] ?? 0;
      const sum = all[issue] ?? 0;
      issues[count] = issue;
      sums[count] = sum;
      all[issue] = 0;
      // Which are new cannot be foretold: as a number it takes a fifth of the time that it takes as a condition.
      count += Number(sum > 0);
    }
    this.#count = 0;
    return { issues: issues.subarray(0, count), sums: sums.subarray(0, count) };
  }
}
