// Hides secrets and people's names in one text after the other, the same thing under the same label.

import type { Passage } from './covered.js';
import { findSecrets, type Hidden } from './find-secrets.js';
import type { Finder } from './finder.js';
import { type Kind, kinds, labels } from './kind.js';
import { Learned } from './learned.js';
import type { Masks } from './masks.js';
import { metBefore } from './met-before.js';
import { Pseudonyms } from './pseudonyms.js';
import { hosts } from './rules/hosts.js';
import { finders } from './rules.js';

/** A text whose secrets are hidden. */
export interface Redacted {
  readonly text: string;
  /**
   * What is shown of the source from `start` up to `end`: of a secret that only begins or ends there, the label. Alone, half
   * a secret would look like none.
   */
  part(start: number, end: number): string;
}

/** How a bot redacts. */
export interface Redaction {
  /** Of the fingerprints that a case keeps, and never kept where they are; see `masksSchema`. */
  readonly key: string;
  /** Whether names of hosts and addresses are hidden as well; they are not unless told. */
  readonly hosts?: boolean;
}

/**
 * @example
 * const redactor = new Redactor({ key: 'only this bot knows' }, noMasks('case 1'));
 * redactor.redact('Logon of CONTOSO\\mia.berg failed'); // => 'Logon of <user 1> failed'
 * redactor.redact('profile of mia.berg'); // => 'profile of <user 1>'
 */
export class Redactor {
  readonly #finders: readonly Finder[];
  /** Those that look for hosts and what was found before; none where hosts are shown. */
  readonly #hostFinders: readonly Finder[];
  readonly #pseudonyms: Pseudonyms;
  readonly #learned = new Learned();

  /** @param known What was hidden before. */
  constructor({ key, hosts: hidesHosts = false }: Redaction, known: Masks) {
    this.#pseudonyms = new Pseudonyms(key, known);
    const before = new Pseudonyms(key, known);
    const met = metBefore(
      (kind) => before.has(kind),
      (kind, word) => before.knows(kind, word),
    );
    const found = [this.#learned.find, met];
    this.#finders = [...finders, ...(hidesHosts ? hosts : []), ...found];
    this.#hostFinders = hidesHosts ? [...hosts, ...found] : [];
  }

  /**
   * Secrets found are known from here on: texts that quote others come after those. Never throws; time grows with the
   * length of the text only; doing so twice changes nothing.
   *
   * @param spared Kinds that are left as they are: whoever wrote it means to tell.
   */
  redact(text: string, spared: readonly Kind[] = []): string {
    return this.hide(text, spared).text;
  }

  /** The same, where parts of the text are to be shown by themselves too. */
  hide(text: string, spared: readonly Kind[] = []): Redacted {
    return this.#hidden(text, this.#finders, spared);
  }

  /**
   * The text with its hosts and addresses under their labels, and everything else as it is: for whoever holds it against texts
   * whose hosts are hidden, and keeps none of it. The text itself where hosts are shown.
   */
  redactHosts(text: string): string {
    if (this.#hostFinders.length === 0) return text;
    const others = kinds.filter((kind) => kind !== 'host' && kind !== 'address');
    return this.#hidden(text, this.#hostFinders, others).text;
  }

  #hidden(text: string, finders: readonly Finder[], spared: readonly Kind[]): Redacted {
    let hidden = findSecrets(text, finders);
    if (this.#learn(text, hidden)) hidden = findSecrets(text, finders, hidden);
    // What is called like this already is something else.
    for (const [, kind = '', number] of text.matchAll(labels)) this.#pseudonyms.reserve(kind, Number(number));
    const masked = hidden.map(({ kind, start, end }): Masked => {
      const found = text.slice(start, end);
      const isShown = kind === undefined || spared.includes(kind);
      return { start, end, shown: isShown ? found : `<${this.#pseudonyms.labelOf(kind, found)}>` };
    });
    const part = (start: number, end: number): string => partOf(text, masked, start, end);
    return { text: part(0, text.length), part };
  }

  /** @returns Whether there was anything to learn. */
  #learn(text: string, hidden: readonly Hidden[]): boolean {
    const before = this.#learned.count;
    for (const { kind, start, end } of hidden) if (kind !== undefined) this.#learned.add(kind, text.slice(start, end));
    return this.#learned.count > before;
  }

  /** What was hidden so far. */
  get masks(): Masks {
    return this.#pseudonyms.masks;
  }
}

/** A passage of a text, and what stands in its place. */
interface Masked extends Passage {
  readonly shown: string;
}

/** @param masked In order, not overlapping. */
function partOf(text: string, masked: readonly Masked[], start: number, end: number): string {
  let shown = '';
  let from = start;
  for (const passage of masked) {
    if (passage.end <= start) continue;
    if (passage.start >= end) break;
    shown += text.slice(from, Math.max(from, passage.start)) + passage.shown;
    from = passage.end;
  }
  return shown + text.slice(from, Math.max(from, end));
}
