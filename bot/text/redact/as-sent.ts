// What somebody has written, as it is kept and sent.

import { type Kind, kinds } from './kind.js';
import type { Redactor } from './redactor.js';

export interface SentText {
  /** In characters. */
  readonly longest: number;
  readonly spared?: readonly Kind[];
  /** How else it is written; nothing is changed unless told. */
  readonly write?: (text: string) => string;
}

/** A text that was cut may look different to whoever looks for secrets, but not for long. */
const mostRounds = 5;

/** Secrets hidden, and cut where it is too long: written once more, it is sent as it is. */
export function asSent(text: string, redactor: Redactor, { longest, spared, write = same }: SentText): string {
  let shown = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = cut(write(redactor.redact(shown, spared)), longest);
    if (next === shown) break;
    shown = next;
  }
  return shown;
}

const same = (text: string): string => text;

const halfLabel = new RegExp(`<(?:${kinds.join('|')}) \\d{0,9}$`);

function cut(text: string, longest: number): string {
  const short = text.slice(0, longest);
  return (short.length < text.length ? short.replace(halfLabel, '') : short).trim();
}
