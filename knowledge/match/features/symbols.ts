// Names in a text: identifiers that people copy, shorten and misspell.

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
