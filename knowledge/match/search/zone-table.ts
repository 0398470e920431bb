// Where in each candidate each feature of the paste stands.

import { strengths } from '../weights.js';
import type { Index } from './feature-index.js';
import type { KnownFeature } from './known-features.js';
import { seek } from './seek.js';

/** A list that is so many times as long as what is looked up in it is sought through in steps, a shorter one is read. */
const longToRead = 20;

/** Kept between searches: it finds the row of an issue without a look-up in a map. */
export class ZoneTable {
  /** Of each issue, counted from 1; 0 for one that has none. */
  readonly #rows: Uint16Array;
  #issues: Uint32Array = new Uint32Array(0);
  #columns = 0;
  #cells = new Uint8Array(0);

  constructor(issues: number) {
    this.#rows = new Uint16Array(issues);
  }

  /**
   * Begins an empty table.
   *
   * @param issues Those with a row, in its order: positions, ascending, at most 65,000.
   * @param columns One for each feature.
   */
  begin(issues: Uint32Array, columns: number): void {
    for (const issue of this.#issues) this.#rows[issue] = 0;
    for (let at = 0; at < issues.length; at += 1) this.#rows[issues[at] ?? 0] = at + 1;
    this.#issues = issues;
    this.#columns = columns;
    this.#cells = new Uint8Array(issues.length * columns);
  }

  /** Fills a column from a list, or a part of one: whose it is and where it stands. */
  fill(column: number, issues: ArrayLike<number>, zones: Uint8Array, start: number, end: number): void {
    const rows = this.#rows;
    const columns = this.#columns;
    const cells = this.#cells;
    for (let at = start; at < end; at += 1) {
      const row = rows[issues[at] ?? 0] ?? 0;
      if (row !== 0) cells[(row - 1) * columns + column] = zones[at] ?? 0;
    }
  }

  /** Fills a column from the list of a feature. */
  lookUp(column: number, { postedIssues, postedZones, needPosted }: Index, { list, frequency }: KnownFeature): void {
    const end = list + frequency;
    needPosted(list, end);
    if (frequency <= this.#issues.length * longToRead) {
      this.fill(column, postedIssues, postedZones, list, end);
      return;
    }
    let posting = list;
    for (let at = 0; at < this.#issues.length; at += 1) {
      const issue = this.#issues[at] ?? 0;
      posting = seek(postedIssues, issue, posting, end);
      if (posting < end && postedIssues[posting] === issue)
        this.#cells[at * this.#columns + column] = postedZones[posting] ?? 0;
    }
  }

  /** Adds to a sum for each row what the feature tells of it. */
  addTo(sums: Float64Array, column: number, weight: number): void {
    for (let row = 0, cell = column; row < sums.length; row += 1, cell += this.#columns)
      sums[row] = (sums[row] ?? 0) + weight * (strengths[this.#cells[cell] ?? 0] ?? 0);
  }

  /** @returns For each of the issues, which all have a row: for each feature one bit a zone, 0 where it does not have it. */
  rowsOf(issues: Uint32Array): Uint8Array[] {
    const rows: Uint8Array[] = [];
    for (let at = 0; at < issues.length; at += 1) {
      const end = (this.#rows[issues[at] ?? 0] ?? 0) * this.#columns;
      rows.push(this.#cells.subarray(end - this.#columns, end));
    }
    return rows;
  }
}
