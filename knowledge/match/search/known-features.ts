// What of a query the index knows, and how much that tells.

import { isCommonplace } from '../features/kind.js';
import { lineWeight } from '../query/line-weight.js';
import type { Query, QueryFeature } from '../query/read-query.js';
import { elsewhere, kindWeight, rarityPower } from '../weights.js';
import { featureAt, type Index, listLength, listStart, rarityIn } from './feature-index.js';

/** A feature of the query that the index knows. */
export interface KnownFeature extends QueryFeature {
  /** Where its list begins in the index. */
  readonly list: number;
  /** Number of issues that have it, which is how long the list is. */
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
    known.push({ hash, kind, at, start, end, list: listStart(index, hash, feature), frequency, weight });
  }
  return known;
}

/** As if there were some more issues of other subjects, half of which have it. */
function rarityElsewhere({ issues }: Index, frequency: number): number {
  return rarityIn({ issues: issues + elsewhere }, frequency + elsewhere / 2);
}
