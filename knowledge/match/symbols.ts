// Names in a text: identifiers that people copy, shorten and misspell.

import type { Article } from '../model.js';
import { linesOf } from './zones.js';

const symbol =
  /\b(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Z]?[a-z0-9]+(?:[A-Z][a-z0-9]*)+|[A-Z]{2,}[a-z]+(?:[A-Z][a-z0-9]*)*|[A-Z]{3,}[0-9]{3,})\b/g;

/** @returns Each once, as written, in order; names of fewer than six letters are left out: too many are alike. */
export function symbolsOf(text: string): string[] {
  const names = (text.match(symbol) ?? []).map(tidyName).filter((name) => name.length >= 6 && name.length <= 120);
  return [...new Set(names)];
}

export function tidyName(name: string): string {
  return name.replace(/^_+|_+$/g, '');
}

/** @returns Names that some article knows, each once, in order. */
export function vocabularyOf(articles: readonly Article[]): string[] {
  const names = new Set<string>();
  const gather = (line: string): void => {
    for (const name of symbolsOf(line)) names.add(name);
  };
  for (const article of articles) for (const issue of article.issues) linesOf(article, issue, gather);
  return [...names];
}
