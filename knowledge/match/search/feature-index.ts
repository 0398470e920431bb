// The index that a paste is looked up in: for every feature, the issues that have it and where in them. Typed arrays
// throughout, so that a snapshot can hold it as it is.

/** Postings of all features. The lists of one feature are sorted by issue. */
export interface Index {
  /** Number of issues; an issue is known by its position. */
  readonly issues: number;
  /** Start of each bucket in `features`: one for every value of a hash's top bits, 16 or more, and the end. */
  readonly buckets: Uint32Array;
  /** The lower 16 bits of feature hashes; those are in ascending order as unsigned numbers. A bucket tells the others. */
  readonly features: Uint16Array;
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
  readonly titleHashes: Int32Array;
  /** How much each of them tells. */
  readonly titleWeights: Float32Array;
}

/** @returns Number of issues that have the feature at a position; 0 for one that is too common to tell anything. */
export function listLength({ starts }: Pick<Index, 'starts'>, feature: number): number {
  return (starts[feature + 1] ?? 0) - (starts[feature] ?? 0);
}

/** How much it tells that an issue has a feature which `frequency` issues have: BM25's inverse document frequency. */
export function rarityIn({ issues }: Pick<Index, 'issues'>, frequency: number): number {
  return Math.log(1 + Math.max(0, issues - frequency + 0.5) / (frequency + 0.5));
}

/** @returns Position of a feature in the index; -1 when no issue has it. */
export function featureAt(index: Pick<Index, 'buckets' | 'features'>, hash: number): number {
  const bits = 31 - Math.clz32(index.buckets.length - 1);
  const bucket = hash >>> (32 - bits);
  const end = index.buckets[bucket + 1] ?? 0;
  const wanted = hash & 0xffff;
  for (let at = index.buckets[bucket] ?? 0; at < end; at += 1) if (index.features[at] === wanted) return at;
  return -1;
}
