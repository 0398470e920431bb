// When nothing is sure enough to answer with, something may still be worth a question.

import type { Shelf } from '../shelf.js';
import { type Judged, verdictOf } from './judge.js';
import { isShort, namesSubject } from './named-subject.js';
import type { Query } from './query/read-query.js';
import { verdictAt } from './weights.js';

/**
 * Where no candidate is sure enough by itself, issues that a short message is about by name and number are worth a question, and
 * so are articles one of which is likely the right one.
 *
 * @param judged Best first, and likewise what is returned.
 */
export function worthAsking(shelf: Shelf, query: Query, judged: readonly Judged[]): readonly Judged[] {
  const [first, ...others] = judged;
  if (first === undefined || verdictOf(first.confidence) !== 'none') return judged;
  const named = isShort(query) ? judged.filter(({ shared }) => namesSubject(query, shared)) : [];
  if (named[0] !== undefined) return namedFirst(named, judged);
  const isOneOfThem = confidenceTogether(shelf, judged) >= verdictAt.together;
  return isOneOfThem ? [{ ...first, confidence: verdictAt.ambiguous }, ...others] : judged;
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

const mostTogether = 3;

/** That the right article is among the first ones. Of those that explain the same, at most one is. */
function confidenceTogether(shelf: Shelf, judged: readonly Judged[]): number {
  let most = 1;
  const byArticle = new Map<number, number>();
  for (const { ranked, confidence } of judged) {
    most = Math.min(most, confidence);
    const article = shelf.articleOf(ranked.issue);
    if (!byArticle.has(article)) byArticle.set(article, most);
    if (byArticle.size === mostTogether) break;
  }
  return [...byArticle.values()].reduce((sum, one) => sum + one, 0);
}
