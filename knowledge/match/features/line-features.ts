// Features as plain numbers side by side: a build reads millions of them, a line at a time.

import type { Kind } from './kind.js';

/** Features of one line, in the order in which they stand there; reused from line to line. */
export class LineFeatures {
  length = 0;
  hash = new Int32Array(1 << 12);
  kind = new Uint8Array(1 << 12);
  start = new Uint32Array(1 << 12);
  end = new Uint32Array(1 << 12);

  add(hash: number, kind: Kind, start: number, end: number): void {
    const at = this.length;
    if (at === this.hash.length) this.#grow();
    this.hash[at] = hash;
    this.kind[at] = kind;
    this.start[at] = start;
    this.end[at] = end;
    this.length = at + 1;
  }

  #grow(): void {
    const { hash, kind, start, end } = this;
    const length = 2 * this.length;
    this.hash = new Int32Array(length);
    this.kind = new Uint8Array(length);
    this.start = new Uint32Array(length);
    this.end = new Uint32Array(length);
    this.hash.set(hash);
    this.kind.set(kind);
    this.start.set(start);
    this.end.set(end);
  }
}
