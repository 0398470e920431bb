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
  /** Id of the case that they began with: in another, the same name has another fingerprint. */
  scope: z.string(),
  /** Highest number of each kind so far. */
  counts: z.record(z.string(), z.int()),
  /** By label without its brackets: the name, then the name with its domain, as far as either has been seen. */
  prints: z.record(z.string(), z.array(z.string())),
});

export interface Masks {
  readonly scope: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly prints: Readonly<Record<string, readonly string[]>>;
}

/** @param scope Id of a case. */
export function noMasks(scope: string): Masks {
  return { scope, counts: {}, prints: {} };
}

/** Of texts whose masks are not known: the numbers that are taken. */
export function masksIn(scope: string, text: string): Masks {
  const counts: Record<string, number> = {};
  for (const [, kind = '', number] of text.matchAll(labels)) {
    counts[kind] = Math.max(counts[kind] ?? 0, Number(number));
  }
  return { scope, counts, prints: {} };
}

/** Without the fingerprints of labels that are not in the text: nobody can tell whether the same name has the same one. */
export function masksShownIn(masks: Masks, text: string): Masks {
  const shown = Object.entries(masks.prints).filter(([label]) => text.includes(`<${label}>`));
  return { ...masks, prints: Object.fromEntries(shown) };
}

/** Of two cases, the second of which went on with the labels of the first. */
export function masksOfBoth(first: Masks, second: Masks): Masks {
  return {
    ...second,
    counts: { ...first.counts, ...second.counts },
    prints: { ...first.prints, ...second.prints },
  };
}

/** Labels that two texts have given by themselves since both went on from the same one. */
export interface Reconciled {
  /** Of both. */
  readonly masks: Masks;
  /** What labels of the second are called beside the first; those that stay are left out. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The labels of the first stay. What the second calls otherwise gets the first one's label; what is another name under a label
 * of the first gets a new one.
 */
export function reconciled(first: Masks, second: Masks): Reconciled {
  const counts: Record<string, number> = { ...second.counts };
  for (const [kind, count] of Object.entries(first.counts)) counts[kind] = Math.max(count, counts[kind] ?? 0);
  const prints: Record<string, readonly string[]> = { ...first.prints };
  const renamed = new Map<string, string>();
  for (const [label, known] of Object.entries(second.prints)) {
    const kind = label.replace(/ \d+$/, '');
    const same = Object.keys(first.prints).find(
      (it) => it.startsWith(`${kind} `) && isSame(first.prints[it] ?? [], known),
    );
    const own = first.prints[label] === undefined ? label : undefined;
    let called = same ?? own;
    if (called === undefined) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      called = `${kind} ${counts[kind]}`;
    }
    if (called !== label) renamed.set(label, called);
    if (same === undefined || (prints[called]?.length ?? 0) < known.length) prints[called] = known;
  }
  return { masks: { ...first, counts, prints }, renamed };
}

/** The same name, and nothing says that it is of another domain. */
function isSame([name, full]: readonly string[], [otherName, otherFull]: readonly string[]): boolean {
  return name === otherName && (full === undefined || otherFull === undefined || full === otherFull);
}

/** @param renamed Labels without their brackets. */
export function relabelled(text: string, renamed: ReadonlyMap<string, string>): string {
  return renamed.size === 0
    ? text
    : text.replace(labels, (whole, kind, number) => {
        const called = renamed.get(`${kind} ${number}`);
        return called === undefined ? whole : `<${called}>`;
      });
}
