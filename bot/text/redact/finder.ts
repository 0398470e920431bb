// What looks for one kind of secret.

import type { Kind } from './kind.js';

export interface Found {
  readonly kind: Kind;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** Time grows with the length of the text only. */
export type Finder = (text: string) => Iterable<Found>;

/** Something that is known by how it looks or by what stands before it. */
export interface Rule {
  readonly kind: Kind;
  /** Of several named groups, the one that took part is the secret; without any, the whole match. */
  readonly pattern: RegExp;
  /** What is found and is no secret after all; `after`: the text behind it, as far as that matters. */
  readonly unless?: (found: string, after: string) => boolean;
}

const looksAhead = 60;

export function finderOf({ kind, pattern, unless }: Rule): Finder {
  const search = new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}dg`);
  return function* (text) {
    for (const match of text.matchAll(search)) {
      const [start, end] = Object.values(match.indices?.groups ?? {}).find((at) => at !== undefined) ??
        match.indices?.[0] ?? [0, 0];
      if (start === end || unless?.(text.slice(start, end), text.slice(end, end + looksAhead)) === true) continue;
      yield { kind, start, end };
    }
  };
}
