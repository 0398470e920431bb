// Issues → index: for every feature, the issues that have it and how strongly. Typed arrays throughout, so that a
// snapshot can hold it as it is.

import type { Article } from '../model.js';
import { readPaste } from '../read/index.js';
import { featuresOf, isInformation, type Kind, Kind as Kinds, lineHash, messageHash, statusHash } from './features.js';
import { commonShare, kindWeight } from './weights.js';
import { linesOf, titlesOf, Zone } from './zones.js';

/** Postings of all features. The lists of one feature are sorted by issue. */
export interface Index {
  /** Number of issues; an issue is known by its position. */
  readonly issues: number;
  /** Start of each bucket in `features`: one for every value of a hash's top bits, and the end. */
  readonly buckets: Uint32Array;
  /** Feature hashes, ascending. */
  readonly features: Uint32Array;
  /** Start of each feature's list, and the end. */
  readonly starts: Uint32Array;
  readonly postedIssues: Uint32Array;
  /** Where in the issue the feature stands: one bit a zone. */
  readonly postedZones: Uint8Array;
  /** Distinct features of each issue. */
  readonly lengths: Uint32Array;
  /** Start of each issue's titles in `titleWords`, and the end. */
  readonly titleStarts: Uint32Array;
  /** Start of each title in `titleHashes`, and the end. */
  readonly titleWords: Uint32Array;
  /** Words, names and codes of all titles. */
  readonly titleHashes: Uint32Array;
  /** How much each of them tells. */
  readonly titleWeights: Float32Array;
}

type Postings = Omit<Index, 'titleStarts' | 'titleWords' | 'titleHashes' | 'titleWeights'>;

/** @param articles Their issues, in this order, are what the index numbers. */
export function buildIndex(articles: readonly Article[]): Index {
  const total = articles.reduce((sum, article) => sum + article.issues.length, 0);
  const gathered = new Gathered();
  const lengths = new Uint32Array(total);
  let issue = 0;
  for (const article of articles) {
    for (const one of article.issues) {
      const bag = gathered.begin(issue);
      let zone: Zone = Zone.title;
      const emit = (hash: number, _kind: Kind): void => bag.add(hash, 1 << zone);
      linesOf(article, one, (line, in_, isMessage) => {
        zone = in_;
        const whole = featuresOf(line, true, emit);
        if (!isLog(in_)) return;
        if (whole !== 0) emit(lineHash(whole), Kinds.whole);
        if (whole !== 0 && isMessage === true) emit(messageHash(whole), Kinds.whole);
        for (const { status } of readPaste(line)) if (status !== undefined) emit(statusHash(status), Kinds.status);
      });
      lengths[issue] = gathered.end();
      issue += 1;
    }
  }
  const postings = sorted(gathered, lengths);
  return { ...postings, ...titlesIn(articles, postings) };
}

function isLog(zone: Zone): boolean {
  return zone === Zone.symptomLog || zone === Zone.otherLog;
}

/** Features of one issue after the other, each with the zones it stands in. */
class Gathered {
  hashes = new Uint32Array(1 << 20);
  issues = new Uint32Array(1 << 20);
  zones = new Uint8Array(1 << 20);
  length = 0;
  // Open addressing over the features of the current issue; `marks` says which slots are of this issue.
  #slots = new Uint32Array(1 << 16);
  #marks = new Uint32Array(1 << 16);
  #mark = 0;
  #first = 0;
  #issue = 0;

  begin(issue: number): this {
    this.#mark += 1;
    this.#first = this.length;
    this.#issue = issue;
    return this;
  }

