// Bytes as they come → lines, with the lines before each still at hand. Memory does not grow with the log, nor with its
// longest line.

/** Receives each line that is not empty; its bytes are those from `start` to `end`, good until the call returns. */
export type TakeLine = (bytes: Buffer, start: number, end: number, number: number) => void;

export interface LogLinesOptions {
  /** Lines before the current one that can be looked at. */
  readonly remembered?: number;
  /** Longer lines, in bytes, are cut and their pieces taken for lines of the same number. */
  readonly longest?: number;
  /** Bytes held at a time, more than all lines that can be looked at. */
  readonly held?: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Cuts a log into lines. How the bytes were divided among calls of `push` makes no difference. */
export class LogLines {
  readonly #take: TakeLine;
  readonly #longest: number;
  /** Lines that begin so many bytes before the current one's end, and more, are no neighbours: empty ones lie between. */
  readonly #reach: number;
  /** The last lines taken, then what is not yet a line. */
  #window: Buffer;
  #used = 0;
  /** Start of the line being read. */
  #start = 0;
  #number = 1;
  /** Of each line before, in turn: its start and end in the window, -1 where there is none, and its number. */
  readonly #before: Float64Array;
  #oldest = 0;

  constructor(take: TakeLine, { remembered = 6, longest = 4096, held = 256 * 1024 }: LogLinesOptions = {}) {
    this.#take = take;
    this.#longest = longest;
    this.#before = new Float64Array(3 * remembered).fill(-1);
    this.#reach = 2 * longest * (remembered + 1);
    this.#window = Buffer.allocUnsafe(Math.max(held, 2 * this.#reach));
  }

  /** In UTF-8 or another extension of ASCII. */
  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      this.#makeRoom();
      const to = Math.min(bytes.length, from + this.#window.length - this.#used);
      this.#window.set(bytes.subarray(from, to), this.#used);
      this.#used += to - from;
      from = to;
      this.#takeLines();
    }
  }

  /** What stands behind the last line break is a line too. @returns The number of lines so far. */
  end(): number {
    if (this.#start < this.#used) {
      this.#takeUpTo(this.#used);
      this.#number += 1;
    }
    this.#before.fill(-1);
    return this.#number - 1;
  }

  /** Calls back for the lines before the one being taken, oldest first. */
  eachBefore(visit: TakeLine): void {
    const places = this.#before.length;
    for (let turn = 0; turn < places; turn += 3) {
      const at = (this.#oldest + turn) % places;
      const start = this.#before[at] ?? -1;
      if (start >= 0 && start >= this.#start - this.#reach)
        visit(this.#window, start, this.#before[at + 1] ?? start, this.#before[at + 2] ?? 0);
    }
  }

  #takeLines(): void {
    for (;;) {
      const found = this.#window.indexOf(lineFeed, this.#start);
      const end = found < 0 || found >= this.#used ? this.#used : found;
      while (end - this.#start > this.#longest) this.#takeUpTo(this.#cut());
      if (end === this.#used) return;
      this.#takeUpTo(end);
      this.#start = end + 1;
      this.#number += 1;
    }
  }

  #takeUpTo(to: number): void {
    const from = this.#start;
    const end = to > from && this.#window[to - 1] === carriageReturn ? to - 1 : to;
    this.#start = to;
    if (end === from) return;
    this.#take(this.#window, from, end, this.#number);
    if (this.#before.length === 0) return;
    this.#before[this.#oldest] = from;
    this.#before[this.#oldest + 1] = end;
    this.#before[this.#oldest + 2] = this.#number;
    this.#oldest = (this.#oldest + 3) % this.#before.length;
  }

  /** Where to end a piece: before a message, a word or at least a character, decided by the piece alone. */
  #cut(): number {
    const least = this.#start + (this.#longest >> 1);
    const most = this.#start + this.#longest;
    const message = this.#window.subarray(least, most).lastIndexOf('<![LOG[');
    if (message >= 0) return least + message;
    for (let at = most; at > least; at -= 1) if ((this.#window[at - 1] ?? 0) <= 0x20) return at;
    for (let at = most; at > least; at -= 1) if (((this.#window[at] ?? 0) & 0xc0) !== 0x80) return at;
    return most;
  }

  /** Moves what is still needed to the front. */
  #makeRoom(): void {
    if (this.#used < this.#window.length) return;
    let first = this.#start;
    this.eachBefore((_, start) => {
      first = Math.min(first, start);
    });
    this.#window.copyWithin(0, first, this.#used);
    this.#used -= first;
    this.#start -= first;
    for (let at = 0; at < this.#before.length; at += 3) {
      const start = this.#before[at] ?? -1;
      this.#before[at] = start < first ? -1 : start - first;
      this.#before[at + 1] = (this.#before[at + 1] ?? 0) - first;
    }
  }
}
