// Whoever finds articles for a paste: Pastefix, and the libraries that it is measured beside.

import type { Answer } from '../score.js';

export interface Contestant {
  /** As people know it: `MiniSearch`. */
  readonly name: string;
  /** How it is used here, a sentence. */
  readonly how: string;
  /**
   * Gets ready to be asked: what takes its time here is its build.
   *
   * @param source Pastefix: a snapshot. Others: a folder of articles; undefined for none at all.
   */
  prepare(source: string | undefined): Promise<Ask>;
}

/** Finds; what it returns reads the answer, and is not timed. May throw. */
export type Ask = (paste: string) => () => Answer;

/** A few more than are looked at. */
export const mostMatches = 10;

/** The answer of a library that lists paths of articles. */
export function listed(articles: readonly string[]): Answer {
  return { matches: articles.slice(0, mostMatches).map((article) => ({ article, confidence: 0 })) };
}

/** Each word of a paste once, in order: what says the same, and spares a library the repeats. */
export function wordsOf(paste: string): string[] {
  return [...new Set(paste.toLowerCase().match(/[\p{L}\p{N}_]+/gu))];
}
