// What a case keeps of the names and secrets it hides: enough to know them again, too little to tell them.

import { z } from 'zod';
import { labels } from './kind.js';

/**
 * Labels and their fingerprints. A fingerprint is the start of a keyed hash, five characters or 30 bits: enough to tell a few
 * hundred names apart. The key is never kept where this is: a hash without one, however salted, would say which of a
 * company's account names it was to anybody who tries them all, and shorten the search for a password a billion times.
 * Where a bot has lost its key, nothing is known again and the numbers go on.
 */
export const masksSchema = z.object({
  /** Highest number of each kind so far. */
  counts: z.record(z.string(), z.int()),
  /** By label without its brackets: the name, then the name with its domain, as far as either has been seen. */
  prints: z.record(z.string(), z.array(z.string())),
});

export interface Masks {
  readonly counts: Readonly<Record<string, number>>;
  readonly prints: Readonly<Record<string, readonly string[]>>;
}

export const noMasks: Masks = { counts: {}, prints: {} };

/** Of texts that were masked by somebody else: the numbers that are taken. */
export function masksIn(text: string): Masks {
  const counts: Record<string, number> = {};
  for (const [, kind = '', number] of text.matchAll(labels)) {
    counts[kind] = Math.max(counts[kind] ?? 0, Number(number));
  }
  return { counts, prints: {} };
}

/** Without the fingerprints of labels that are not in the text: nobody can tell whether the same name has the same one. */
export function masksShownIn({ counts, prints }: Masks, text: string): Masks {
  return {
    counts,
    prints: Object.fromEntries(Object.entries(prints).filter(([label]) => text.includes(`<${label}>`))),
  };
}

/** Of two cases, the second of which went on with the labels of the first. */
export function masksOfBoth(first: Masks, second: Masks): Masks {
  return { counts: { ...first.counts, ...second.counts }, prints: { ...first.prints, ...second.prints } };
}
