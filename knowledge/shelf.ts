// Articles by position and by path, wherever they are kept: as values, or as text inside a snapshot.

import type { Article, Issue, IssueRef } from './model.js';

export interface Shelf {
  readonly articleCount: number;
  readonly issueCount: number;
  /** Position of the article that an issue stands in. */
  articleOf(issue: number): number;
  /** @param issue Position among the issues of all articles, in their order. @throws {RangeError} There is no such issue. */
  issueAt(issue: number): { readonly article: Article; readonly issue: Issue };
  find(ref: IssueRef): { readonly article: Article; readonly issue: Issue } | undefined;
}

/**
 * @param paths Of all articles, in order.
 * @param counts Number of issues of each.
 * @param articleAt Reads one; called only for articles that are shown.
 */
export function makeShelf(
  paths: readonly string[],
  counts: ArrayLike<number>,
  articleAt: (position: number) => Article,
): Shelf {
  const firsts = new Uint32Array(paths.length + 1);
  for (let at = 0; at < paths.length; at += 1) firsts[at + 1] = (firsts[at] ?? 0) + (counts[at] ?? 0);
  const positions = new Map(paths.map((path, at) => [path, at]));
  return {
    articleCount: paths.length,
    issueCount: firsts[paths.length] ?? 0,
    articleOf: (issue) => lastAtOrBelow(firsts, issue),
    issueAt(position) {
      const at = lastAtOrBelow(firsts, position);
      const article = articleAt(at);
      const issue = article.issues[position - (firsts[at] ?? 0)];
      if (issue === undefined) throw new RangeError(`there is no issue ${position}`);
      return { article, issue };
    },
    find(ref) {
      const at = positions.get(ref.article);
      if (at === undefined) return undefined;
      const article = articleAt(at);
      const issue = article.issues.find((one) => one.id === ref.issue);
      return issue === undefined ? undefined : { article, issue };
    },
  };
}

/** Position of the last article whose first issue is at or before `issue`; articles without issues never are. */
function lastAtOrBelow(firsts: Uint32Array, issue: number): number {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((firsts[middle] ?? 0) <= issue) low = middle;
    else high = middle - 1;
  }
  return low;
}
