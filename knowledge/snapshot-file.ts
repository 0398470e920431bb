// Named pieces of data as one file: what lies where, then the pieces, to be read in place without copying.
//
//   bytes 0–7    "PASTEFIX"
//   8–11         format version
//   12–15        CRC-32 of everything behind it
//   16–19        length of the header
//   20–          header, JSON; then the pieces, each at a multiple of eight
// All numbers little-endian.

import { crc32 } from 'node:zlib';
import { z } from 'zod';

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
const format = 5;
const fixed = 20;
const alignment = 8;

const Header = z.object({ pieces: z.record(z.string(), z.object({ at: z.number(), length: z.number() })) });
type Header = z.infer<typeof Header>;

export function writePieces(pieces: Readonly<Record<string, ArrayBufferView>>): Uint8Array {
  const places: Header['pieces'] = {};
  let end = 0;
  for (const [name, { byteLength }] of Object.entries(pieces)) {
    places[name] = { at: end, length: byteLength };
    end = aligned(end + byteLength);
  }
  const encoder = new TextEncoder();
  const header = encoder.encode(JSON.stringify({ pieces: places } satisfies Header));
  const base = aligned(fixed + header.length);
  const bytes = new Uint8Array(base + end);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode(magic), 0);
  view.setUint32(8, format, true);
  view.setUint32(16, header.length, true);
  bytes.set(header, fixed);
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(pieces)) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), base + (places[name]?.at ?? 0));
  }
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/**
 * @returns Finds a piece by its name; it begins at a multiple of eight bytes of the buffer under it.
 * @throws {SnapshotError} At once when the file is no good, later when it lacks a piece.
 */
export function readPieces(given: Uint8Array): (name: string) => Uint8Array {
  // Typed arrays read in place only from an aligned start, which a slice of a pool may not have.
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const decoder = new TextDecoder();
  if (bytes.length === 0 || !magic.startsWith(decoder.decode(bytes.subarray(0, magic.length)))) {
    throw new SnapshotError('foreign', 'this is not a Pastefix snapshot: name a file that `pastefix compile` wrote');
  }
  if (bytes.length < fixed) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8, true) !== format) {
    throw new SnapshotError(
      'outdated',
      'the snapshot was written by another version of Pastefix: compile the articles again',
    );
  }
  if (crc32(bytes.subarray(16)) !== view.getUint32(12, true)) throw damaged();
  const headerLength = view.getUint32(16, true);
  const { pieces } = Header.parse(JSON.parse(decoder.decode(bytes.subarray(fixed, fixed + headerLength))));
  const base = aligned(fixed + headerLength);
  return (name) => {
    const place = pieces[name];
    if (place === undefined) throw damaged();
    return bytes.subarray(base + place.at, base + place.at + place.length);
  };
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
