// What has to be known of an issue before it is read, as bits of one byte.

import type { Issue } from './model.js';
import { rowsOf } from './rows/rows-of.js';

/** `asks`: it has follow-up questions. `lists`: it is a list of errors. */
export type Mark = 'asks' | 'lists';

const bits: Readonly<Record<Mark, number>> = { asks: 1, lists: 2 };

export function marksOf(issue: Issue): number {
  return (issue.checks.length > 0 ? bits.asks : 0) | (rowsOf(issue).length > 0 ? bits.lists : 0);
}

export function isMarked(marks: number, mark: Mark): boolean {
  return (marks & bits[mark]) !== 0;
}
