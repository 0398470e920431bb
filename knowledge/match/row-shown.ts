// Of a list of errors, the row that the paste is about.

import { plainText } from '../inline-form.js';
import type { Block, Issue } from '../model.js';
import { featuresOf } from './features/features.js';
import { isInformation, Kind } from './features/kind.js';
import type { Query } from './query/read-query.js';
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
  if (rows.length < 2) return rows[0];
  const gains = new Map(shared.map(({ hash, gain }) => [hash, gain]));
  const ranked = rows.map((row) => ({ row, gain: gainOf(row, gains) })).sort((one, other) => other.gain - one.gain);
  const [first, second] = ranked;
  if (first === undefined || first.gain < leastShare * sumOf(gains)) return undefined;
  return second === undefined || second.gain < besides * first.gain ? first.row : undefined;
}

/** Of the words of a message that tell, a paste that quotes it holds so many, and so large a share. */
const quoted = { words: 3, share: 0.85 } as const;

/** Whether a paste holds nearly all that a row says, but for the names that its author left open: `<ServerName>`. */
export function isQuoted({ symptoms }: Issue, { features }: Query): boolean {
  const words = new Set<number>();
  for (const line of symptoms.flatMap(linesOf))
    featuresOf(line.replace(/<[^<>]{1,40}>/g, ' '), false, (hash, kind) => {
      if (isInformation(kind) && kind !== Kind.commonWord) words.add(hash);
    });
  const held = [...words].filter((hash) => features.has(hash)).length;
  return words.size >= quoted.words && held >= quoted.share * words.size;
}

function gainOf(row: Issue, gains: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const hash of hashesOf(row)) sum += gains.get(hash) ?? 0;
  return sum;
}

/** Pastes about one list come one after the other. */
const hashesRead = new WeakMap<Issue, readonly number[]>();

/** Of all features of a row, each once. */
function hashesOf(row: Issue): readonly number[] {
  const known = hashesRead.get(row);
  if (known !== undefined) return known;
  const { symptoms, causes, resolutions } = row;
  const hashes = new Set<number>();
  for (const line of [...symptoms, ...causes, ...resolutions.flatMap(({ blocks }) => blocks)].flatMap(linesOf))
    featuresOf(line, true, (hash) => hashes.add(hash));
  const read = [...hashes];
  hashesRead.set(row, read);
  return read;
}

/** Rows of several hold nothing but text. */
function linesOf(block: Block): readonly string[] {
  return block.kind === 'text' ? plainText(block.text).split('\n') : [];
}

function sumOf(gains: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const gain of gains.values()) sum += gain;
  return sum;
}
