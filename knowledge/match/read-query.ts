// A paste → the distinct features it holds, each with where it stands.

import { type Entry, type LineRole, lineRole, readPaste } from '../read/index.js';
import { featuresOf, Kind, lineHash, messageHash, statusHash } from './features.js';

/** A line of the paste as the matcher sees it. */
export interface QueryLine {
  /** 1-based line of the paste. */
  readonly line: number;
  /** Log markup taken off. */
  readonly text: string;
  /** The same as it is read: slips of spelling mended. Positions of features are in this. */
  readonly read: string;
  readonly role: LineRole;
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
  /** Some line reports that something is wrong: the others then count less. */
  readonly tells: boolean;
  /** In order of their first appearance, each hash once. */
  readonly features: ReadonlyMap<number, QueryFeature>;
}

/** Features beyond this many are not looked at: a fault shows itself within the distinct text of a paste. */
const mostFeatures = 20_000;

/** @param mend Mends a line's spelling; the line itself where there is nothing to mend. */
export function readQuery(paste: string, mend: (line: string) => string = (line) => line): Query {
  const lines: QueryLine[] = [];
  const features = new Map<number, QueryFeature>();
  const seen = new Set<string>();
  let tells = false;
  for (const entry of readPaste(paste)) {
    for (const pasted of linesOf(entry)) {
      // A repeated line says nothing new.
      if (features.size >= mostFeatures || seen.has(pasted.text)) continue;
      seen.add(pasted.text);
      const line = { ...pasted, read: mend(pasted.text) };
      const at = lines.push(line) - 1;
      tells ||= line.role === 'tells';
      const add = (hash: number, kind: Kind, start: number, end: number): void => {
        if (!features.has(hash)) features.set(hash, { hash, kind, at, start, end });
      };
      const whole = featuresOf(line.read, true, add);
      if (whole !== 0) {
        add(lineHash(whole), Kind.whole, 0, line.read.length);
        add(messageHash(whole), Kind.whole, 0, line.read.length);
      }
      if (entry.status !== undefined) add(statusHash(entry.status), Kind.status, 0, line.read.length);
    }
  }
  return { lines, tells, features };
}

function linesOf({ line, message, severity }: Entry): Omit<QueryLine, 'read'>[] {
  const texts = message.includes('\n') ? message.split('\n').filter((text) => text.trim() !== '') : [message];
  return texts.map((text) => {
    const role = lineRole(text);
    return { line, text, role: role === 'plain' && severity === 'error' ? 'tells' : role };
  });
}