  add(hash: number, zone: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#marks[slot] === this.#mark) {
      const at = this.#slots[slot] ?? 0;
      if (this.hashes[at] === hash) {
        this.zones[at] = (this.zones[at] ?? 0) | zone;
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.length === this.hashes.length) this.#grow();
    this.#marks[slot] = this.#mark;
    this.#slots[slot] = this.length;
    this.hashes[this.length] = hash;
    this.issues[this.length] = this.#issue;
    this.zones[this.length] = zone;
    this.length += 1;
    if ((this.length - this.#first) * 2 > this.#slots.length) this.#widen();
  }

  /** @returns How long the issue is, in distinct features. */
  end(): number {
    return this.length - this.#first;
  }

  #grow(): void {
    const size = this.hashes.length * 2;
    this.hashes = copied(this.hashes, new Uint32Array(size));
    this.issues = copied(this.issues, new Uint32Array(size));
    this.zones = copied(this.zones, new Uint8Array(size));
  }

  #widen(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Uint32Array(size);
    this.#marks = new Uint32Array(size);
    this.#mark = 1;
    for (let at = this.#first; at < this.length; at += 1) {
      let slot = (this.hashes[at] ?? 0) & (size - 1);
      while (this.#marks[slot] === this.#mark) slot = (slot + 1) & (size - 1);
      this.#marks[slot] = this.#mark;
      this.#slots[slot] = at;
    }
  }
}

function copied<T extends Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function sorted(gathered: Gathered, lengths: Uint32Array): Postings {
  const { hashes, issues, zones, length } = gathered;
  const order = orderByHash(hashes, length);
  const mostIssues = Math.max(2, lengths.length * commonShare);

  const features = new Uint32Array(length);
  const starts = new Uint32Array(length + 1);
  const postedIssues = new Uint32Array(length);
  const postedZones = new Uint8Array(length);
  let feature = 0;
  let posting = 0;
  for (let at = 0; at < length; ) {
    const hash = hashes[order[at] ?? 0] ?? 0;
    let end = at + 1;
    while (end < length && hashes[order[end] ?? 0] === hash) end += 1;
    features[feature] = hash;
    starts[feature] = posting;
    feature += 1;
    // Too common to tell anything, unless there are hardly any issues at all: known, but with an empty list.
    if (end - at <= mostIssues || lengths.length < 50) {
      for (; at < end; at += 1) {
        const from = order[at] ?? 0;
        postedIssues[posting] = issues[from] ?? 0;
        postedZones[posting] = zones[from] ?? 0;
        posting += 1;
      }
    }
    at = end;
  }
  starts[feature] = posting;
  const kept = features.slice(0, feature);
  return {
    issues: lengths.length,
    buckets: bucketsOf(kept),
    features: kept,
    starts: starts.slice(0, feature + 1),
    postedIssues: postedIssues.slice(0, posting),
    postedZones: postedZones.slice(0, posting),
    lengths,
  };
}

function titlesIn(articles: readonly Article[], postings: Postings): Omit<Index, keyof Postings> {
  const starts = [0];
  const words = [0];
  const hashes: number[] = [];
  const weights: number[] = [];
  for (const article of articles) {
    for (const issue of article.issues) {
      for (const title of titlesOf(article, issue)) {
        const seen = new Map<number, Kind>();
        featuresOf(title, false, (hash, kind) => {
          if (isInformation(kind)) seen.set(hash, kind);
        });
        for (const [hash, kind] of seen) {
          hashes.push(hash);
          weights.push(
            rarityIn(postings, frequencyIn(postings, hash)) * (kindWeight[kind] / kindWeight[Kinds.word]) ** 0.25,
          );
        }
        words.push(hashes.length);
      }
      starts.push(words.length - 1);
    }
  }
  return {
    titleStarts: Uint32Array.from(starts),
    titleWords: Uint32Array.from(words),
    titleHashes: Uint32Array.from(hashes),
    titleWeights: Float32Array.from(weights),
  };
}

// What was too common to keep is as common as may be kept.
function frequencyIn(postings: Postings, hash: number): number {
  const at = featureAt(postings, hash);
  return (at < 0 ? 0 : listLength(postings, at)) || postings.issues * commonShare;
}

/** @returns Number of issues that have the feature at a position; 0 for one that is too common to tell anything. */
export function listLength({ starts }: Pick<Index, 'starts'>, feature: number): number {
  return (starts[feature + 1] ?? 0) - (starts[feature] ?? 0);
}

/** How much it tells that an issue has a feature which `frequency` issues have: BM25's inverse document frequency. */
export function rarityIn({ issues }: Pick<Index, 'issues'>, frequency: number): number {
  return Math.log(1 + Math.max(0, issues - frequency + 0.5) / (frequency + 0.5));
}

/** Positions in ascending order of their hashes, equal ones in their own order: a radix sort, 16 bits at a time. */
function orderByHash(hashes: Uint32Array, length: number): Uint32Array {
  let from = new Uint32Array(length);
  let to = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) from[at] = at;
  for (const shift of [0, 16]) {
    const counts = new Uint32Array(0x10001);
    for (let at = 0; at < length; at += 1) {
      const digit = ((hashes[at] ?? 0) >>> shift) & 0xffff;
      counts[digit + 1] = (counts[digit + 1] ?? 0) + 1;
    }
    for (let digit = 0; digit < 0x10000; digit += 1)
      counts[digit + 1] = (counts[digit + 1] ?? 0) + (counts[digit] ?? 0);
    for (let at = 0; at < length; at += 1) {
      const position = from[at] ?? 0;
      const digit = ((hashes[position] ?? 0) >>> shift) & 0xffff;
      const place = counts[digit] ?? 0;
      to[place] = position;
      counts[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** A directory over the sorted hashes by their top bits; on average a bucket holds four. */
function bucketsOf(features: Uint32Array): Uint32Array {
  const bits = Math.min(24, Math.max(1, Math.ceil(Math.log2(features.length / 4 + 1))));
  const buckets = new Uint32Array((1 << bits) + 1);
  for (const hash of features) {
    const bucket = hash >>> (32 - bits);
    buckets[bucket + 1] = (buckets[bucket + 1] ?? 0) + 1;
  }
  for (let at = 0; at < 1 << bits; at += 1) buckets[at + 1] = (buckets[at + 1] ?? 0) + (buckets[at] ?? 0);
  return buckets;
}

/** @returns Position of a feature in the index; -1 when no issue has it. */
export function featureAt(index: Pick<Index, 'buckets' | 'features'>, hash: number): number {
  const bits = 31 - Math.clz32(index.buckets.length - 1);
  const bucket = hash >>> (32 - bits);
  const end = index.buckets[bucket + 1] ?? 0;
  for (let at = index.buckets[bucket] ?? 0; at < end; at += 1) if (index.features[at] === hash) return at;
  return -1;
}
