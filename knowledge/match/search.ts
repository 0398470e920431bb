// Query → the issues that share most with it, by a sum over all that is shared. Fast and coarse; rank.ts looks closer.

import { featureAt, type Index, listLength, rarityIn } from './feature-index.js';
import { isCommonplace } from './features.js';
import { lineWeight } from './line-weight.js';
import type { Query, QueryFeature } from './read-query.js';
import { seek } from './seek.js';
import { elsewhere, kindWeight, rarityPower, strengths } from './weights.js';

/** A feature of the query that the index knows. */
export interface KnownFeature extends QueryFeature {
  /** Position in the index. */
  readonly feature: number;
  /** Number of issues that have it. */
  readonly frequency: number;
  /** What it adds to the score of an issue that has it at full strength. */
  readonly weight: number;
}

/** @returns In the order of the query. */
export function knownFeatures(index: Index, query: Query): KnownFeature[] {
  const known: KnownFeature[] = [];
  for (const one of query.features.values()) {
    const feature = featureAt(index, one.hash);
    if (feature < 0) continue;
    const frequency = listLength(index, feature);
    if (frequency === 0) continue;
    const rarity = isCommonplace(one.kind) ? rarityElsewhere(index, frequency) : rarityIn(index, frequency);
    const weight = rarity ** rarityPower * kindWeight[one.kind] * lineWeight(query, one.at);
    const { hash, kind, at, start, end } = one;
    known.push({ hash, kind, at, start, end, feature, frequency, weight });
  }
  return known;
}

/** As if there were some more issues of other subjects, half of which have it. */
function rarityElsewhere({ issues }: Index, frequency: number): number {
  return rarityIn({ issues: issues + elsewhere }, frequency + elsewhere / 2);
}

/**
 * Issues that a search reads in the lists of features, the rarest first. What has a long list tells little: it is not
 * read through but looked up, for those alone that lead by then. So the time of a search hardly grows with the number of
 * issues, and the answers are those of reading everything, but for a few in a thousand among the last candidates.
 */
const mostRead = 6144;
const mostLookedUp = 128;

/** A list that is so many times as long as what is looked up in it is sought through in steps, a shorter one is read. */
const longToRead = 20;

/** Adds up scores issue by issue; kept between searches, since clearing what was touched is cheaper than a new one. */
export class Scores {
  readonly #scores: Float64Array;
  readonly #touched: Uint32Array;
  #count = 0;

  constructor(issues: number) {
    this.#scores = new Float64Array(issues);
    this.#touched = new Uint32Array(issues);
  }

  /** @returns The `most` issues with the highest sums, ascending by position; more where the last of them are equal. */
  search(index: Index, features: readonly KnownFeature[], most: number): Uint32Array {
    const rarestFirst = features.toSorted((a, b) => a.frequency - b.frequency);
    let at = 0;
    for (let read = 0; at < rarestFirst.length; at += 1) {
      const one = rarestFirst[at];
      if (one === undefined || (at > 0 && read + one.frequency > mostRead)) break;
      this.#add(index, one);
      read += one.frequency;
    }
    const common = rarestFirst.slice(at);
    if (common.length > 0) {
      this.#keepBest(mostLookedUp);
      const leading = this.#touched.subarray(0, this.#count).sort();
      for (const one of common) this.#lookUp(index, one, leading);
    }
    this.#keepBest(most);
    const best = this.#touched.slice(0, this.#count).sort();
    for (const issue of best) this.#scores[issue] = 0;
    this.#count = 0;
    return best;
  }

  /** Forgets all but the issues with the `most` highest sums, and those equal to the last of them. */
  #keepBest(most: number): void {
    const least = this.#leastOfBest(most);
    let kept = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const issue = this.#touched[at] ?? 0;
      if ((this.#scores[issue] ?? 0) < least) this.#scores[issue] = 0;
      else {
        this.#touched[kept] = issue;
        kept += 1;
      }
    }
    this.#count = kept;
  }

  /** Adds to the scores of some issues only, ascending: those that have one. */
  #lookUp({ starts, postedIssues, postedZones }: Index, { feature, weight }: KnownFeature, issues: Uint32Array): void {
    const scores = this.#scores;
    const end = starts[feature + 1] ?? 0;
    let posting = starts[feature] ?? 0;
    if (end - posting <= issues.length * longToRead) {
      for (; posting < end; posting += 1) {
        const issue = postedIssues[posting] ?? 0;
        const before = scores[issue] ?? 0;
        if (before !== 0) scores[issue] = before + weight * (strengths[postedZones[posting] ?? 0] ?? 0);
      }
      return;
    }
    for (let at = 0; at < issues.length; at += 1) {
      const issue = issues[at] ?? 0;
      posting = seek(postedIssues, issue, posting, end);
      if (posting < end && postedIssues[posting] === issue)
        scores[issue] = (scores[issue] ?? 0) + weight * (strengths[postedZones[posting] ?? 0] ?? 0);
    }
  }

  #add({ starts, postedIssues, postedZones }: Index, { feature, weight }: KnownFeature): void {
    const scores = this.#scores;
    const touched = this.#touched;
    const end = starts[feature + 1] ?? 0;
    let count = this.#count;
    for (let at = starts[feature] ?? 0; at < end; at += 1) {
      const issue = postedIssues[at] ?? 0;
      const before = scores[issue] ?? 0;
      if (before === 0) {
        touched[count] = issue;
        count += 1;
      }
      scores[issue] = before + weight * (strengths[postedZones[at] ?? 0] ?? 0);
    }
    this.#count = count;
  }

  /** The score that the best `most` reach; a heap of that size holds the best so far, its least on top. */
  #leastOfBest(most: number): number {
    const heap = new Float64Array(most);
    let size = 0;
    for (let at = 0; at < this.#count; at += 1) {
      const score = this.#scores[this.#touched[at] ?? 0] ?? 0;
      if (size < most) {
        let child = size;
        size += 1;
        for (; child > 0; ) {
          const parent = (child - 1) >> 1;
          if ((heap[parent] ?? 0) <= score) break;
          heap[child] = heap[parent] ?? 0;
          child = parent;
        }
        heap[child] = score;
      } else if (score > (heap[0] ?? 0)) siftDown(heap, score);
    }
    return size < most ? 0 : (heap[0] ?? 0);
  }
}

/** Replaces the least value of a full heap. */
function siftDown(heap: Float64Array, score: number): void {
  let parent = 0;
  for (let child = 1; child < heap.length; child = 2 * parent + 1) {
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= score) break;
    heap[parent] = heap[child] ?? 0;
    parent = child;
  }
  heap[parent] = score;
}
