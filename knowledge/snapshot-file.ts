// Named pieces of data as one file: what lies where, then the pieces, each to be read on its own.
//
//   bytes 0–7    "PASTEFIX"
//   8–11         format version
//   12–15        CRC-32 of everything behind it
//   16–19        length of the header
//   20–          header: a line for each piece with its name, where it begins behind the header, and its length;
//                then the pieces, each at a multiple of eight
// All numbers little-endian.

import { crc32 } from 'node:zlib';
import { inPages, type LazyBytes } from './lazy-bytes.js';

/** `damaged`: incomplete or changed. `foreign`: not a snapshot. `outdated`: written by another version of Pastefix. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  constructor(
    readonly code: 'damaged' | 'foreign' | 'outdated',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const magic = 'PASTEFIX';
/** Raised whenever the pieces, or what the matcher makes of text, change. */
const format = 20;
/** The checksum is of everything from here on. */
const summed = 16;
const fixed = 20;
const alignment = 8;

/** Of a piece, in bytes behind the header. */
interface Place {
  readonly at: number;
  readonly length: number;
}

/** One behind the other where there are several. */
type Piece = ArrayBufferView | readonly ArrayBufferView[];

/**
 * @param pieces By names without blanks.
 * @returns A file in parts, one behind the other: most of it is what is given, and to copy that takes long.
 */
export function writePieces(pieces: Readonly<Record<string, Piece>>): Uint8Array[] {
  const places = new Map<string, Place>();
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const [name, piece] of Object.entries(pieces)) {
    const views = 'buffer' in piece ? [piece] : piece;
    for (const { buffer, byteOffset, byteLength } of views) parts.push(new Uint8Array(buffer, byteOffset, byteLength));
    const length = views.reduce((sum, { byteLength }) => sum + byteLength, 0);
    places.set(name, { at: end, length });
    parts.push(new Uint8Array(aligned(end + length) - end - length));
    end = aligned(end + length);
  }
  const encoder = new TextEncoder();
  const header = encoder.encode(headerOf(places));
  const front = new Uint8Array(aligned(fixed + header.length));
  const view = new DataView(front.buffer);
  front.set(encoder.encode(magic), 0);
  view.setUint32(8, format, true);
  view.setUint32(16, header.length, true);
  front.set(header, fixed);
  // The checksum of nothing is 0, whatever came before it.
  const filled = parts.filter(({ length }) => length > 0);
  const sum = filled.reduce((before, part) => crc32(part, before), crc32(front.subarray(summed)));
  view.setUint32(12, sum, true);
  return [front, ...filled];
}

/** Where the bytes of a snapshot are: in memory, or in a file that stays as it is. */
export interface SnapshotBytes {
  /** @returns At a multiple of eight bytes of the buffer under it where `at` is one; fewer at the end of the file. */
  read(at: number, length: number): Uint8Array;
  /**
   * Reads into memory that is there already. Absent where there is nothing to be gained by reading a part at a time.
   *
   * @returns How many bytes there are, fewer at the end of the file.
   */
  readonly readInto?: (into: Uint8Array, at: number) => number;
  /** @returns Everything from a position on, in turn; each may be overwritten by the next. */
  stream(from: number): Iterable<Uint8Array>;
}

/** A snapshot that is in memory is read in place, without copying. */
export function snapshotInMemory(given: Uint8Array): SnapshotBytes {
  // Typed arrays lie over it only from an aligned start, which a slice of a pool may not have.
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  return {
    read: (at, length) => bytes.subarray(at, at + length),
    stream: (from) => [bytes.subarray(from)],
  };
}

/** The pieces of a snapshot, by name. A name that it lacks throws a {@link SnapshotError}. */
export interface Pieces {
  /** The whole of one, at a multiple of eight bytes of the buffer under it. */
  whole(name: string): Uint8Array;
  /** The same, read where it is needed. */
  lazy(name: string): LazyBytes;
  /** The bytes of one from a position to before another. */
  part(name: string, from: number, to: number): Uint8Array;
}

/** @throws {SnapshotError} The file is no good. */
export function readPieces(source: SnapshotBytes): Pieces {
  const start = source.read(0, fixed);
  const decoder = new TextDecoder();
  if (start.length === 0 || !magic.startsWith(decoder.decode(start.subarray(0, magic.length)))) {
    throw new SnapshotError('foreign', 'this is not a Pastefix snapshot: name a file that `pastefix compile` wrote');
  }
  if (start.length < fixed) throw damaged();
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (view.getUint32(8, true) !== format) {
    throw new SnapshotError(
      'outdated',
      'the snapshot was written by another version of Pastefix: compile the articles again',
    );
  }
  const headerLength = view.getUint32(16, true);
  const places = placesIn(decoder.decode(source.read(fixed, headerLength)));
  const base = aligned(fixed + headerLength);
  let sum = 0;
  for (const bytes of source.stream(summed)) sum = crc32(bytes, sum);
  if (sum !== view.getUint32(12, true)) throw damaged();
  const placeOf = (name: string): Place => {
    const place = places.get(name);
    if (place === undefined) throw damaged();
    return { at: base + place.at, length: place.length };
  };
  const part = (name: string, from: number, to: number): Uint8Array => {
    const bytes = source.read(placeOf(name).at + from, to - from);
    if (bytes.length < to - from) throw damaged();
    return bytes;
  };
  return {
    whole: (name) => part(name, 0, placeOf(name).length),
    lazy: (name) => {
      const { at, length } = placeOf(name);
      const { readInto } = source;
      if (readInto === undefined) return { bytes: part(name, 0, length), need: () => undefined };
      return inPages(length, (into, from) => {
        if (readInto(into, at + from) < into.length) throw damaged();
      });
    },
    part,
  };
}

function headerOf(places: ReadonlyMap<string, Place>): string {
  return Array.from(places, ([name, { at, length }]) => `${name} ${at} ${length}`).join('\n');
}

function placesIn(header: string): ReadonlyMap<string, Place> {
  const lines = header.split('\n').map((line) => line.split(' '));
  return new Map(lines.map(([name = '', at, length]) => [name, { at: Number(at), length: Number(length) }]));
}

function damaged(): SnapshotError {
  return new SnapshotError(
    'damaged',
    'the snapshot is damaged or incomplete: compile the articles again, or copy the file again',
  );
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
