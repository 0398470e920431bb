// A few words for a button, from a sentence of an article.

import { escapeInline } from '../../inline-form.js';
import type { Answer } from '../../model.js';

/** Buttons show no more characters. */
const longest = 44;

/** No first sentence is longer. */
const enough = 500;

// What says that a cause follows, and pointers to the repair: neither tells anything on a button.
const opening =
  /^(?:this|the|these)\s(?:\w+\s)?(?:issues?|problems?|errors?|behaviors?|error messages?|messages?)\s(?:can|may|might|could|will|also|usually|typically|sometimes|frequently|often|\s)*(?:occurs?|happens?|appears?|is caused|be caused|is generated)\s(?:because(?: of)?|if|when|by|for|due to)\s/i;
const pointer =
  / ?\(?(?:please )?see (?:the )?(?:resolution|method|solution|option|workaround|cause) \w{1,2}\b[^.]{0,60}[.)]*/gi;

/** The first sentence that tells something, in plain text; empty when there is none. */
function gist(text: string): string {
  const told = text.replace(pointer, ' ').replace(opening, '').trim();
  const end = /[.!?](?=\s+[A-Z"“(])/.exec(told)?.index ?? told.length;
  return told.slice(0, end).replace(/[\s.:;,]+$/, '');
}

type Label = Pick<Answer, 'label' | 'text'>;

/** @returns As `labelsOf` of one. */
export function labelOf(text: string): Label {
  return labelled(text, gist(beginning(text)));
}

/**
 * Labels for answers to one question, all different.
 *
 * @param texts Plain text.
 * @returns For each a label of at most 44 characters, and as inline Markdown what it had to leave out, empty when that is
 * nothing.
 */
export function labelsOf(texts: readonly string[]): Label[] {
  const gists = texts.map((text) => gist(beginning(text)));
  const tooLong = gists.filter((it) => it.length > longest);
  const alike = gists.map((own) => tooLong.filter((it) => it.slice(0, sameStart) === own.slice(0, sameStart)));
  const labels = texts.map((text, at) => labelled(text, withoutShared(gists[at] ?? '', alike[at] ?? [])));
  return numbered(labels);
}

function beginning(text: string): string {
  return text.slice(0, enough).replace(/\s+/g, ' ').trim();
}

function labelled(text: string, shown: string): Label {
  const told = beginning(text);
  const label = shortened(capitalized(shown || told));
  const whole = told.replace(/[.:;,]+$/, '');
  return { label, text: label.toLowerCase() === whole.toLowerCase() ? '' : escapeInline(told) };
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  // Words cut off read worse than a few less.
  const cut = text.slice(0, longest - 1);
  const end = Math.max(cut.lastIndexOf(' '), longest / 2);
  return `${cut.slice(0, end).replace(/[\s.,:;(–-]+$/, '')}…`;
}

/** Labels that are cut and alike for so long begin where they differ. */
const sameStart = 30;

/** "…2012" says less than "…Windows Server 2012". */
const wordsBefore = 2;

function withoutShared(text: string, alike: readonly string[]): string {
  const others = alike.filter((it) => it !== text);
  if (others.length === 0 || text.length <= longest) return text;
  const words = text.split(' ');
  const differs = words.findIndex((word, at) => others.some((other) => other.split(' ')[at] !== word));
  const from = differs - wordsBefore;
  return from < 1 ? text : `…${words.slice(from).join(' ')}`;
}

// Names keep their capitals within: `svchost.exe`, `iSCSI`.
function capitalized(text: string): string {
  return /^[a-z]+(?:['’][a-z]+)?(?:[\s,]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function numbered(labels: readonly Label[]): Label[] {
  const seen = new Map<string, number>();
  return labels.map((it) => {
    const times = (seen.get(it.label) ?? 0) + 1;
    seen.set(it.label, times);
    return times === 1 ? it : { ...it, label: `${it.label.slice(0, longest - 4)} (${times})` };
  });
}
