// Names and secrets of earlier texts that stand by themselves in a later one: only their fingerprints are left by then.

import type { Finder } from './finder.js';
import type { Kind } from './kind.js';
import { isWord } from './learned.js';

/** Every different word costs a fingerprint. */
const mostWords = 3_000;
const shortestWord = 4;

/** What may stand alone, and as what kind of word. */
const words: readonly { readonly pattern: RegExp; readonly kinds: readonly Kind[] }[] = [
  // Full names of hosts are known by themselves; a dot may also be that of a file.
  { pattern: /(?<![\p{L}\p{N}_.$-])[\p{L}\p{N}-]+(?![\p{L}\p{N}_$-]|\.[\p{L}\p{N}])/gu, kinds: ['host'] },
  { pattern: /[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+)*/gu, kinds: ['user'] },
  { pattern: /[^\s"'<>;,]+/g, kinds: ['password', 'token', 'key', 'signature'] },
];

/** @param isKnown Whether a text before had such a thing under a label. */
export function metBefore(has: (kind: Kind) => boolean, isKnown: (kind: Kind, word: string) => boolean): Finder {
  return function* ({ text }) {
    for (const { pattern, kinds } of words) {
      const wanted = kinds.filter(has);
      if (wanted.length === 0) continue;
      const asked = new Map<string, Kind | undefined>();
      for (const { 0: word, index } of text.matchAll(pattern)) {
        if (word.length < shortestWord) continue;
        if (!asked.has(word)) {
          if (asked.size >= mostWords) break;
          asked.set(
            word,
            wanted.find((kind) => !isWord(kind, word) && isKnown(kind, word)),
          );
        }
        const kind = asked.get(word);
        if (kind !== undefined) yield { kind, start: index, end: index + word.length };
      }
    }
  };
}
