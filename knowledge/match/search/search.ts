// Query → the issues that share most with it, by a sum over all that is shared. Fast and coarse; rank.ts looks closer.

import type { Index } from './feature-index.js';
import type { KnownFeature } from './known-features.js';
import { leastOfBest } from './least-of-best.js';
import { Scores } from './scores.js';
import { ZoneTable } from './zone-table.js';

/** What a search has found. */
export interface Found {
  /** Positions of the issues, ascending. */
  readonly issues: Uint32Array;
  /** For each of them: where in it each of the features stands, one bit a zone; 0 where it does not. */
  readonly zones: readonly Uint8Array[];
}

/**
 * Issues that a search reads in the lists of features, the rarest first. What has a long list tells little: it is not
 * read through but looked up, for those alone that lead by then. So the time of a search hardly grows with the number of
 * issues, and the answers are those of reading everything, but for a few in a thousand among the last candidates.
 */
const mostRead = 6144;
const mostLookedUp = 128;

/** Kept between searches, as what it adds up and looks up in is. */
export class Search {
  readonly #scores: Scores;
  readonly #table: ZoneTable;

  constructor(issues: number) {
    // The first list is read however long it is.
    this.#scores = new Scores(issues, issues + mostRead);
    this.#table = new ZoneTable(issues);
  }

  /** @returns The `most` issues with the highest sums; more where the last of them are equal. */
  find(index: Index, features: readonly KnownFeature[], most: number): Found {
    const { rare, common } = byRarity(features);
    for (const { feature } of rare) this.#scores.add(index, feature);
    const { issues, sums } = this.#scores.takeBest(Math.max(most, mostLookedUp));
    const table = this.#table;
    table.begin(issues, features.length);
    const { read } = this.#scores;
    let start = 0;
    for (const { column, feature } of rare) {
      const end = start + feature.frequency;
      table.fill(column, read.issues, read.zones, start, end);
      start = end;
    }
    for (const { column, feature } of common) table.lookUp(column, index, feature);
    for (const { column, feature } of common) table.addTo(sums, column, feature.weight);
    const least = leastOfBest(sums, most);
    const best = issues.filter((_, at) => (sums[at] ?? 0) >= least);
    return { issues: best, zones: table.rowsOf(best) };
  }
}

interface Column {
  readonly column: number;
  readonly feature: KnownFeature;
}

/** Rare are those with the shortest lists, so many of them as are together no longer than is read; at least one. */
function byRarity(features: readonly KnownFeature[]): { readonly rare: Column[]; readonly common: Column[] } {
  const columns = features.map((feature, column) => ({ column, feature }));
  columns.sort((one, other) => one.feature.frequency - other.feature.frequency);
  let read = 0;
  const firstCommon = columns.findIndex(({ feature }, at) => {
    read += feature.frequency;
    return at > 0 && read > mostRead;
  });
  if (firstCommon < 0) return { rare: columns, common: [] };
  return { rare: columns.slice(0, firstCommon), common: columns.slice(firstCommon) };
}
