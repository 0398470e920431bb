import type { Index } from './feature-index.js';

/**
 * Looks an issue up in a feature's list. What stands soon behind `from` is found soonest: for issues in their order, each
 * search begins where the one before it ended.
 *
 * @param from Where to begin; no issue before it is at or behind the one looked for.
 * @param end Of the list.
 * @returns Position of the first issue that is at or behind it, or `end`.
 */
export function seek(postedIssues: Index['postedIssues'], issue: number, from: number, end: number): number {
  let low = from;
  let step = 1;
  while (low + step <= end && (postedIssues[low + step - 1] ?? 0) < issue) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postedIssues[middle] ?? 0) < issue) low = middle + 1;
    else high = middle;
  }
  return low;
}
