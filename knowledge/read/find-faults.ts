// A log of any size → the few lines of it that are worth a closer look, each with its neighbours. The log is read once,
// and what is kept of it does not grow with it.

import { decodeText } from './encoding.js';
import { KnownWords } from './known-words.js';
import { LineKey } from './line-key.js';
import { LogLines, type LogLinesOptions, type TakeLine } from './log-lines.js';
import { definiteness } from './report.js';
import { type Key, SeenLines, type SeenLinesOptions, type Sightings } from './seen-lines.js';

/** Tells how much lines tell. */
export interface Weigher {
  /** 0 for a line that tells nothing; numbers in it that are no codes may be changed. */
  weigh(line: string): number;
  /** False for words that a line weighs the same with as with any other such word. */
  knows(word: string): boolean;
}

/** A line as it stands in the log. */
export interface LogLine extends Sightings {
  /** 1-based. */
  readonly number: number;
  /** As written, log markup included. */
  readonly text: string;
}

/** A line with those around it, in the order of the log; fewer at its ends. */
export interface FoundLine extends LogLine {
  /** Which of several logs it stands in, from 0. */
  readonly log: number;
  readonly before: readonly LogLine[];
  readonly after: readonly LogLine[];
}

export interface FoundLines {
  /** Lines that weigh something, heaviest first; at most `mostKnown`. */
  readonly known: readonly FoundLine[];
  /** Lines that report a failure by themselves, the most definite first; at most `mostReports`. */
  readonly reports: readonly FoundLine[];
  /** All lines, empty ones too. */
  readonly lines: number;
}

export interface FaultFinderOptions extends Omit<LogLinesOptions, 'remembered'>, Omit<SeenLinesOptions, 'spare'> {
  readonly mostKnown?: number;
  readonly mostReports?: number;
  /** Lines kept before and after each. */
  readonly neighbours?: number;
}

const mostGists = 1 << 15;

/** Reads a log piece by piece. How it was divided into pieces makes no difference. */
export class FaultFinder {
  readonly #lines: LogLines;
  readonly #seen: SeenLines;
  readonly #weigher: Weigher;
  readonly #neighbours: number;
  readonly #known: Heaviest;
  readonly #reports: Heaviest;
  readonly #key = new LineKey();
  readonly #otherKey = new LineKey();
  /** What a line says in known words; names are endless, and the lines that hold them weigh the same. */
  readonly #gist: LineKey;
  readonly #gists = new SeenLines({ most: mostGists });
  /** Kept lines that wait for the lines after them. */
  #awaiting: Kept[] = [];
  #log = 0;

  constructor(
    weigher: Weigher,
    { mostKnown = 256, mostReports = 32, neighbours = 6, ...options }: FaultFinderOptions = {},
  ) {
    this.#weigher = weigher;
    this.#gist = new LineKey(new KnownWords((word) => weigher.knows(word)));
    this.#neighbours = neighbours;
    this.#known = new Heaviest(mostKnown);
    this.#reports = new Heaviest(mostReports);
    // Millions of calls: their arguments are not to be gathered and spread again.
    const take: TakeLine = (bytes, start, end, number) => this.#take(bytes, start, end, number);
    this.#lines = new LogLines(take, { ...options, remembered: neighbours });
    this.#seen = new SeenLines({ ...options, spare: (key) => this.#known.has(key) || this.#reports.has(key) });
  }

  /** @param bytes In UTF-8 or another extension of ASCII. */
  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  /** What follows begins a line, whether or not there was a line break. @returns Lines so far. */
  endFile(): number {
    const lines = this.#lines.end();
    this.#awaiting = [];
    this.#log += 1;
    return lines;
  }

  /** To be called once. Heaviest lines first. */
  end(): FoundLines {
    const lines = this.#lines.end();
    return {
      known: this.#known.list().map((kept) => this.#found(kept)),
      reports: this.#reports.list().map((kept) => this.#found(kept)),
      lines,
    };
  }

