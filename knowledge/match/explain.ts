// The lines an answer rests on, and why, in words for the person.

import type { Evidence } from '../diagnosis.js';
import { Kind } from './features.js';
import type { Shared, Weighed } from './quantities.js';
import type { Query } from './read-query.js';

const mostLines = 3;
const longestText = 500;

/** @returns The decisive line first. */
export function evidenceOf(query: Query, { shared, lines }: Weighed): Evidence[] {
  const most = lines[0];
  if (most === undefined) return [];
  const gainOf = (at: number): number => shared.reduce((sum, one) => (one.at === at ? sum + one.gain : sum), 0);
  const least = gainOf(most) / 5;
  return lines
    .slice(0, mostLines)
    .filter((at) => gainOf(at) >= least)
    .flatMap((at) => {
      const line = query.lines[at];
      const here = shared.filter((one) => one.at === at);
      return line === undefined
        ? []
        : [{ line: line.line, text: shortened(line.text), why: reasonOf(line.text, here) }];
    });
}

// What names a fault comes before what describes it.
const telling: readonly (readonly Kind[])[] = [
  [Kind.symbol, Kind.code, Kind.status, Kind.event],
  [Kind.triple, Kind.pair],
  [Kind.innerCode],
  [Kind.word, Kind.part],
];

function reasonOf(text: string, shared: readonly Shared[]): string {
  for (const kinds of telling) {
    const best = shared.find((one) => kinds.includes(one.kind));
    if (best === undefined) continue;
    const quoted = `“${text.slice(best.start, best.end)}”`;
    switch (best.kind) {
      case Kind.symbol:
      case Kind.code:
      case Kind.event:
        return `${quoted} ${rarityOf(best)}`;
      case Kind.status:
        return `this request status ${rarityOf(best)}`;
      case Kind.innerCode:
        return `${quoted} wraps a code that ${rarityOf(best)}`;
      case Kind.pair:
      case Kind.triple:
        return `the words ${quoted} ${rarityOf(best)}`;
      case Kind.word:
      case Kind.part:
        return `the word ${quoted} ${rarityOf(best)}`;
      default:
        best.kind satisfies never;
    }
  }
  return 'it shares words with the article';
}

function rarityOf({ frequency }: Shared): string {
  if (frequency === 1) return 'stands in this issue only';
  return frequency <= 10
    ? `stands in this issue and ${frequency - 1} other${frequency === 2 ? '' : 's'}`
    : 'stands in this issue';
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
