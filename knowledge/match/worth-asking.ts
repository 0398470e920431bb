// When nothing is sure enough to answer with, something may still be worth a question.

import type { Shelf } from '../shelf.js';
import { type Judged, verdictOf } from './judge.js';
import { isShort, namesSubject } from './named-subject.js';
import type { Query } from './query/read-query.js';
import { isQuoted, rowShown } from './row-shown.js';
import { verdictAt } from './weights.js';

/**
 * Where no candidate is sure enough by itself, issues that a short message is about by name and number are worth a question,
 * articles one of which is likely the right one, and an error of a list that is quoted.
 *
 * @param judged Best first, and likewise what is returned.
 */
export function worthAsking(shelf: Shelf, query: Query, judged: readonly Judged[]): readonly Judged[] {
  const [first, ...others] = judged;
  if (first === undefined || verdictOf(first.confidence) !== 'none') return judged;
  const named = isShort(query) ? judged.filter(({ shared }) => namesSubject(query, shared)) : [];
  if (named[0] !== undefined) return namedFirst(named, judged);
  const firsts = firstOfArticles(shelf, judged).slice(0, mostTogether);
  // As sure as the last of those side by side is of itself, ahead of all others, it is that one of them is right.
  const isOneOfThem =
    sum(asTheyCome(firsts)) >= verdictAt.together || firsts.some(({ confidence }) => confidence >= verdictAt.oneOfThem);
  return isOneOfThem || quotesRow(shelf, query, first)
    ? [{ ...first, confidence: verdictAt.ambiguous }, ...others]
    : judged;
}

/** @param named Those of `judged` that a short message is about. */
function namedFirst(named: readonly Judged[], judged: readonly Judged[]): readonly Judged[] {
  const rest = judged.filter((one) => !named.includes(one));
  // How much surer they are than they were by themselves is taken off the others, which share less with the message.
  const surer = Math.max(1, verdictAt.ambiguous / (named[0]?.confidence ?? 1));
  return [
    ...named.map((one) => ({ ...one, confidence: Math.max(one.confidence, verdictAt.ambiguous) })),
    ...rest.map((one) => ({ ...one, confidence: one.confidence / surer })),
  ];
}

/** The message that a list of errors has for one of them is no title, but says as much. */
function quotesRow(shelf: Shelf, query: Query, { ranked, shared }: Judged): boolean {
  const row = rowShown(shelf.rowsOf(ranked.issue), shared);
  return row !== undefined && isQuoted(row, query);
}

/** So many articles. */
const mostTogether = 3;

function firstOfArticles(shelf: Shelf, judged: readonly Judged[]): Judged[] {
  const byArticle = new Map<number, Judged>();
  for (const one of judged) {
    const article = shelf.articleOf(one.ranked.issue);
    if (!byArticle.has(article)) byArticle.set(article, one);
  }
  return [...byArticle.values()];
}

/** No candidate is surer than one before it: of those that explain the same, at most one is right. */
function asTheyCome(judged: readonly Judged[]): number[] {
  let most = 1;
  return judged.map(({ confidence }) => {
    most = Math.min(most, confidence);
    return most;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}
