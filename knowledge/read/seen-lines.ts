// How often each line was seen, by its key. Open addressing in typed arrays, since this is asked once a line.

import type { LineKey } from './line-key.js';

export interface SeenLinesOptions {
  /** Different lines that are counted; beyond them, those not seen for longest are forgotten. */
  readonly most?: number;
  /** Lines that are not forgotten. */
  readonly spare?: (key: Key) => boolean;
}

export type Key = Pick<LineKey, 'first' | 'second'>;

/** How often a line was seen, and where first and last. */
export interface Sightings {
  readonly count: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

const columns = () => new Uint32Array(1 << 12);

export class SeenLines {
  readonly #most: number;
  readonly #spare: (key: Key) => boolean;
  #size = 0;
  #turn = 0;
  #firsts = columns();
  #seconds = columns();
  /** 0 marks a free place. */
  #counts = columns();
  #firstLines = columns();
  #lastLines = columns();
  #lastTurns = columns();

  constructor({ most = 1 << 17, spare = () => false }: SeenLinesOptions = {}) {
    this.#most = most;
    this.#spare = spare;
  }

  /**
   * Counts a line.
   *
   * @param line 1-based.
   * @returns Whether this is the first of its kind, as far as is remembered.
   */
  add({ first, second }: Key, line: number): boolean {
    const at = this.#place(first, second);
    const count = this.#counts[at] ?? 0;
    this.#turn += 1;
    this.#counts[at] = count + 1;
    this.#lastLines[at] = line;
    this.#lastTurns[at] = this.#turn;
    if (count > 0) return false;
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#firstLines[at] = line;
    this.#size += 1;
    if (this.#size >= this.#most) this.#forget();
    else if (this.#size * 2 > this.#counts.length) this.#rebuild(this.#counts.length * 2, 0);
    return true;
  }

  /** @returns undefined when such a line was never seen, or is forgotten. */
  find({ first, second }: Key): Sightings | undefined {
    const at = this.#place(first, second);
    const count = this.#counts[at] ?? 0;
    if (count === 0) return undefined;
    return { count, firstLine: this.#firstLines[at] ?? 0, lastLine: this.#lastLines[at] ?? 0 };
  }

  /** The place of a key, or the free place where it belongs. */
  #place(first: number, second: number): number {
    const mask = this.#counts.length - 1;
    let at = (first ^ (first >>> 17)) & mask;
    while (this.#counts[at] !== 0 && (this.#firsts[at] !== first || this.#seconds[at] !== second)) at = (at + 1) & mask;
    return at;
  }

  /** Lines that come again and again were seen lately, so they stay. */
  #forget(): void {
    const turns = this.#lastTurns.filter((_, at) => this.#counts[at] !== 0).sort();
    this.#rebuild(this.#counts.length, turns[turns.length >> 1] ?? 0);
  }

  /** @param oldest What was last seen before this turn is left out. */
  #rebuild(places: number, oldest: number): void {
    const before = {
      firsts: this.#firsts,
      seconds: this.#seconds,
      counts: this.#counts,
      firstLines: this.#firstLines,
      lastLines: this.#lastLines,
      lastTurns: this.#lastTurns,
    };
    this.#firsts = new Uint32Array(places);
    this.#seconds = new Uint32Array(places);
    this.#counts = new Uint32Array(places);
    this.#firstLines = new Uint32Array(places);
    this.#lastLines = new Uint32Array(places);
    this.#lastTurns = new Uint32Array(places);
    this.#size = 0;
    for (const [from, count] of before.counts.entries()) {
      if (count === 0) continue;
      const key = { first: before.firsts[from] ?? 0, second: before.seconds[from] ?? 0 };
      const lastTurn = before.lastTurns[from] ?? 0;
      if (lastTurn < oldest && !this.#spare(key)) continue;
      const at = this.#place(key.first, key.second);
      this.#firsts[at] = key.first;
      this.#seconds[at] = key.second;
      this.#counts[at] = count;
      this.#firstLines[at] = before.firstLines[from] ?? 0;
      this.#lastLines[at] = before.lastLines[from] ?? 0;
      this.#lastTurns[at] = lastTurn;
      this.#size += 1;
    }
  }
}
