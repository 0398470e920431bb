// What the planted pastes are made of, at random from a seed.

import { makeRandom, type Random } from '../../bench/random.js';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

export interface Person {
  readonly first: string;
  readonly last: string;
  /** Name of the account, without a domain. */
  readonly account: string;
}

export class Draw {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = makeRandom(seed);
  }

  number(from: number, to: number): number {
    return from + this.#random(to - from + 1);
  }

  chance(percent: number): boolean {
    return this.#random(100) < percent;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.#random(items.length)] ?? items[0];
  }

  chars(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(this.#random(alphabet.length))).join('');
  }

  digits(length: number): string {
    return this.chars(digits, length);
  }

  hex(length: number): string {
    return this.chars('0123456789abcdef', length);
  }

  #bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.#random(256)));
  }

  /** @param length Of the bytes. */
  base64(length: number): string {
    return this.#bytes(length).toString('base64');
  }

  base64url(length: number): string {
    return this.#bytes(length).toString('base64url');
  }

  letters(length: number): string {
    return this.chars(upper + lower + digits, length);
  }

  guid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');
  }

  /** As people and password makers write them; never a word. */
  password(): string {
    const syllable = (): string => this.chars('bdfghklmnprstvwz', 1) + this.chars('aeiou', 1);
    const word = syllable() + syllable() + this.chars('bdfgklmnprst', 1);
    return this.pick([
      () => `${word.charAt(0).toUpperCase()}${word.slice(1)}${this.digits(4)}!`,
      () => `${word}.${word.toUpperCase()}-${this.digits(3)}`,
      () => `${this.letters(5)}$${this.letters(6)}`,
      () => `P@ss${this.letters(3)}#${this.digits(3)}`,
      () => this.letters(14),
      () => `${this.letters(4)}*${this.letters(3)}_${this.letters(4)}`,
      () => `${this.chars('äöüß', 1)}${word}${this.digits(4)}+`,
    ])();
  }

  /** As one says it, without a mark before it. */
  saidPassword(): string {
    return `${this.letters(3)}${this.digits(2)}${this.pick(['!', '#', '$', '+'])}${this.letters(4)}`;
  }

  /** With characters that mean something to whatever reads it, but no quotes and no semicolon. */
  harshPassword(): string {
    return `${this.letters(3)}${this.pick(['&', '=', '%', '<', '^', ',', '/', '|', '\\', '@', ':', '?'])}${this.letters(3)}${this.pick(['!', '#', '~', '&', '=', '@'])}${this.letters(3)}`;
  }

  jwt(): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const header = part({ typ: 'JWT', alg: 'RS256', kid: this.letters(22) });
    const claims = part({
      aud: 'https://management.azure.com/',
      oid: this.guid(),
      exp: 1_700_000_000,
      sub: this.letters(30),
    });
    return `${header}.${claims}.${this.base64url(96)}`;
  }

  /** Signature of a shared access address, as it stands there. */
  signature(): string {
    return encodeURIComponent(this.base64(32));
  }

  sid(): string {
    return `S-1-5-21-${this.digits(10)}-${this.digits(10)}-${this.digits(9)}-${this.number(1103, 9999)}`;
  }

  person(): Person {
    const first = this.pick([
      'Mia',
      'Jürgen',
      'Anneliese',
      'Bartholomäus',
      'Hedwig',
      'Ottokar',
      'Pia',
      'Siegfried',
      'Tove',
      'Wendelin',
    ]);
    const last = this.pick([
      'Bergmann',
      'Krautwurst',
      'Lindqvist',
      'Öztürk',
      'Papadakis',
      'Rosenbaum',
      'Zwickel',
      'Grünwald',
      'Fitzroy',
      'Nakamura',
    ]);
    const [a, b] = [ascii(first), ascii(last)];
    const account = this.pick([
      `${a}.${b}`,
      `${a.slice(0, 1)}${b}`,
      `${a.slice(0, 1)}.${b}`,
      `${b}${a.slice(0, 2)}`,
      `adm-${b}`,
      `svc_${b}`,
      `${b.slice(0, 4)}${this.digits(3)}`,
      `${a}.${b}`.toUpperCase(),
    ]);
    return { first, last, account };
  }

  /** NetBIOS and DNS name. */
  domain(): { readonly short: string; readonly dns: string } {
    const short = this.pick(['CONTOSO', 'FABRIKAM', 'TREY', 'NORDWIND', 'CORP', 'HQ-AD']);
    return { short, dns: `${short.toLowerCase()}.${this.pick(['com', 'de', 'local', 'net'])}` };
  }

  server(): string {
    return (
      this.pick(['SRV', 'CM', 'SQL', 'MP', 'DC', 'WSUS']) +
      this.pick(['-', '', '-DE-']) +
      this.digits(2).padStart(2, '0')
    );
  }

  /** Upper case, lower case, or as it is. */
  cased(text: string): string {
    return this.pick([text, text, text.toLowerCase(), text.toUpperCase()]);
  }

  time(): string {
    const two = (from: number, to: number): string => String(this.number(from, to)).padStart(2, '0');
    return `2025-${two(1, 12)}-${two(1, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)}`;
  }
}

function ascii(name: string): string {
  const plain = { ä: 'ae', ö: 'oe', ü: 'ue', Ö: 'oe' };
  return name.replace(/[äöüÖ]/g, (char) => plain[char as keyof typeof plain]).toLowerCase();
}
