// What looks for one kind of secret.

import type { Kind } from './kind.js';

export interface Found {
  readonly kind: Kind;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** Where what gives it away begins, if that is not where it begins itself. */
  readonly from?: number;
}

export interface Searched {
  readonly text: string;
  /** The same in lower case; of another length where a letter has a longer small one. */
  readonly lower: string;
}

/** Time grows with the length of the text only. */
export type Finder = (searched: Searched) => Iterable<Found>;

/** The text beside what was found, as far as that matters. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Something that is known by how it looks or by what stands before it. */
export interface Rule {
  readonly kind: Kind;
  /** Of several named groups, the one that took part is the secret; without any, the whole match. */
  readonly pattern: RegExp;
  /** In lower case: every match has one of these in it. Most texts have none of most, which saves looking closer. */
  readonly needs: readonly string[];
  /** What is found and is no secret after all. */
  readonly unless?: (found: string, around: Around) => boolean;
}

const looksAround = 60;

export function around(text: string, start: number, end: number): Around {
  return { before: text.slice(Math.max(0, start - looksAround), start), after: text.slice(end, end + looksAround) };
}

export function finderOf({ kind, pattern, needs, unless }: Rule): Finder {
  const search = new RegExp(pattern.source, `${pattern.flags.replace(/[dg]/g, '')}dg`);
  return function* ({ text, lower }) {
    if (!needs.some((word) => lower.includes(word))) return;
    for (const match of text.matchAll(search)) {
      const [start, end] = Object.values(match.indices?.groups ?? {}).find((at) => at !== undefined) ??
        match.indices?.[0] ?? [0, 0];
      if (start === end || unless?.(text.slice(start, end), around(text, start, end)) === true) continue;
      yield { kind, start, end, from: Math.min(start, match.index) };
    }
  };
}
