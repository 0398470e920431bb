// Files or standard input, piece by piece: held as a paste while they are short, read as logs once they are not.

import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  AsciiBased,
  decodeText,
  type LogDiagnosis,
  type LogReader,
  longestPaste,
  packingOf,
} from '../../knowledge/index.js';
import { cannotRead } from './cannot-read.js';
import { UsageError } from './usage-error.js';

/** One log. */
export interface LogSource {
  /** For the person: a path, or `standard input`. */
  readonly name: string;
  /** Bytes, where that is known beforehand. */
  readonly size?: number;
  /** Each piece is good until the next is asked for. @throws {UsageError} It cannot be read. */
  pieces(): AsyncIterable<Buffer>;
}

/** What was read, all sources together. */
export type ReadLog = (
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'log'; readonly log: LogDiagnosis }
) & { readonly sources: readonly SourceLines[] };

/** Which lines of the whole came from where. */
export interface SourceLines {
  readonly name: string;
  /** Lines of the sources before it. */
  readonly linesBefore: number;
}

/** Called after each piece, with the bytes read so far and those there will be, where that is known. */
export type ReadProgress = (done: number, total: number | undefined) => void;

export interface ReadLogOptions {
  /** Bytes up to which everything is one paste. */
  readonly largestPaste?: number;
  readonly progress?: ReadProgress;
}

/**
 * Reads each source once, in order.
 *
 * @param startLog Called once there is too much for a paste.
 * @throws {UsageError} A source cannot be read, or is no text.
 */
export async function readLog(
  sources: readonly LogSource[],
  startLog: () => LogReader,
  { largestPaste = longestPaste, progress = () => {} }: ReadLogOptions = {},
): Promise<ReadLog> {
  const reading = new Reading(startLog, largestPaste);
  const total = totalOf(sources);
  for (const { name, pieces } of sources) {
    reading.startSource(name);
    let isFirst = true;
    for await (const piece of pieces()) {
      if (isFirst) refusePacked(name, piece);
      isFirst = false;
      reading.push(piece);
      progress(reading.bytes, total);
    }
    reading.endSource();
  }
  return reading.end();
}

/** `line 17`, and of which source where there are several. */
export function placeIn(sources: readonly SourceLines[], line: number): string {
  const source = sources.findLast(({ linesBefore }) => linesBefore < line);
  if (source === undefined || sources.length === 1) return `line ${line}`;
  return `${source.name} line ${line - source.linesBefore}`;
}

function totalOf(sources: readonly LogSource[]): number | undefined {
  let total = 0;
  for (const { size } of sources) {
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

function refusePacked(name: string, start: Buffer): void {
  const packing = packingOf(start);
  if (packing === undefined) return;
  const advice = packing === 'event log' ? 'save it as text first' : 'unpack it, and give the log itself';
  throw new UsageError(`${name} is ${/^[aeiou]/.test(packing) ? 'an' : 'a'} ${packing}: ${advice}`);
}

/** Holds what it is given until that is more than a paste; from then on hands it to a reader. */
class Reading {
  readonly #startLog: () => LogReader;
  readonly #largestPaste: number;
  readonly #held: { readonly name: string; readonly pieces: Buffer[] }[] = [];
  readonly #sources: SourceLines[] = [];
  #reader: LogReader | undefined;
  #lines = 0;
  bytes = 0;

  constructor(startLog: () => LogReader, largestPaste: number) {
    this.#startLog = startLog;
    this.#largestPaste = largestPaste;
  }

  startSource(name: string): void {
    if (this.#reader === undefined) this.#held.push({ name, pieces: [] });
    else this.#sources.push({ name, linesBefore: this.#lines });
  }

  push(piece: Buffer): void {
    this.bytes += piece.length;
    if (this.#reader === undefined && this.bytes > this.#largestPaste) this.#reader = this.#handOver();
    if (this.#reader === undefined) this.#held.at(-1)?.pieces.push(Buffer.from(piece));
    else this.#reader.push(piece);
  }

  endSource(): void {
    if (this.#reader !== undefined) this.#lines = this.#reader.endFile();
  }

  end(): ReadLog {
    if (this.#reader !== undefined) return { kind: 'log', log: this.#reader.end(), sources: this.#sources };
    const texts = this.#held.map(({ pieces }) => textOf(pieces));
    for (const [at, { name }] of this.#held.entries()) {
      this.#sources.push({ name, linesBefore: this.#lines });
      this.#lines += (texts[at]?.match(/\n|\r(?!\n)/g)?.length ?? 0) + 1;
    }
    return { kind: 'paste', text: texts.join('\n'), sources: this.#sources };
  }

  #handOver(): LogReader {
    const reader = this.#startLog();
    for (const [at, { name, pieces }] of this.#held.entries()) {
      this.#sources.push({ name, linesBefore: this.#lines });
      for (const piece of pieces) reader.push(piece);
      if (at < this.#held.length - 1) this.#lines = reader.endFile();
    }
    this.#held.length = 0;
    return reader;
  }
}

/** Text of one file, in any encoding that logs are written in. */
export function textOf(pieces: readonly Buffer[]): string {
  const converter = new AsciiBased();
  return decodeText(Buffer.concat([...pieces.map((piece) => converter.push(piece)), converter.end()]));
}

/** @throws {UsageError} There is no such file. */
export async function fileSource(path: string): Promise<LogSource> {
  const stats = await orUsageError(path, () => stat(path));
  // Pipes, too, have paths.
  return { name: path, ...(stats.isFile() && { size: stats.size }), pieces: () => piecesOf(path) };
}

export function inputSource(input: Readable): LogSource {
  return {
    name: 'standard input',
    async *pieces() {
      for await (const piece of input) yield Buffer.from(piece);
    },
  };
}

const pieceBytes = 1024 * 1024;

/** The next piece is read while the one before is looked at. */
async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const handle = await orUsageError(path, () => open(path));
  try {
    const buffers = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)] as const;
    let [current, other]: [Buffer, Buffer] = [...buffers];
    let coming = read(handle, current);
    for (;;) {
      const bytes = await orUsageError(path, () => coming);
      if (bytes === 0) return;
      coming = read(handle, other);
      // A caller that stops early leaves the read unwaited for.
      coming.catch(() => {});
      yield current.subarray(0, bytes);
      [current, other] = [other, current];
    }
  } finally {
    await handle.close();
  }
}

async function read(handle: FileHandle, into: Buffer): Promise<number> {
  return (await handle.read(into, 0, into.length, null)).bytesRead;
}

async function orUsageError<T>(path: string, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    throw cannotRead(path, error);
  }
}
