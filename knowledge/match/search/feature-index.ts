// The index that a paste is looked up in: for every feature, the issues that have it and where in them. Typed arrays
// throughout, so that a snapshot can hold it as it is.

/** Postings of all features. The lists of one feature are sorted by issue. */
export interface Index {
  /** Number of issues; an issue is known by its position. */
  readonly issues: number;
  /**
   * A bucket for every value of a hash's top bits, 16 or more: where it begins in `features`, and where the first of its
   * lists does, one behind the other; and the ends.
   */
  readonly buckets: Uint32Array;
  /**
   * Two numbers for each feature. The lower 16 bits of its hash, whose others a bucket tells; hashes are in ascending order
   * as unsigned numbers. And how long its list is, 0 where it is too common to tell anything.
   */
  readonly features: Uint16Array;
  readonly postedIssues: Uint16Array | Uint32Array;
  /** Where in the issue the feature stands: one bit a zone. */
  readonly postedZones: Uint8Array;
  /** To be called before lists are read, from a position to before another: those of a snapshot may not be there yet. */
  readonly needPosted: (from: number, to: number) => void;
  /** The same for features. */
  readonly needFeatures: (from: number, to: number) => void;
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

/** How much it tells that an issue has a feature which `frequency` issues have: BM25's inverse document frequency. */
export function rarityIn({ issues }: Pick<Index, 'issues'>, frequency: number): number {
  return Math.log(1 + Math.max(0, issues - frequency + 0.5) / (frequency + 0.5));
}

/** @returns Position of a feature in the index; -1 when no issue has it. */
export function featureAt(index: Pick<Index, 'buckets' | 'features' | 'needFeatures'>, hash: number): number {
  const at = bucketAt(index, hash);
  const end = index.buckets[at + 2] ?? 0;
  const wanted = hash & 0xffff;
  let feature = index.buckets[at] ?? 0;
  index.needFeatures(feature, end);
  while (feature < end && (index.features[2 * feature] ?? 0) < wanted) feature += 1;
  return feature < end && index.features[2 * feature] === wanted ? feature : -1;
}

/** @returns Number of issues that have the feature found at a position; 0 for one that is too common to tell anything. */
export function listLength({ features }: Pick<Index, 'features'>, feature: number): number {
  return features[2 * feature + 1] ?? 0;
}

/** @returns Where the list of a feature begins that was found at a position. */
export function listStart(index: Pick<Index, 'buckets' | 'features'>, hash: number, feature: number): number {
  const at = bucketAt(index, hash);
  let start = index.buckets[at + 1] ?? 0;
  for (let before = index.buckets[at] ?? 0; before < feature; before += 1) start += listLength(index, before);
  return start;
}

/** @returns Where the bucket of a hash stands in the directory. */
function bucketAt({ buckets }: Pick<Index, 'buckets'>, hash: number): number {
  const bits = 31 - Math.clz32(buckets.length / 2 - 1);
  return 2 * (hash >>> (32 - bits));
}
