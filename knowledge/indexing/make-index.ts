// Features of all issues, by hash → the index.

import { Kind } from '../match/features/kind.js';
import { featureAt, type Index, listLength, rarityIn } from '../match/search/feature-index.js';
import { commonShare, kindWeight } from '../match/weights.js';
import { type Gathered, issueOf, zonesOf } from './gathered.js';

type Postings = Pick<
  Index,
  'issues' | 'buckets' | 'features' | 'postedIssues' | 'postedZones' | 'needPosted' | 'needFeatures'
>;

/** Words, names and codes of the titles of all issues. */
export interface TitleWords {
  /** Start of each issue's titles in `words`, and the end. */
  readonly starts: Uint32Array;
  /** Start of each title in `hashes`, and the end. */
  readonly words: Uint32Array;
  readonly hashes: Int32Array;
  /** What each is: values of `Kind`. */
  readonly kinds: Uint8Array;
}

/** As many issues as a number of 16 bits can tell; of more than 300,000 in all it is what makes a list too long. */
const longestList = 0xffff;

/** @param lengths Distinct features of each issue. */
export function makeIndex(gathered: Gathered, lengths: Uint32Array, titles: TitleWords): Index {
  const postings = post(gathered, lengths.length);
  return {
    ...postings,
    lengths,
    titleStarts: titles.starts,
    titleWords: titles.words,
    titleHashes: titles.hashes,
    titleWeights: weighTitles(titles, postings),
  };
}

function post(gathered: Gathered, issues: number): Postings {
  // Too common to tell anything, unless there are few issues in all: known, but with an empty list.
  const mostIssues = Math.min(longestList, Math.max(50, issues * commonShare));
  // As long as they can become; what is not written to takes no memory.
  const most = gathered.count;
  const all = new Uint32Array(most);
  const features = new Uint16Array(2 * most);
  const postedIssues = issues > 0x10000 ? new Uint32Array(most) : new Uint16Array(most);
  const postedZones = new Uint8Array(most);
  let known = 0;
  let posted = 0;
  for (const { hashes, stands } of gathered.sorted()) {
    for (let at = 0, end = 0; at < hashes.length; at = end) {
      end = endOfList(hashes, at);
      const hash = hashes[at] ?? 0;
      const length = end - at > mostIssues ? 0 : end - at;
      all[known] = hash;
      features[2 * known] = hash;
      features[2 * known + 1] = length;
      known += 1;
      if (length === 0) continue;
      for (let from = at; from < end; from += 1) {
        const stand = stands[from] ?? 0;
        postedIssues[posted] = issueOf(stand);
        postedZones[posted] = zonesOf(stand);
        posted += 1;
      }
    }
  }
  return {
    issues,
    buckets: bucketsOf(all.subarray(0, known), features),
    features: features.subarray(0, 2 * known),
    postedIssues: postedIssues.subarray(0, posted),
    postedZones: postedZones.subarray(0, posted),
    needPosted: () => undefined,
    needFeatures: () => undefined,
  };
}

/** Position behind the last of those that are alike. */
function endOfList(hashes: Uint32Array, begin: number): number {
  const hash = hashes[begin];
  let end = begin + 1;
  while (end < hashes.length && hashes[end] === hash) end += 1;
  return end;
}

function weighTitles({ hashes, kinds }: TitleWords, postings: Postings): Float32Array {
  const weights = new Float32Array(hashes.length);
  for (let at = 0; at < hashes.length; at += 1) {
    const kind = kindWeight[(kinds[at] ?? Kind.word) as Kind] / kindWeight[Kind.word];
    weights[at] = rarityIn(postings, frequencyIn(postings, hashes[at] ?? 0)) * kind ** 0.25;
  }
  return weights;
}

// What was too common to keep is as common as may be kept.
function frequencyIn(postings: Postings, hash: number): number {
  const at = featureAt(postings, hash);
  return (at < 0 ? 0 : listLength(postings, at)) || postings.issues * commonShare;
}

/** A directory over the sorted hashes by their top bits; a bucket holds four to eight, or fewer where there are few. */
function bucketsOf(hashes: Uint32Array, features: Uint16Array): Uint32Array {
  const bits = Math.min(24, Math.max(16, Math.ceil(Math.log2(hashes.length / 8 + 1))));
  const buckets = new Uint32Array(2 * ((1 << bits) + 1));
  let feature = 0;
  let posted = 0;
  for (let bucket = 0; bucket <= 1 << bits; bucket += 1) {
    buckets[2 * bucket] = feature;
    buckets[2 * bucket + 1] = posted;
    while (feature < hashes.length && (hashes[feature] ?? 0) >>> (32 - bits) === bucket) {
      posted += listLength({ features }, feature);
      feature += 1;
    }
  }
  return buckets;
}
