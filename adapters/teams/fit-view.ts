// Keeps a message within what Teams accepts. Cutting is visible: what is left out is counted.

import type { Part, View } from '../../bot/view.js';

/** Cards of this size are shown everywhere in Microsoft 365; Teams chat itself takes more. */
export const maxCardBytes = 24 * 1024;

/** Likewise for a message that is text. */
export const maxTextBytes = 20 * 1024;

/** A part whose JSON is shorter than this is left whole. */
const smallPart = 200;

/**
 * Shortens the longest parts, by halves, until the message fits. Titles, choices and the order of things stay.
 *
 * @param bytesOf Size of the message that the view is drawn as.
 * @returns The view itself when it fits as it is.
 */
export function fitView(view: View, bytesOf: (view: View) => number, maxBytes: number): View {
  let fitting = view;
  let shares: readonly number[] = view.parts.map(() => 1);
  while (bytesOf(fitting) > maxBytes) {
    const weights = fitting.parts.map((part) => (part.kind === 'title' ? 0 : JSON.stringify(part).length));
    const heaviest = weights.indexOf(Math.max(...weights));
    if ((weights[heaviest] ?? 0) < smallPart) break;
    shares = shares.map((share, at) => (at === heaviest ? share / 2 : share));
    fitting = { ...view, parts: view.parts.map((part, at) => shorten(part, shares[at] ?? 1)) };
  }
  return fitting;
}

/** @param share Of the part that stays, 0 to 1. */
function shorten(part: Part, share: number): Part {
  if (share === 1) return part;
  switch (part.kind) {
    case 'text':
      return { ...part, text: cut(part.text, share) };
    case 'code':
      return { ...part, text: cutLines(part.text, share) };
    case 'list':
      return { ...part, items: cutItems(part.items, share, (left) => `… and ${left} more`) };
    case 'facts':
      return { ...part, facts: cutItems(part.facts, share, (left) => ({ name: '…', value: `and ${left} more` })) };
    case 'table':
      return { ...part, rows: cutItems(part.rows, share, (left) => [`… and ${left} more`]) };
    case 'box':
      return { ...part, parts: part.parts.map((inner) => shorten(inner, share)) };
    case 'title':
    case 'progress':
      return part;
    default:
      return part satisfies never;
  }
}

function cutItems<T>(items: readonly T[], share: number, rest: (left: number) => T): readonly T[] {
  const kept = Math.max(1, Math.floor(items.length * share));
  return kept < items.length ? [...items.slice(0, kept), rest(items.length - kept)] : items;
}

function cutLines(text: string, share: number): string {
  const lines = text.split('\n');
  const kept = cutItems(lines, share, (left) => `… and ${left} more lines`);
  const budget = Math.floor(text.length * share);
  return kept.reduce((sum, line) => sum + line.length, 0) > budget ? cut(text, share) : kept.join('\n');
}

function cut(text: string, share: number): string {
  const kept = Math.floor(text.length * share);
  // Half a surrogate pair is no character.
  const end = /[\ud800-\udbff]/.test(text.charAt(kept - 1)) ? kept - 1 : kept;
  return `${text.slice(0, end)} … (${text.length - end} more characters)`;
}
