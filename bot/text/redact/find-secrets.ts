// All that is to be hidden in a text.

import { coverPassages, type Passage } from './covered.js';
import type { Finder, Found } from './finder.js';
import { labels } from './kind.js';
import { wrapsIn } from './wraps.js';

/** `kind` is absent for a label that stands in the text already. */
export type Hidden = Passage & Partial<Pick<Found, 'kind'>>;

/** What one finder hides may show another what to look for; a text of ten thousand secrets is not worth more. */
const mostRounds = 4;

/**
 * Finds secrets, those included that a terminal has broken over two lines. What is left has nothing more to find in it.
 *
 * @param finders What is surest comes first.
 * @param known What is hidden already, in order.
 * @returns In order, not overlapping.
 */
export function findSecrets(
  text: string,
  finders: readonly Finder[],
  known: readonly Hidden[] = labelsIn(text),
): readonly Hidden[] {
  const wraps = wrapsIn(text);
  let hidden = known;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = hidden;
    // Joined lines first: of a secret on two of them, the rules for one would only take the half.
    if (wraps.length > 0) hidden = withFound(text, hidden, finders, wraps);
    hidden = withFound(text, hidden, finders, []);
    if (hidden === before) break;
  }
  return hidden;
}

function labelsIn(text: string): Hidden[] {
  return Array.from(text.matchAll(labels), ({ 0: label, index }) => ({ start: index, end: index + label.length }));
}

function withFound(
  source: string,
  before: readonly Hidden[],
  finders: readonly Finder[],
  wraps: readonly Passage[],
): readonly Hidden[] {
  let hidden = before;
  let covered = coverPassages(source, hidden, wraps);
  const crosses = wraps.length === 0 ? () => true : crossing(wraps);
  for (const find of finders) {
    const { text, inSource } = covered;
    const found: Hidden[] = [];
    for (const { kind, start, end, from = start } of find(covered)) {
      const passage = { start, end };
      if (!saysSomething.test(text.slice(passage.start, passage.end))) continue;
      const place = inSource(passage);
      if (crosses(inSource({ start: from, end }))) found.push({ kind, ...place });
    }
    if (found.length === 0) continue;
    hidden = joined([...hidden, ...found]);
    covered = coverPassages(source, hidden, wraps);
  }
  return hidden;
}

/** Whether a passage has one of these within it. */
function crossing(wraps: readonly Passage[]): (passage: Passage) => boolean {
  return ({ start, end }) => {
    let [low, high] = [0, wraps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wraps[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (wraps[low]?.end ?? Number.POSITIVE_INFINITY) <= end;
  };
}

/** Of what is covered, and marks around it, nothing is left to hide. */
const saysSomething = /[\p{L}\p{N}]/u;

/** Passages that overlap become one, of the kind of the longest that is no label. */
function joined(passages: readonly Hidden[]): Hidden[] {
  const result: Hidden[] = [];
  for (const passage of [...passages].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || passage.start >= last.end) {
      result.push(passage);
      continue;
    }
    const longest = passage.kind !== undefined && lengthOf(passage) > lengthOf(last) ? passage : last;
    const kind = longest.kind ?? passage.kind;
    const whole = { start: last.start, end: Math.max(last.end, passage.end) };
    result[result.length - 1] = kind === undefined ? whole : { kind, ...whole };
  }
  return result;
}

function lengthOf({ start, end }: Passage): number {
  return end - start;
}
