// Secrets that have been found once are found wherever they stand, alone and without what gave them away.

import { isEverydayWord } from '../../../knowledge/index.js';
import type { Finder, Found } from './finder.js';
import { shortNameOf } from './host-name.js';
import type { Kind } from './kind.js';
import { endsLikeFile } from './rules/file-names.js';
import { isKnownToAll, standsForName } from './rules/well-known.js';

const shortest = { name: 4, secret: 6 };
const longestWord = 20;
/** Of longer secrets the beginning is looked for, since a line may have been cut behind it. */
const beginning = 10;
/** Time grows with the number of secrets: nobody pastes more. */
const mostSecrets = 300;

export class Learned {
  readonly #names = new Map<string, Kind>();
  /** Secrets by their beginning. */
  readonly #secrets = new Map<string, { readonly kind: Kind; readonly whole: string }[]>();

  get count(): number {
    return this.#names.size + this.#secrets.size;
  }

  /** @param found As it stands in the text. */
  add(kind: Kind, found: string): void {
    switch (kind) {
      case 'user':
        this.#addName(found.split(/[\\/]/).at(-1) ?? '');
        return;
      case 'email':
        this.#addName(found.split('@')[0] ?? '');
        return;
      case 'host':
        this.#addHost(found);
        return;
      case 'sid':
      case 'address':
        return;
      case 'password':
      case 'cookie':
      case 'hash':
      case 'private-key':
      case 'token':
      case 'signature':
      case 'key':
        for (const line of found.split(/\s*\n\s*/)) this.#addSecret(kind, line);
        return;
      default:
        kind satisfies never;
    }
  }

  #addName(name: string): void {
    if (name.length >= shortest.name && !isWord('user', name)) this.#names.set(name.toLowerCase(), 'user');
  }

  /** The short name of a machine, as log lines have it too; what is called like a word is one. */
  #addHost(found: string): void {
    const name = shortNameOf(found);
    if (name.length >= shortest.name && !isWord('host', name)) this.#names.set(name, 'host');
  }

  #addSecret(kind: Kind, whole: string): void {
    if (whole.length < shortest.secret || isWord(kind, whole) || this.#secrets.size >= mostSecrets) return;
    const start = whole.slice(0, beginning);
    const alike = this.#secrets.get(start) ?? [];
    if (alike.some((secret) => secret.whole === whole)) return;
    this.#secrets.set(start, [...alike, { kind, whole }]);
  }

  readonly find: Finder = ({ text }) => [...this.#secretsIn(text), ...this.#namesIn(text)];

  *#secretsIn(text: string): Iterable<Found> {
    for (const [start, alike] of this.#secrets) {
      for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + start.length)) {
        for (const { kind, whole } of alike) yield { kind, start: at, end: at + sharedLength(text, at, whole) };
      }
    }
  }

  *#namesIn(text: string): Iterable<Found> {
    if (this.#names.size === 0) return;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_.$-]+/gu)) {
      yield* this.#nameAt(word, index);
    }
  }

  *#nameAt(word: string, start: number): Iterable<Found> {
    const kind = this.#names.get(word.toLowerCase());
    if (kind !== undefined) yield { kind, start, end: start + word.length };
    else if (/[.$-]/.test(word)) {
      const mayBeHost = !endsLikeFile(word);
      for (const { 0: part, index } of word.matchAll(/[^.$-]+/g)) {
        const partKind = this.#names.get(part.toLowerCase());
        if (partKind === undefined || (partKind === 'host' && !mayBeHost)) continue;
        yield { kind: partKind, start: start + index, end: start + index + part.length };
      }
    }
  }
}

/**
 * Whether something that was hidden may stand elsewhere and mean something else: accounts are called `service`, too, and
 * `password=Sommer` does not make a secret of every summer.
 */
export function isWord(kind: Kind, found: string): boolean {
  switch (kind) {
    case 'user':
    case 'email': {
      const name = found.toLowerCase();
      return isEverydayWord(name) || standsForName(name) || isKnownToAll(name);
    }
    case 'host':
      // Computers have a number in their name, and letters; everything else may be anything.
      return !/\d/.test(found) || !/\p{L}/u.test(found);
    case 'private-key':
      // Its last line may be short.
      return isOfLetters(found, longestWord / 2);
    default:
      return isOfLetters(found, longestWord);
  }
}

function isOfLetters(text: string, length: number): boolean {
  return text.length < length && /^\p{L}+$/u.test(text);
}

function sharedLength(text: string, at: number, whole: string): number {
  let length = 0;
  while (length < whole.length && text.charCodeAt(at + length) === whole.charCodeAt(length)) length += 1;
  return length;
}