  #take(bytes: Buffer, start: number, end: number, number: number): void {
    if (this.#awaiting.length > 0) this.#addAfter(bytes, start, end, number);
    const key = this.#key.read(bytes, start, end);
    if (!this.#seen.add(key, number) || isBinary(bytes, start, end)) return;
    const isWeighed = !this.#gists.add(this.#gist.read(bytes, start, end), number);
    // Other names may make it another failure, but a few of such are enough.
    if (isWeighed && this.#reports.isFull) return;
    const text = decodeText(bytes, start, end);
    const weight = isWeighed ? 0 : this.#weigher.weigh(key.hasCode ? text : withoutNumbers(text));
    const report = definiteness(text, { mayHoldCode: key.hasCode, least: this.#reports.least });
    if (weight <= this.#known.least && report <= this.#reports.least) return;
    const kept: Kept = { ...noted(key, number, text), log: this.#log, before: this.#before(), after: [] };
    if (weight > this.#known.least) this.#known.add(kept, weight);
    if (report > this.#reports.least) this.#reports.add(kept, report);
    if (this.#neighbours > 0) this.#awaiting.push(kept);
  }

  #before(): Noted[] {
    const before: Noted[] = [];
    this.#lines.eachBefore((...line) => before.push(this.#noted(...line)));
    return before;
  }

  #addAfter(bytes: Buffer, start: number, end: number, number: number): void {
    const line = this.#noted(bytes, start, end, number);
    for (const kept of this.#awaiting) kept.after.push(line);
    this.#awaiting = this.#awaiting.filter((kept) => kept.after.length < this.#neighbours);
  }

  #noted(bytes: Buffer, start: number, end: number, number: number): Noted {
    return noted(this.#otherKey.read(bytes, start, end), number, decodeText(bytes, start, end));
  }

  #found({ log, before, after, ...line }: Kept): FoundLine {
    const counted = ({ first, second, number, text }: Noted): LogLine => {
      const unseen = { count: 1, firstLine: number, lastLine: number };
      return { number, text, ...(this.#seen.find({ first, second }) ?? unseen) };
    };
    return { ...counted(line), log, before: before.map(counted), after: after.map(counted) };
  }
}

/** A line and its key. */
interface Noted extends Key {
  readonly number: number;
  readonly text: string;
}

interface Kept extends Noted {
  readonly log: number;
  readonly before: readonly Noted[];
  readonly after: Noted[];
}

function noted({ first, second }: Key, number: number, text: string): Noted {
  return { first, second, number, text };
}

/** The heaviest lines so far; of equal ones the earlier. */
class Heaviest {
  readonly #most: number;
  readonly #items = new Map<number, { readonly kept: Kept; readonly weight: number }>();
  /** What a line has to weigh more than to be taken. */
  least = 0;

  constructor(most: number) {
    this.#most = most;
    if (most === 0) this.least = Number.POSITIVE_INFINITY;
  }

  get isFull(): boolean {
    return this.#items.size === this.#most;
  }

  has(key: Key): boolean {
    return this.#items.has(identity(key));
  }

  /** @param weight More than `least`. */
  add(kept: Kept, weight: number): void {
    if (this.isFull) {
      // Of equally light ones the last goes.
      const lightest = [...this.#items].reduce((a, b) => (b[1].weight <= a[1].weight ? b : a));
      this.#items.delete(lightest[0]);
    }
    this.#items.set(identity(kept), { kept, weight });
    if (this.isFull) this.least = Math.min(...[...this.#items.values()].map((one) => one.weight));
  }

  list(): Kept[] {
    return [...this.#items.values()].sort((a, b) => b.weight - a.weight).map(({ kept }) => kept);
  }
}

/** 53 bits of a key. */
function identity({ first, second }: Key): number {
  return first * 0x200000 + (second & 0x1fffff);
}

/** Times and the like are looked at closely, and in vain, wherever codes are looked for. */
function withoutNumbers(text: string): string {
  return text.replace(/\b\d+\b/g, '0');
}

/** A few control characters may stand in any log. */
function isBinary(bytes: Uint8Array, start: number, end: number): boolean {
  let controls = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls * 16 > end - start;
}
