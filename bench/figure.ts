// What the benchmarks report: figures, each beside what it must reach and what others reach.

/** `share`: 0 to 1. `ratio`: how many times something else. */
export type Unit = 'share' | 'ms' | 's' | 'MB' | 'ratio' | 'count';

/** The bound itself is good enough. */
export type Bar = { readonly least: number } | { readonly most: number };

export interface Figure {
  /** What was measured, and of what: `pastes: hit@1`. */
  readonly what: string;
  readonly unit: Unit;
  readonly ours: number;
  /** Absent where there is nothing to reach. */
  readonly bar?: Bar;
  /** The same of other libraries, by name; those that cannot do it are not in it. */
  readonly peers?: Readonly<Record<string, number>>;
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** What has to be known to read them, a sentence each. */
  readonly notes: readonly string[];
}

/** Rounding is for people: a figure that is shown as the bar itself may still miss it. */
export function reaches(ours: number, bar: Bar): boolean {
  return 'least' in bar ? ours >= bar.least : ours <= bar.most;
}

/** The value in the middle, the upper of two; NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0.99: the value that 99 of 100 do not exceed. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
