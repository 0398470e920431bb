// Parts of very long pastes: the time for one does not grow without end.

export interface Part {
  readonly text: string;
  /** Lines of the paste before it. */
  readonly skipped: number;
}

const longest = 256 * 1024;

/** The end, where what is fresh stands. */
export function endOf(paste: string): Part {
  return paste.length <= longest ? { text: paste, skipped: 0 } : partFrom(paste, paste.length - longest, paste.length);
}

/**
 * The part around a line, of the same length at most.
 *
 * @param line 1-based.
 */
export function partAround(paste: string, line: number): Part {
  if (paste.length <= longest) return { text: paste, skipped: 0 };
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    const next = paste.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return partFrom(paste, Math.max(0, at - longest / 2), at + longest / 2);
}

/** Begins with a line, where one begins soon. */
function partFrom(paste: string, from: number, to: number): Part {
  const lineBreak = from === 0 ? -1 : paste.indexOf('\n', from - 1);
  const start = lineBreak >= 0 && lineBreak < to ? lineBreak + 1 : from;
  return { text: paste.slice(start, to), skipped: paste.slice(0, start).split('\n').length - 1 };
}
