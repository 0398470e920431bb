// Articles and issues by position and by name, wherever they are kept: as values, or as text inside a snapshot.

import { isMarked } from './issue-marks.js';
import { lazy } from './lazy.js';
import type { ArticleInfo, Issue, IssueRef } from './model.js';
import { remember } from './remember.js';
import { anchorOf } from './rows/row-id.js';
import { rowsOf } from './rows/rows-of.js';

export interface Shelf {
  readonly articleCount: number;
  readonly issueCount: number;
  /** Position of the article that an issue stands in. */
  articleOf(issue: number): number;
  /**
   * The same issue is the same object while it is asked for often.
   *
   * @param issue Position among the issues of all articles, in their order.
   */
  issueAt(issue: number): Issue;
  /** The rows of an issue that lists errors, as issues; the same objects while they are asked for often. */
  rowsOf(issue: number): readonly Issue[];
  /** Whether an issue has follow-up questions, told without reading it. */
  asks(issue: number): boolean;
  /** @param article Position. */
  articleAt(article: number): ArticleInfo;
  /** The same object as `issueAt` has, or `rowsOf`. */
  find(ref: IssueRef): { readonly article: ArticleInfo; readonly issue: Issue } | undefined;
}

/** Where a shelf gets its contents from; asked only for what is shown. Positions are always in range. */
export interface ShelfContents {
  /** Paths of all articles, in order. */
  readonly paths: readonly string[];
  /** Position of each article's first issue, and the number of all issues. */
  readonly firsts: Uint32Array;
  readonly articleAt: (article: number) => ArticleInfo;
  readonly issueAt: (issue: number) => Issue;
  /** What `marksOf` says. */
  readonly marksAt: (issue: number) => number;
}

/** A few megabytes at most. */
const recentlyRead = 200;
const recentLists = 20;

export function makeShelf({ paths, firsts, articleAt, issueAt, marksAt }: ShelfContents): Shelf {
  // From the last one back: of two articles by one name the first is meant. Whoever only asks needs none of them.
  const positions = lazy(() => new Map(paths.map((path, at) => [path, at] as const).reverse()));
  // They are kept as text. A diagnosis looks at the same ones again and again, and so do people who are busy with them.
  const recentIssue = remember(recentlyRead, issueAt);
  const recentArticle = remember(recentlyRead, articleAt);
  const recentRows = remember(recentLists, (issue: number) => rowsOf(recentIssue(issue)));
  const rowsAt = (issue: number): readonly Issue[] => (isMarked(marksAt(issue), 'lists') ? recentRows(issue) : []);
  return {
    articleCount: paths.length,
    issueCount: firsts.at(-1) ?? 0,
    articleOf: (issue) => lastAtOrBelow(firsts, issue),
    issueAt: recentIssue,
    rowsOf: rowsAt,
    asks: (issue) => isMarked(marksAt(issue), 'asks'),
    articleAt: recentArticle,
    find(ref) {
      const article = positions().get(ref.article);
      if (article === undefined) return undefined;
      for (let at = firsts[article] ?? 0; at < (firsts[article + 1] ?? 0); at += 1) {
        const issue = recentIssue(at);
        if (issue.id !== anchorOf({ id: ref.issue })) continue;
        const found = issue.id === ref.issue ? issue : rowsAt(at).find(({ id }) => id === ref.issue);
        return found && { article: recentArticle(article), issue: found };
      }
      return undefined;
    },
  };
}

/** @returns Where each article's issues begin, and where the last one's end. */
export function firstIssues(counts: readonly number[]): Uint32Array {
  const firsts = new Uint32Array(counts.length + 1);
  for (const [at, count] of counts.entries()) firsts[at + 1] = (firsts[at] ?? 0) + count;
  return firsts;
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
