// A few words for a button, from a sentence of an article.

import { escapeInline } from '../compile/index.js';
import type { Answer } from '../model.js';

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

/**
 * @param text Plain text.
 * @returns A label of at most 44 characters, and as inline Markdown what it had to leave out, empty when that is nothing.
 */
export function labelOf(text: string): { readonly label: string; readonly text: string } {
  const told = text.slice(0, enough).replace(/\s+/g, ' ').trim();
  const label = shortened(capitalized(gist(told) || told));
  const whole = told.replace(/[.:;,]+$/, '');
  return { label, text: label.toLowerCase() === whole.toLowerCase() ? '' : escapeInline(told) };
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  // A clause that ends in time reads better than words cut off.
  const cut = text.slice(0, longest - 1);
  const end = Math.max(cut.lastIndexOf(' '), longest / 2);
  return `${cut.slice(0, end).replace(/[\s.,:;(–-]+$/, '')}…`;
}

// Names keep their capitals within: `svchost.exe`, `iSCSI`.
function capitalized(text: string): string {
  return /^[a-z]+(?:[\s,]|$)/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Numbers labels that would be alike: buttons are told apart by them. */
export function distinctLabels(answers: readonly Answer[]): Answer[] {
  const seen = new Map<string, number>();
  return answers.map((answer) => {
    const times = (seen.get(answer.label) ?? 0) + 1;
    seen.set(answer.label, times);
    return times === 1 ? answer : { ...answer, label: `${answer.label.slice(0, longest - 4)} (${times})` };
  });
}
