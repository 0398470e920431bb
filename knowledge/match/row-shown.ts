// Of a list of errors, the row that the paste is about.

import { plainText } from '../inline-form.js';
import type { Block, Issue } from '../model.js';
import { featuresOf } from './features/features.js';
import type { Shared } from './search/shared.js';

/** A row holds at least so much of what paste and list have in common: the rest may stand around the list. */
const leastShare = 0.4;
/** Rows that hold nearly as much could as well be meant. */
const besides = 0.9;

/**
 * @param rows Of one list.
 * @param shared What paste and list have in common.
 * @returns undefined where no row stands out; a single one always does.
 */
export function rowShown(rows: readonly Issue[], shared: readonly Shared[]): Issue | undefined {
  const gains = new Map(shared.map(({ hash, gain }) => [hash, gain]));
  const ranked = rows.map((row) => ({ row, gain: gainOf(row, gains) })).sort((one, other) => other.gain - one.gain);
  const [first, second] = ranked;
  if (rows.length === 1) return first?.row;
  if (first === undefined || first.gain < leastShare * sumOf(gains)) return undefined;
  return second === undefined || second.gain < besides * first.gain ? first.row : undefined;
}

function gainOf({ symptoms, causes, resolutions }: Issue, gains: ReadonlyMap<number, number>): number {
  const held = new Map<number, number>();
  for (const line of [...symptoms, ...causes, ...resolutions.flatMap(({ blocks }) => blocks)].flatMap(linesOf))
    featuresOf(line, true, (hash) => {
      const gain = gains.get(hash);
      if (gain !== undefined) held.set(hash, gain);
    });
  return sumOf(held);
}

/** Rows hold nothing but text. */
function linesOf(block: Block): readonly string[] {
  return block.kind === 'text' ? plainText(block.text).split('\n') : [];
}

function sumOf(gains: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const gain of gains.values()) sum += gain;
  return sum;
}
