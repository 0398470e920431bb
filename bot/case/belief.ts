// How likely each fault is, as more is told.

import type { Fault } from './faults.js';

export class Belief {
  readonly faults: readonly Fault[];
  #weights: readonly number[];

  constructor(faults: readonly Fault[]) {
    this.faults = faults;
    this.#weights = faults.map(({ prior }) => prior);
  }

  /** By fault; together 1. */
  get weights(): readonly number[] {
    return this.#weights;
  }

  /** How likely an issue is; of undefined: that nobody knows it. */
  of(issue: number | undefined): number {
    let sum = 0;
    for (const [at, fault] of this.faults.entries()) if (fault.issue === issue) sum += this.#weights[at] ?? 0;
    return sum;
  }

  /** How likely an issue was before anything was told. */
  priorOf(issue: number): number {
    return this.faults.reduce((sum, fault) => (fault.issue === issue ? sum + fault.prior : sum), 0);
  }

  /** @param shares By fault: how likely what was told is with it. Where nothing would be left, nothing changes. */
  weigh(shares: readonly number[]): void {
    const weights = this.#weights.map((weight, at) => weight * (shares[at] ?? 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total > 0) this.#weights = weights.map((weight) => weight / total);
  }

  /** Makes an issue so likely, at the cost of all others. */
  raise(issue: number, likely: number): void {
    const before = this.of(issue);
    this.#weights = this.#weights.map((weight, at) => {
      const fault = this.faults[at];
      if (fault?.issue !== issue) return before >= 1 ? 0 : (weight * (1 - likely)) / (1 - before);
      return before > 0 ? (weight * likely) / before : fault.share * likely;
    });
  }
}
