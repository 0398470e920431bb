// Query → the issues that may be behind it, ranked and weighed.

import type { Shelf } from '../shelf.js';
import { informationIn, type Quantities, quantitiesOf } from './quantities.js';
import type { AsideOf } from './query/asides.js';
import { type Query, readQuery } from './query/read-query.js';
import type { Index } from './search/feature-index.js';
import { knownFeatures } from './search/known-features.js';
import type { Ranked, Ranking } from './search/rank.js';
import type { Search } from './search/search.js';
import { type Shared, sharedWith } from './search/shared.js';
import type { Spelling } from './spelling/misspelt.js';
import { respell, spellingBudget } from './spelling/respell.js';

/** What matching needs. */
export interface Matcher {
  readonly index: Index;
  readonly search: Search;
  readonly ranking: Pick<Ranking, 'rank'>;
  readonly shelf: Shelf;
  readonly spelling: Spelling;
  readonly asideOf: AsideOf;
}

/** A candidate with all that speaks for it. */
export interface Weighed {
  readonly ranked: Ranked;
  /** Most gain first. */
  readonly shared: readonly Shared[];
  readonly quantities: Quantities;
}

/** Issues that are looked at closely. */
const mostRanked = 64;

/** Reads a paste as the index can understand it best. */
export function queryOf({ index, asideOf }: Matcher, paste: string): Query {
  const budget = spellingBudget();
  return readQuery(paste, { mend: (line) => respell(index, line, budget), asideOf });
}

export interface WeighedAll {
  /** Best first, so many at most; empty when the paste shares nothing with any issue. */
  readonly candidates: readonly Weighed[];
  /** What each line of the query gains by the issue that it fits best, candidate or not. */
  readonly mostGains: Float64Array;
  /** The information of each line, known or not, in the same units; phrases gain more than they count here. */
  readonly information: Float64Array;
  /** That of the rarest word. */
  readonly unit: number;
}

export function weighCandidates({ index, search, ranking, shelf }: Matcher, query: Query, most: number): WeighedAll {
  const known = knownFeatures(index, query);
  const found = search.find(index, known, mostRanked);
  const ranked = ranking.rank(index, query, known, found);
  const information = informationIn(index, query, known);
  const candidates = ranked.slice(0, most).map((one, at) => {
    const shared = sharedWith(one.zones, known);
    const article = shelf.articleOf(one.issue);
    const isOther = ({ issue }: Ranked, below: number): boolean => below > at && shelf.articleOf(issue) !== article;
    const next = { issue: ranked[at + 1], article: ranked.find(isOther) };
    return { ranked: one, shared, quantities: quantitiesOf(query, one, shared, information, next) };
  });
  return {
    candidates,
    mostGains: mostGains(ranked, query.lines.length),
    information: information.lines,
    unit: information.unit,
  };
}

function mostGains(ranked: readonly Ranked[], lines: number): Float64Array {
  const most = new Float64Array(lines);
  for (const { gains } of ranked)
    for (let at = 0; at < lines; at += 1) if ((gains[at] ?? 0) > (most[at] ?? 0)) most[at] = gains[at] ?? 0;
  return most;
}
