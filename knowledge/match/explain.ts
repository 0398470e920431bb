// The lines an answer rests on, and why, in words for the person.

import type { Evidence } from '../diagnosis.js';
import { Kind } from './features.js';
import type { Ranked } from './rank.js';
import type { Query } from './read-query.js';
import type { Shared } from './shared.js';

const mostLines = 3;
const longestText = 500;

/** @returns The decisive line first: the one that gains most. */
export function evidenceOf(query: Query, { gains }: Ranked, shared: readonly Shared[]): Evidence[] {
  const lines = [...gains.keys()]
    .filter((at) => (gains[at] ?? 0) > 0)
    .sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  const least = (gains[lines[0] ?? 0] ?? 0) / 5;
  return lines
    .slice(0, mostLines)
    .filter((at) => (gains[at] ?? 0) >= least)
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
  [Kind.symbol, Kind.name, Kind.code, Kind.codeText, Kind.status, Kind.event],
  [Kind.triple, Kind.pair],
  [Kind.innerCode, Kind.genericCode],
  [Kind.word, Kind.place, Kind.part],
];

function reasonOf(text: string, shared: readonly Shared[]): string {
  for (const kinds of telling) {
    const best = shared.find((one) => kinds.includes(one.kind));
    if (best === undefined) continue;
    const quoted = `“${text.slice(best.start, best.end)}”`;
    switch (best.kind) {
      case Kind.symbol:
      case Kind.code:
      case Kind.name:
      case Kind.codeText:
      case Kind.genericCode:
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
      case Kind.place:
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
