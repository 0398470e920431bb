// A paste → the distinct features it holds, each with where it stands.

import type { Aside } from '../../model.js';
import { type Entry, isOrigin, type LineRole, lineRole, readPaste } from '../../read/index.js';
import { featuresOf, lineHash, messageHash, statusHash } from '../features/features.js';
import { Kind } from '../features/kind.js';
import { roleWeight } from '../weights.js';
import { makeIsAdvice } from './advice.js';
import type { AsideOf } from './asides.js';
import { isGeneralMessage } from './general-message.js';
import { partsOf } from './wrapped.js';

/** A line of the paste as the matcher sees it. */
export interface QueryLine {
  /** 1-based line of the paste. */
  readonly line: number;
  /** Log markup taken off. */
  readonly text: string;
  /** The same as it is read: slips of spelling mended. Positions of features are in this. */
  readonly read: string;
  readonly role: LineRole | Aside['kind'];
  /** Of a line whose role that is. */
  readonly aside?: Aside;
  /** How many lines of the paste say the same, other numbers aside; this is the first of them. */
  readonly times: number;
}

/** A feature of the paste; it stands in several lines when it is repeated. */
export interface QueryFeature {
  readonly hash: number;
  readonly kind: Kind;
  /** Where it stands first among the lines that count most, an index into `lines`, and there from character to character. */
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

export interface ReadQueryOptions {
  /** Mends a line's spelling; the line itself where there is nothing to mend. */
  readonly mend?: (line: string) => string;
  /** Knows the lines that are not the fault; none unless told. */
  readonly asideOf?: AsideOf;
}

export function readQuery(
  paste: string,
  { mend = (line) => line, asideOf = () => undefined }: ReadQueryOptions = {},
): Query {
  const lines: { -readonly [key in keyof QueryLine]: QueryLine[key] }[] = [];
  const features = new Map<number, QueryFeature>();
  // Where a line stands first, by its text and by what is left of it when numbers are alike.
  const firstOfText = new Map<string, number>();
  const firstOfWhole = new Map<number, number>();
  let tells = false;
  const isAdvice = makeIsAdvice();
  for (const entry of readPaste(paste)) {
    for (const read of linesOf(entry)) {
      const pasted = asItTells(read, isAdvice(read));
      const before = firstOfText.get(pasted.text);
      if (before !== undefined) countAgain(lines[before]);
      // A repeated line says nothing new.
      if (before !== undefined || features.size >= mostFeatures) continue;
      const line = { ...withAside(pasted, asideOf), read: mend(pasted.text), times: 1 };
      const at = lines.push(line) - 1;
      firstOfText.set(pasted.text, at);
      tells ||= line.role === 'tells';
      const add = (hash: number, kind: Kind, start: number, end: number): void => {
        // To ask an array for what it cannot hold takes long.
        const known = features.get(hash);
        const first = known === undefined ? undefined : lines[known.at];
        // What a line says in passing counts in full where another line reports it.
        if (first === undefined || roleWeight[line.role] > roleWeight[first.role])
          features.set(hash, { hash, kind, at, start, end });
      };
      const whole = featuresOf(line.read, line.role !== 'header' && !isOrigin(line.text), add);
      if (whole !== 0) {
        add(lineHash(whole), Kind.whole, 0, line.read.length);
        add(messageHash(whole), Kind.whole, 0, line.read.length);
        const like = firstOfWhole.get(whole);
        if (like === undefined) firstOfWhole.set(whole, at);
        else countAgain(lines[like]);
      }
      if (entry.status !== undefined) add(statusHash(entry.status), Kind.status, 0, line.read.length);
    }
  }
  return { lines, tells, features };
}

/** Advice, and what any fault may end in, is nothing that other lines stand back for. */
function asItTells(line: Pasted, isAdvised: boolean): Pasted {
  const isIdle = line.role === 'tells' && (isAdvised || isGeneralMessage(line.text));
  return isIdle ? { ...line, role: 'plain' } : line;
}

function countAgain(line: { times: number } | undefined): void {
  if (line !== undefined) line.times += 1;
}

function withAside(line: Pasted, asideOf: AsideOf): Omit<QueryLine, 'read' | 'times'> {
  const aside = asideOf(line.text);
  return aside === undefined ? line : { ...line, role: aside.kind, aside };
}

type Pasted = Pick<Entry, 'line'> & { readonly text: string; readonly role: LineRole };

function linesOf({ line, message, severity, status }: Entry): Pasted[] {
  const texts = message.includes('\n') ? message.split('\n').filter((text) => text.trim() !== '') : [message];
  const isFailure = severity === 'error' || (status !== undefined && status >= '400');
  return texts.flatMap(partsOf).map(({ text, role: place }) => {
    if (place === 'passes-on') return { line, text, role: 'plain' };
    const role = lineRole(text);
    return { line, text, role: role === 'plain' && (isFailure || place === 'passed-on') ? 'tells' : role };
  });
}
