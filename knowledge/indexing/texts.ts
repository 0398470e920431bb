// Many texts as one piece of memory: a knowledge base holds thousands, and a diagnosis reads a handful of them.

/** Texts one behind the other, in UTF-8. */
export interface Texts {
  readonly bytes: Uint8Array;
  /** Start of each in `bytes`, and the end of the last one. At most 4 GB in all. */
  readonly starts: Uint32Array;
}

export class TextsBuilder {
  readonly #encoder = new TextEncoder();
  readonly #starts = [0];
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  add(text: string): void {
    // A character takes three bytes at most, two of them the four of a pair.
    const most = this.#length + text.length * 3;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
    this.#starts.push(this.#length);
  }

  finish(): Texts {
    return { bytes: this.#bytes.slice(0, this.#length), starts: Uint32Array.from(this.#starts) };
  }

  #grow(least: number): void {
    const bytes = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

/** Reads each by its position. */
export function textsIn({ bytes, starts }: Texts): (at: number) => string {
  const decoder = new TextDecoder();
  return (at) => decoder.decode(bytes.subarray(starts[at], starts[at + 1]));
}
