// The part of a long paste that is worth keeping: the lines around the one that matters.

export interface PartOfPaste {
  readonly text: string;
  /** Lines of the paste before it. */
  readonly skipped: number;
}

/**
 * @param line 1-based line that must be in it.
 * @param length Of the part, in characters; a single longer line is cut.
 */
export function partOfPaste(paste: string, line: number, length: number): PartOfPaste {
  if (paste.length <= length) return { text: paste, skipped: 0 };
  const lines = paste.split('\n');
  const middle = Math.min(Math.max(line, 1), lines.length) - 1;
  let [from, to] = [middle, middle + 1];
  let room = length - (lines[middle]?.length ?? 0);
  for (let grew = true; grew; ) {
    grew = false;
    // What led to the error says more than what followed, so it gets its turn first.
    for (const next of [from - 1, to]) {
      const size = lines[next]?.length;
      if (size === undefined || size + 1 > room) continue;
      room -= size + 1;
      if (next < from) from = next;
      else to = next + 1;
      grew = true;
    }
  }
  return { text: lines.slice(from, to).join('\n').slice(0, length), skipped: from };
}

/** The text of `partOfPaste`. */
export function excerptOfPaste(paste: string, line: number, length: number): string {
  return partOfPaste(paste, line, length).text;
}
