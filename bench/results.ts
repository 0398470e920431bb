// Everything that was measured, for people and programs to compare with later.

import { cpus, totalmem } from 'node:os';
import { type Figure, reaches } from './figure.js';

export type PartResult =
  | {
      readonly part: string;
      readonly seconds: number;
      readonly figures: readonly Figure[];
      readonly notes: readonly string[];
    }
  | { readonly part: string; readonly seconds: number; readonly failure: string };

/** What `bench/results.json` holds. */
export interface Results {
  readonly measured: string;
  readonly machine: { readonly node: string; readonly cpu: string; readonly cpus: number; readonly memoryMB: number };
  readonly articles: number;
  /** Rows of each set. */
  readonly sets: Readonly<Record<string, number>>;
  readonly parts: readonly (Omit<PartResult, 'figures'> & {
    /** `ok` says whether the bar is reached; absent where there is none. */
    readonly figures?: readonly (Figure & { readonly ok?: boolean })[];
  })[];
}

/** @param measured The time of it. */
export function resultsOf(
  parts: readonly PartResult[],
  measured: Date,
  about: Pick<Results, 'articles' | 'sets'>,
): Results {
  return {
    measured: measured.toISOString(),
    machine: {
      node: process.version,
      cpu: cpus()[0]?.model ?? '',
      cpus: cpus().length,
      memoryMB: Math.round(totalmem() / 1e6),
    },
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
