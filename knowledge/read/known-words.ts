// Which words of a log make a difference, remembered for those that come again. Bytes in, since it is asked for words of
// lines that may never become text.

const places = 1 << 14;

export class KnownWords {
  readonly #knows: (word: string) => boolean;
  /** Of each place, the hash of the word last asked there, and what the answer was. */
  readonly #words = new Int32Array(places);
  readonly #answers = new Uint8Array(places);

  constructor(knows: (word: string) => boolean) {
    this.#knows = knows;
  }

  /**
   * Whether the word from `from` to `to` is known.
   *
   * @param hash Of 32 bits, of just these bytes.
   */
  has(hash: number, bytes: Buffer, from: number, to: number): boolean {
    const place = (hash ^ (hash >>> 16)) & (places - 1);
    if (this.#answers[place] === 0 || this.#words[place] !== hash) {
      this.#words[place] = hash;
      this.#answers[place] = this.#knows(bytes.toString('latin1', from, to)) ? 2 : 1;
    }
    return this.#answers[place] === 2;
  }
}
