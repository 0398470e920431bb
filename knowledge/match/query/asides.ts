// Lines that authors know not to be the fault: told by whole messages in which `*` stands for any text.

import type { Aside } from '../../model.js';

/** @returns undefined for a line that may be the fault. */
export type AsideOf = (line: string) => Aside | undefined;

/** Nobody writes down a longer line. */
const longestLine = 2_000;

export function makeAsideOf(asides: readonly Aside[]): AsideOf {
  const known = asides.flatMap((aside) => aside.lines.map((line) => ({ aside, pieces: alike(line).split('*') })));
  if (known.length === 0) return () => undefined;
  return (line) => {
    if (line.length > longestLine) return undefined;
    const text = alike(line);
    return known.find(({ pieces }) => fits(pieces, text))?.aside;
  };
}

function alike(line: string): string {
  return line.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Whether the pieces stand in the line in their order, the first at its beginning and the last at its end. */
function fits(pieces: readonly string[], line: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return line === first;
  const end = line.length - last.length;
  let at = first.length;
  if (at > end || !line.startsWith(first) || !line.endsWith(last)) return false;
  for (const piece of others) {
    const found = line.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
