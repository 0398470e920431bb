// A paste → the distinct features it holds, each with where it stands.

import { type Entry, readPaste } from '../read/index.js';
import { featuresOf, Kind, statusHash } from './features.js';

/** A line of the paste as the matcher sees it. */
export interface QueryLine {
  /** 1-based line of the paste. */
  readonly line: number;
  /** Log markup taken off. */
  readonly text: string;
}

/** A feature of the paste; it stands in several lines when it is repeated. */
export interface QueryFeature {
  readonly hash: number;
  readonly kind: Kind;
  /** Where it stands first, an index into `lines`, and there from character to character. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export interface Query {
  readonly lines: readonly QueryLine[];
  /** In order of their first appearance, each hash once. */
  readonly features: readonly QueryFeature[];
}

/** Features beyond this many are not looked at: a fault shows itself within the distinct text of a paste. */
const mostFeatures = 20_000;

export function readQuery(paste: string): Query {
  const lines = readPaste(paste).flatMap(linesOfEntry);
  const features = new Map<number, QueryFeature>();
  const seen = new Set<string>();
  lines.forEach(({ text, status }, at) => {
    if (features.size >= mostFeatures || seen.has(text)) return;
    seen.add(text);
    const add = (hash: number, kind: Kind, start: number, end: number): void => {
      if (!features.has(hash)) features.set(hash, { hash, kind, at, start, end });
    };
    featuresOf(text, true, add);
    if (status !== undefined) add(statusHash(status), Kind.status, 0, text.length);
  });
  return { lines, features: [...features.values()] };
}

function linesOfEntry({ line, message, status }: Entry): (QueryLine & { status?: string })[] {
  if (status !== undefined) return [{ line, text: message, status }];
  return message.includes('\n')
    ? message.split('\n').flatMap((text) => (text.trim() === '' ? [] : [{ line, text }]))
    : [{ line, text: message }];
}
