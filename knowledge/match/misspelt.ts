// Names that no article knows, held against the names they know: CMGConector_Forbiden.

import Fuse from 'fuse.js';
import { symbolsOf } from './symbols.js';

/** Finds the known name that is meant. */
export interface Spelling {
  /** @returns The paste with its misspelt names put right; undefined when there is nothing to put right. */
  correct(paste: string): Correction | undefined;
}

export interface Correction {
  readonly paste: string;
  /** What was read as what, in order. */
  readonly names: readonly { readonly written: string; readonly meant: string }[];
}

// A fuzzy look-up walks the whole vocabulary; a paste has a name or two that matter.
const mostNames = 4;

/** @param vocabulary The names that the articles know. */
export function makeSpelling(vocabulary: readonly string[]): Spelling {
  let fuse: Fuse<string> | undefined;
  const known = new Set(vocabulary.map((name) => name.toLowerCase()));
  return {
    correct(paste) {
      const unknown = symbolsOf(paste).filter((name) => !known.has(name.toLowerCase()));
      if (unknown.length === 0 || vocabulary.length === 0) return undefined;
      fuse ??= new Fuse(vocabulary, { includeScore: true, threshold: 0.25, distance: 20, minMatchCharLength: 4 });
      const names = unknown.slice(0, mostNames).flatMap((written) => {
        const meant = fuse?.search(written, { limit: 3 }).find(({ item }) => isMisspelling(written, item))?.item;
        return meant === undefined ? [] : [{ written, meant }];
      });
      if (names.length === 0) return undefined;
      return { paste: names.reduce((text, { written, meant }) => text.replaceAll(written, meant), paste), names };
    },
  };
}

// Fuse finds names within names; a misspelling has about the length of what is meant, and differs in a letter or two.
function isMisspelling(written: string, meant: string): boolean {
  const most = Math.max(1, Math.floor(meant.length / 6));
  return (
    Math.abs(written.length - meant.length) <= most && distance(written.toLowerCase(), meant.toLowerCase()) <= most
  );
}

/** Levenshtein's edit distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const swap = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
