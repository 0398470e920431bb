// Line breaks that a terminal put in because the line was full, as far as anybody can tell afterwards.

import type { Passage } from './covered.js';
import { labels } from './kind.js';

/** No window is narrower. */
const narrowest = 60;

/** How a line of its own begins: a time, log markup, a bracket, a prompt, the frame of a key. */
const beginsAnew =
  /^(?:\s|$|[[<]|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}|[A-Z][a-z]{2} {1,2}\d{1,2} |-----|PS |[A-Z]:\\)/;

/**
 * A line that holds a label was longer or shorter once, so nothing is told by its length.
 *
 * @returns The line breaks, in order.
 */
export function wrapsIn(text: string): Passage[] {
  const wraps: Passage[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0; from = at + 1, at = text.indexOf('\n', from)) {
    const start = text.charAt(at - 1) === '\r' ? at - 1 : at;
    if (start - from < narrowest || /\s/.test(text.charAt(start - 1))) continue;
    if (beginsAnew.test(text.slice(at + 1, at + 20)) || text.slice(from, start).search(labels) >= 0) continue;
    wraps.push({ start, end: at + 1 });
  }
  return wraps;
}
