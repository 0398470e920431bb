// A knowledge base as one file: a header that says what lies where, then the parts, read in place without copying.
//
//   bytes 0–7    "PASTEFIX"
//   8–11         format version
//   12–15        CRC-32 of everything behind it
//   16–19        length of the header
//   20–          header, JSON; then the parts, each at a multiple of eight
// All numbers little-endian.

import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Index } from './match/build-index.js';
import type { Article } from './model.js';

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

/** Everything a knowledge base is made of. */
export interface SnapshotParts {
  readonly version: string;
  /** Of all articles, in order. */
  readonly paths: readonly string[];
  /** Number of issues of each. */
  readonly counts: ArrayLike<number>;
  readonly articleAt: (position: number) => Article;
  /** Each article as JSON. */
  readonly texts: readonly string[];
  /** Names that articles know. */
  readonly vocabulary: readonly string[];
  readonly index: Index;
}

const magic = 'PASTEFIX';
/** Raised whenever the parts, or what the matcher makes of text, change. */
const format = 1;
const fixed = 20;

const Header = z.object({
  version: z.string(),
  issues: z.number(),
  parts: z.record(z.string(), z.object({ at: z.number(), length: z.number() })),
});

export function encodeSnapshot({ version, paths, counts, texts, vocabulary, index }: SnapshotParts): Uint8Array {
  const encoder = new TextEncoder();
  const articles = texts.map((text) => encoder.encode(text));
  const articleStarts = new Float64Array(articles.length + 1);
  for (const [at, bytes] of articles.entries()) articleStarts[at + 1] = (articleStarts[at] ?? 0) + bytes.length;
  const parts: Record<string, ArrayBufferView> = {
    paths: encoder.encode(paths.join('\n')),
    counts: Uint32Array.from(counts),
    vocabulary: encoder.encode(vocabulary.join('\n')),
    articleStarts,
    buckets: index.buckets,
    features: index.features,
    starts: index.starts,
    postedIssues: index.postedIssues,
    postedZones: index.postedZones,
    lengths: index.lengths,
    titleStarts: index.titleStarts,
    titleWords: index.titleWords,
    titleHashes: index.titleHashes,
    titleWeights: index.titleWeights,
  };
  const places: Record<string, { at: number; length: number }> = {};
  let end = 0;
  const place = (name: string, length: number): void => {
    places[name] = { at: end, length };
    end = aligned(end + length);
  };
  for (const [name, part] of Object.entries(parts)) place(name, part.byteLength);
  place('articles', articleStarts.at(-1) ?? 0);

  const header = encoder.encode(JSON.stringify({ version, issues: index.issues, parts: places }));
  const base = aligned(fixed + header.length);
  const bytes = new Uint8Array(base + end);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode(magic), 0);
  view.setUint32(8, format, true);
  view.setUint32(16, header.length, true);
  bytes.set(header, fixed);
  for (const [name, part] of Object.entries(parts)) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), base + (places[name]?.at ?? 0));
  }
  for (const [at, article] of articles.entries()) {
    bytes.set(article, base + (places['articles']?.at ?? 0) + (articleStarts[at] ?? 0));
  }
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/** @throws {SnapshotError} */
export function decodeSnapshot(given: Uint8Array): Omit<SnapshotParts, 'texts'> {
  // Typed arrays read in place only from an aligned start, which a slice of a pool may not have.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  if (bytes.length < fixed || decoder.decode(bytes.subarray(0, 8)) !== magic) {
    throw new SnapshotError('foreign', 'this is not a Pastefix snapshot: name a file that `pastefix compile` wrote');
  }
  if (view.getUint32(8, true) !== format) {
    throw new SnapshotError(
      'outdated',
      'the snapshot was written by another version of Pastefix: compile the articles again',
    );
  }
  if (crc32(bytes.subarray(16)) !== view.getUint32(12, true)) {
    throw new SnapshotError(
      'damaged',
      'the snapshot is damaged or incomplete: compile the articles again, or copy the file again',
    );
  }
  const headerLength = view.getUint32(16, true);
  const header = Header.parse(JSON.parse(decoder.decode(bytes.subarray(fixed, fixed + headerLength))));
  const base = aligned(fixed + headerLength);
  const part = (name: string): Uint8Array => {
    const place = header.parts[name];
    if (place === undefined)
      throw new SnapshotError('damaged', `the snapshot lacks its part “${name}”: compile the articles again`);
    return bytes.subarray(base + place.at, base + place.at + place.length);
  };
  const numbers = (name: string): Uint32Array => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  };
  const fractions = (name: string): Float32Array => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Float32Array(buffer, byteOffset, byteLength / 4);
  };
  const lines = (name: string): string[] => {
    const text = decoder.decode(part(name));
    return text === '' ? [] : text.split('\n');
  };
  const articles = part('articles');
  const startBytes = part('articleStarts');
  const articleStarts = new Float64Array(startBytes.buffer, startBytes.byteOffset, startBytes.byteLength / 8);
  return {
    version: header.version,
    paths: lines('paths'),
    counts: numbers('counts'),
    vocabulary: lines('vocabulary'),
    // The checksum holds, so this is what `JSON.stringify` made of an Article.
    articleAt: (at) =>
      JSON.parse(decoder.decode(articles.subarray(articleStarts[at] ?? 0, articleStarts[at + 1] ?? 0))) as Article,
    index: {
      issues: header.issues,
      buckets: numbers('buckets'),
      features: numbers('features'),
      starts: numbers('starts'),
      postedIssues: numbers('postedIssues'),
      postedZones: part('postedZones'),
      lengths: numbers('lengths'),
      titleStarts: numbers('titleStarts'),
      titleWords: numbers('titleWords'),
      titleHashes: numbers('titleHashes'),
      titleWeights: fractions('titleWeights'),
    },
  };
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
