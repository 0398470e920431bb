// Where in each candidate each feature of the paste stands.

import type { Index } from './feature-index.js';
import type { KnownFeature } from './search.js';
import { seek } from './seek.js';

/** A list that is so many times as long as what is looked up in it is sought through in steps, a shorter one is read. */
const longToRead = 8;

/** Fills tables. Kept between searches: it finds the row of an issue without a look-up in a map. */
export class ZoneTables {
  /** Of each issue, counted from 1; 0 for one that has none. */
  readonly #rows: Uint16Array;

  constructor(issues: number) {
    this.#rows = new Uint16Array(issues);
  }

  /**
   * @param candidates Positions of issues, ascending, at most 65,000.
   * @returns A row for each candidate; in it for each feature one bit a zone, 0 where the issue does not have it.
   */
  of(index: Index, known: readonly KnownFeature[], candidates: Uint32Array): Uint8Array[] {
    const width = known.length;
    const table = new Uint8Array(candidates.length * width);
    for (let at = 0; at < candidates.length; at += 1) this.#rows[candidates[at] ?? 0] = at + 1;
    for (let column = 0; column < width; column += 1) {
      const feature = known[column]?.feature ?? 0;
      const start = index.starts[feature] ?? 0;
      const end = index.starts[feature + 1] ?? 0;
      if (end - start > candidates.length * longToRead) lookUp(index, start, end, candidates, table, column, width);
      else this.#read(index, start, end, table, column, width);
    }
    for (let at = 0; at < candidates.length; at += 1) this.#rows[candidates[at] ?? 0] = 0;
    return Array.from(candidates, (_, at) => table.subarray(at * width, (at + 1) * width));
  }

  #read(
    { postedIssues, postedZones }: Index,
    start: number,
    end: number,
    table: Uint8Array,
    column: number,
    width: number,
  ): void {
    for (let posting = start; posting < end; posting += 1) {
      const row = this.#rows[postedIssues[posting] ?? 0] ?? 0;
      if (row !== 0) table[(row - 1) * width + column] = postedZones[posting] ?? 0;
    }
  }
}

function lookUp(
  { postedIssues, postedZones }: Index,
  start: number,
  end: number,
  candidates: Uint32Array,
  table: Uint8Array,
  column: number,
  width: number,
): void {
  let posting = start;
  for (let at = 0; at < candidates.length; at += 1) {
    const issue = candidates[at] ?? 0;
    posting = seek(postedIssues, issue, posting, end);
    if (posting < end && postedIssues[posting] === issue) table[at * width + column] = postedZones[posting] ?? 0;
  }
}
