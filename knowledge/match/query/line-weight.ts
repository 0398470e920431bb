// How much a line of the paste counts by what it is there for.

import { roleWeight } from '../weights.js';
import type { Query } from './read-query.js';

/** @param at Index into the lines of the query. @returns 0 to 1. */
export function lineWeight({ lines, tells }: Query, at: number): number {
  const role = lines[at]?.role ?? 'plain';
  // Where nothing else tells, they are all there is to go by.
  const isAll = !tells && (role === 'plain' || role === 'consequence');
  return isAll ? 1 : roleWeight[role];
}
