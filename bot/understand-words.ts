// What a typed message means, given what can be done.

import type { Meaning } from './meaning.js';
import type { Option } from './options/option.js';
import { en, type Words } from './words/en.js';

export type Understood =
  | { readonly kind: 'empty' }
  /** One of the options. */
  | { readonly kind: 'option'; readonly option: Option }
  /** A word that fits none of the options. */
  | { readonly kind: 'word'; readonly meaning: Meaning }
  /** A number of no button on show. */
  | { readonly kind: 'no-such-number' }
  /** Anything else: an error, a value, a sentence. */
  | { readonly kind: 'text' };

/** Longer messages are never words. */
const longestWord = 120;

/**
 * @param all Everything that can be done; empty without a case.
 * @param onShow Those on show, in order: what numbers refer to.
 */
export function understandWords(
  text: string,
  all: readonly Option[],
  onShow: readonly Option[],
  words: Words,
): Understood {
  if (text.length > longestWord) return { kind: text.trim() === '' ? 'empty' : 'text' };
  if (text.trim() === '') return { kind: 'empty' };

  const number = /^#?(\d{1,2})[.)]?$/.exec(text.trim())?.[1];
  if (number !== undefined && all.length > 0) {
    const option = onShow[Number(number) - 1];
    // A label that begins with a number, "1 or more", has as good a claim to it as a place in the row.
    const named = all.filter(({ label }) => new RegExp(`^${number}(?!\\.)\\b`).test(label));
    const [only, ...others] = new Set(option === undefined ? named : [option, ...named]);
    if (only !== undefined && others.length === 0) return { kind: 'option', option: only };
    if (only !== undefined || Number(number) < 10) return { kind: 'no-such-number' };
  }

  if (/^\s*\?+\s*$/.test(text)) return { kind: 'word', meaning: 'help' };
  const said = plainWords(text);
  if (said === '') return { kind: 'text' };
  const labelled = byLabel(said, all);
  if (labelled !== undefined) return { kind: 'option', option: labelled };

  const meanings = meaningsOf(said, words);
  for (const meaning of meanings) {
    const [option, ...others] = all.filter((it) => it.meanings.includes(meaning));
    if (option !== undefined && others.length === 0) return { kind: 'option', option };
  }
  const [meaning] = meanings;
  return meaning === undefined ? { kind: 'text' } : { kind: 'word', meaning };
}

/** Whether a line is a word to the bot, such as `help` or `ticket 41`: no paste begins like that. */
export function isKnownWord(text: string, words: Words = en): boolean {
  if (understandTicket(text, words) !== undefined) return true;
  return text.length <= longestWord && meaningsOf(plainWords(text), words).length > 0;
}

function meaningsOf(said: string, { vocabulary }: Words): Meaning[] {
  const known = (word: string): Meaning[] =>
    (Object.keys(vocabulary) as Meaning[]).filter((meaning) => vocabulary[meaning].includes(word));
  const exact = known(said);
  if (exact.length > 0) return exact;
  // "yes, it works", "ok done": what comes last weighs most.
  const polite = said
    .replace(/^(?:please|pls|ok|okay|well|hm+|ah|oh) /, '')
    .replace(/ (?:please|pls|now|thanks|thank you)$/, '');
  return polite === said ? [] : known(polite);
}

function byLabel(said: string, options: readonly Option[]): Option | undefined {
  const labels = options.map((option) => ({ option, label: plainWords(option.label.replace(/^\d+\. /, '')) }));
  const exact = labels.filter(({ option, label }) => label === said || plainWords(option.label) === said);
  if (exact[0] !== undefined) return exact[0].option;
  if (said.length < 3) return undefined;
  const begins = labels.filter(({ option, label }) => option.place !== 'word' && label.startsWith(`${said} `));
  return begins.length === 1 ? begins[0]?.option : undefined;
}

/** Lower case, without punctuation, emoji and doubled spaces; apostrophes just go: `don’t` is `dont`. */
function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A ticket that a message names: `ticket 41`, `ticket #41: it is back`. `text` may be empty. */
export function understandTicket(
  text: string,
  { ticketWords }: Words,
): { readonly number: number; readonly text: string } | undefined {
  const [, word = '', number = '', rest = ''] =
    /^\s*(\p{L}{1,20})\s{0,4}#?\s{0,4}(\d{1,9})\b([\s\S]*)$/u.exec(text) ?? [];
  if (!ticketWords.includes(word.toLowerCase()) || Number(number) < 1) return undefined;
  const said = rest.trim();
  // "ticket 41 failed with …" is a line of a log; words to a ticket come after a colon or a comma.
  return said === '' || /^[:,]/.test(said) ? { number: Number(number), text: said.slice(1).trim() } : undefined;
}

/** A field of the form that a message fills in: `severity high`. Text by field. */
export function understandField(text: string, { handOver }: Words = en): Readonly<Record<string, string>> | undefined {
  const said = text.trim();
  if (said.includes('\n')) return undefined;
  for (const [field, names] of Object.entries(handOver.fieldWords)) {
    for (const name of names) {
      if (!said.toLowerCase().startsWith(name)) continue;
      const [between = ''] = /^[\s:=]+/.exec(said.slice(name.length)) ?? [];
      if (between !== '') return { [field]: said.slice(name.length + between.length) };
    }
  }
  return undefined;
}
