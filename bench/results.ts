// Everything that was measured, for people and programs to compare with later.

import { cpus, loadavg, totalmem } from 'node:os';
import { type Figure, reaches } from './figure.js';

export type PartResult =
  | {
      readonly part: string;
      readonly seconds: number;
      readonly figures: readonly Figure[];
      readonly notes: readonly string[];
    }
  | { readonly part: string; readonly seconds: number; readonly failure: string };

export interface Machine {
  readonly node: string;
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryMB: number;
  /** Processes that wanted to run, on average of the last minute: above `cpus`, times are not those of this machine. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? '',
    cpus: cpus().length,
    memoryMB: Math.round(totalmem() / 1e6),
    load: loadavg()[0] ?? 0,
  };
}

/** What `bench/results.json` holds. */
export interface Results {
  readonly measured: string;
  readonly machine: Machine;
  readonly articles: number;
  /** Rows of each set. */
  readonly sets: Readonly<Record<string, number>>;
  readonly parts: readonly (Omit<PartResult, 'figures'> & {
    /** `ok` says whether the bar is reached; absent where there is none. */
    readonly figures?: readonly (Figure & { readonly ok?: boolean })[];
  })[];
}

/** @param measured When it began. */
export function resultsOf(
  parts: readonly PartResult[],
  measured: Date,
  about: Pick<Results, 'machine' | 'articles' | 'sets'>,
): Results {
  return {
    measured: measured.toISOString(),
    ...about,
    parts: parts.map((part) =>
      'figures' in part
        ? {
            ...part,
            figures: part.figures.map((figure) =>
              figure.bar === undefined ? figure : { ...figure, ok: reaches(figure.ours, figure.bar) },
            ),
          }
        : part,
    ),
  };
}
