// Issues → index: for every feature, the issues that have it and how strongly. Typed arrays throughout, so that a
// snapshot can hold it as it is.

import type { Article, Issue } from '../model.js';
import { readPaste } from '../read/index.js';
import {
  featuresIn,
  featuresOf,
  isInformation,
  type Kind,
  Kind as Kinds,
  lineHash,
  messageHash,
  statusHash,
} from './features.js';
import { Gathered, issueOf, zonesOf } from './gathered.js';
import { symbolsOf } from './symbols.js';
import { makeTokens, tokenize } from './tokens.js';
import { commonShare, kindWeight } from './weights.js';
import { type EmitLine, linesOf, titlesOf, Zone } from './zones.js';

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
  readonly postedIssues: Uint16Array | Uint32Array;
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

type Postings = Pick<Index, 'issues' | 'buckets' | 'features' | 'starts' | 'postedIssues' | 'postedZones'>;

/** What the issues hold, for the matcher. */
export interface Indexed {
  readonly index: Index;
  /** Names that some article knows, each once, in order. */
  readonly vocabulary: readonly string[];
}

/** Reads articles one by one; nothing of them is kept but numbers and names. */
export class IndexBuilder {
  readonly #gathered = new Gathered();
  readonly #lengths: number[] = [];
  readonly #titles = new Titles();
  readonly #names = new Set<string>();
  readonly #tokens = makeTokens();

  /** The article's issues are numbered behind those of the articles before it. */
  add(article: Article): void {
    for (const issue of article.issues) this.#addIssue(article, issue);
  }

  finish(): Indexed {
    const postings = this.#postings();
    const index = { ...postings, lengths: Uint32Array.from(this.#lengths), ...this.#titles.weighed(postings) };
    return { index, vocabulary: [...this.#names] };
  }

  #addIssue(article: Article, issue: Issue): void {
    this.#gathered.begin(this.#lengths.length);
    linesOf(article, issue, this.#addLine);
    for (const title of titlesOf(article, issue)) this.#titles.add(title);
    this.#titles.end();
    this.#lengths.push(this.#gathered.end());
  }

  readonly #addLine: EmitLine = (line, zone, isMessage) => {
    const bit = 1 << zone;
    const add = (hash: number): void => this.#gathered.add(hash, bit);
    tokenize(line, this.#tokens);
    const whole = featuresIn(line, this.#tokens, true, add);
    if (this.#tokens.hasName) for (const name of symbolsOf(line)) this.#names.add(name);
    if (zone !== Zone.symptomLog && zone !== Zone.otherLog) return;
    if (whole !== 0) add(lineHash(whole));
    if (whole !== 0 && isMessage === true) add(messageHash(whole));
    for (const { status } of readPaste(line)) if (status !== undefined) add(statusHash(status));
  };

  #postings(): Postings {
    const { hashes, stands, length } = this.#gathered.sorted();
    const issues = this.#lengths.length;
    // Too common to tell anything, unless there are hardly any issues at all: known, but with an empty list.
    const mostIssues = issues < 50 ? issues : issues * commonShare;
    const features = new Uint32Array(length);
    const starts = new Uint32Array(length + 1);
    const postedIssues = issues > 0x10000 ? new Uint32Array(length) : new Uint16Array(length);
    const postedZones = new Uint8Array(length);
    let feature = 0;
    let posting = 0;
    for (let at = 0, end = 0; at < length; at = end) {
      const hash = hashes[at];
      end = at + 1;
      while (end < length && hashes[end] === hash) end += 1;
      features[feature] = hash ?? 0;
      starts[feature] = posting;
      feature += 1;
      if (end - at > mostIssues) continue;
      for (let from = at; from < end; from += 1) {
        const stand = stands[from] ?? 0;
        postedIssues[posting] = issueOf(stand);
        postedZones[posting] = zonesOf(stand);
        posting += 1;
      }
    }
    starts[feature] = posting;
    const kept = features.slice(0, feature);
    return {
      issues,
      buckets: bucketsOf(kept),
      features: kept,
      starts: starts.slice(0, feature + 1),
      postedIssues: postedIssues.slice(0, posting),
      postedZones: postedZones.slice(0, posting),
    };
  }
}

/** What the titles of issues hold. */
class Titles {
  readonly #starts = [0];
  readonly #words = [0];
  readonly #hashes: number[] = [];
  readonly #kinds: Kind[] = [];

  /** One of the titles of the current issue. */
  add(title: string): void {
    const seen = new Map<number, Kind>();
    featuresOf(title, false, (hash, kind) => {
      if (isInformation(kind)) seen.set(hash, kind);
    });
    for (const [hash, kind] of seen) {
      this.#hashes.push(hash);
      this.#kinds.push(kind);
    }
    this.#words.push(this.#hashes.length);
  }

  /** That were all titles of the current issue. */
  end(): void {
    this.#starts.push(this.#words.length - 1);
  }

  weighed(postings: Postings): Omit<Index, keyof Postings | 'lengths'> {
    const weightOf = (hash: number, at: number): number => {
      const kind = kindWeight[this.#kinds[at] ?? Kinds.word] / kindWeight[Kinds.word];
      return rarityIn(postings, frequencyIn(postings, hash)) * kind ** 0.25;
    };
    return {
      titleStarts: Uint32Array.from(this.#starts),
      titleWords: Uint32Array.from(this.#words),
      titleHashes: Uint32Array.from(this.#hashes),
      titleWeights: Float32Array.from(this.#hashes, weightOf),
    };
  }
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
