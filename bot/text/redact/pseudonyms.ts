// Who is who: the same name has the same label, another name another one.

import { createHmac } from 'node:crypto';
import { fullNameOf, shortNameOf } from './host-name.js';
import type { Kind } from './kind.js';
import type { Masks } from './masks.js';

/** A name by itself, and with the domain it was found in. */
interface Identity {
  readonly name: string;
  readonly full?: string;
}

/** Higher numbers were made up by somebody. */
const mostLabels = 99_999;

export class Pseudonyms {
  readonly #key: string;
  readonly #scope: string;
  readonly #counts: Map<string, number>;
  readonly #prints: Map<string, readonly string[]>;
  /** Labels by kind and fingerprint. */
  readonly #named = new Map<string, string>();
  readonly #namedInFull = new Map<string, string>();

  /** @param key Of the fingerprints. */
  constructor(key: string, { scope, counts, prints }: Masks) {
    this.#key = key;
    this.#scope = scope;
    this.#counts = new Map(Object.entries(counts));
    this.#prints = new Map();
    for (const [label, known] of Object.entries(prints)) this.#remember(label.replace(/ \d+$/, ''), label, known);
  }

  get masks(): Masks {
    return { scope: this.#scope, counts: Object.fromEntries(this.#counts), prints: Object.fromEntries(this.#prints) };
  }

  /** Whether there is a label for anything of this kind. */
  has(kind: Kind): boolean {
    return this.#counts.has(kind);
  }

  /** The label is taken, whatever it stands for. */
  reserve(kind: string, number: number): void {
    if (number <= mostLabels) this.#counts.set(kind, Math.max(number, this.#counts.get(kind) ?? 0));
  }

  /** Whether this has a label. */
  knows(kind: Kind, found: string): boolean {
    return this.#named.has(`${kind} ${this.#printOf(kind, identityOf(kind, found).name)}`);
  }

  /**
   * A name with a domain is the same as the name alone, until it turns up with a second domain.
   *
   * @param found As it stands in the text.
   */
  labelOf(kind: Kind, found: string): string {
    const { name, full } = identityOf(kind, found);
    const print = this.#printOf(kind, name);
    const alike = this.#named.get(`${kind} ${print}`);
    if (full === undefined) return alike ?? this.#added(kind, [print]);
    const fullPrint = this.#printOf(kind, full);
    const same = this.#namedInFull.get(`${kind} ${fullPrint}`);
    if (same !== undefined) return same;
    if (alike === undefined || this.#prints.get(alike)?.length !== 1) return this.#added(kind, [print, fullPrint]);
    this.#remember(kind, alike, [print, fullPrint]);
    return alike;
  }

  #added(kind: Kind, prints: readonly string[]): string {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const label = `${kind} ${number}`;
    this.#remember(kind, label, prints);
    return label;
  }

  /** Where two labels share a name, the name alone means the first. */
  #remember(kind: string, label: string, prints: readonly string[]): void {
    const [print = '', fullPrint] = prints;
    this.#prints.set(label, prints);
    if (!this.#named.has(`${kind} ${print}`)) this.#named.set(`${kind} ${print}`, label);
    if (fullPrint !== undefined) this.#namedInFull.set(`${kind} ${fullPrint}`, label);
  }

  #printOf(kind: Kind, value: string): string {
    return createHmac('sha256', this.#key).update(`${this.#scope}\n${kind}\n${value}`).digest('base64url').slice(0, 5);
  }
}

/** Names do not differ by letter case; secrets are the same with and without line breaks or percent signs. */
function identityOf(kind: Kind, found: string): Identity {
  switch (kind) {
    case 'user': {
      const parts = found.toLowerCase().split(/[\\/]+/);
      const name = parts.at(-1) ?? '';
      return parts.length > 1 ? { name, full: parts.join('\\') } : { name };
    }
    case 'host': {
      const full = fullNameOf(found);
      return full.includes('.') ? { name: shortNameOf(found), full } : { name: full };
    }
    case 'email':
    case 'sid':
    case 'address':
      return { name: found.toLowerCase() };
    case 'private-key':
    case 'token':
    case 'signature':
    case 'key':
    case 'password':
    case 'cookie':
    case 'hash':
      return { name: decoded(found.replace(/\s*\n\s*/g, '')) };
    default:
      return kind satisfies never;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
