// `C:\Program Files\Contoso\user.config` → `user.config`: a file is called the same wherever it lies.

import { hashPair } from './tokens.js';

/** The last part of what may be a path, gathered token by token; one for all lines. */
export class FileName {
  #hash = 0;
  #start = 0;
  #parts = 0;
  #names = 0;
  #isInPath = false;

  begin(): void {
    this.#parts = 0;
    this.#isInPath = false;
  }

  /** @param isName Not a number, nor a single letter. */
  extend(line: string, hash: number, start: number, isName: boolean): void {
    if (this.#parts > 0 && isSlash(line.charCodeAt(start - 1))) {
      this.#isInPath = true;
      this.#parts = 0;
    }
    if (this.#parts === 0) {
      this.#names = 0;
      this.#hash = hash;
      this.#start = start;
    } else this.#hash = hashPair(this.#hash, hash);
    this.#parts += 1;
    if (isName) this.#names += 1;
  }

  /** There is one: with an ending, and behind something else. */
  get isThere(): boolean {
    return this.#isInPath && this.#parts > 1 && this.#names > 0;
  }

  /** What the name alone would have. */
  get hash(): number {
    return this.#hash;
  }

  /** Position in the line. */
  get start(): number {
    return this.#start;
  }
}

function isSlash(char: number): boolean {
  return char === 0x5c || char === 0x2f;
}
