// How each of several repairs begins, in the author's words: for whom it is, or what to check first, is said there.

import { plainText } from '../../inline-form.js';
import { proseIn } from '../sentences/prose.js';
import type { Way } from './way.js';

/** @returns For each way the first paragraph that no other of them has, plain text; empty where there is none. */
export function openingsOf(ways: readonly Way[]): string[] {
  const told = ways.map(toldBy);
  return told.map(
    (texts, at) => texts.find((text) => !told.some((others, of) => of !== at && others.includes(text))) ?? '',
  );
}

function toldBy({ steps: [first] }: Way): string[] {
  if (first === undefined) return [];
  return [...proseIn(first.before), plainText(first.text), ...proseIn(first.details)].filter(
    (text) => text.trim() !== '',
  );
}

/** No first sentence is longer. */
const enough = 600;

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  const line = text.slice(0, enough).split('\n', 1)[0] ?? '';
  const end = /[.!?](?=\s+[A-Z"“(])/.exec(line)?.index ?? line.length;
  return line.slice(0, end).replace(/[\s.!?:;,]+$/, '');
}
