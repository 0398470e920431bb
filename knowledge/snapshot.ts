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
import type { KnowledgeParts } from './create-knowledge.js';
import type { ArticleInfo, Issue } from './model.js';

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
/** Raised whenever the parts, or what the matcher makes of text, change. */
const format = 3;
const fixed = 20;

const Header = z.object({
  version: z.string(),
  issues: z.number(),
  parts: z.record(z.string(), z.object({ at: z.number(), length: z.number() })),
});

export function encodeSnapshot({
  version,
  paths,
  firsts,
  articleAt,
  issueAt,
  vocabulary,
  index,
}: KnowledgeParts): Uint8Array {
  const encoder = new TextEncoder();
  const { issues, ...arrays } = index;
  const articles = packed(
    paths.map((_, at) => encoder.encode(JSON.stringify({ ...articleAt(at), issues: undefined }))),
  );
  const texts = packed(Array.from({ length: issues }, (_, at) => encoder.encode(JSON.stringify(issueAt(at)))));
  const parts: Record<string, ArrayBufferView> = {
    paths: encoder.encode(paths.join('\n')),
    vocabulary: encoder.encode(vocabulary.join('\n')),
    firsts,
    ...arrays,
    articleStarts: articles.starts,
    articles: articles.bytes,
    issueStarts: texts.starts,
    issues: texts.bytes,
  };
  const places: Record<string, { at: number; length: number }> = {};
  let end = 0;
  const place = (name: string, length: number): void => {
    places[name] = { at: end, length };
    end = aligned(end + length);
  };
  for (const [name, part] of Object.entries(parts)) place(name, part.byteLength);

  const header = encoder.encode(JSON.stringify({ version, issues, parts: places }));
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
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

/** @throws {SnapshotError} */
export function decodeSnapshot(given: Uint8Array): KnowledgeParts {
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
  const small = (name: string): Uint16Array => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Uint16Array(buffer, byteOffset, byteLength / 2);
  };
  const fractions = (name: string): Float32Array => {
    const { buffer, byteOffset, byteLength } = part(name);
    return new Float32Array(buffer, byteOffset, byteLength / 4);
  };
  const lines = (name: string): string[] => {
    const text = decoder.decode(part(name));
    return text === '' ? [] : text.split('\n');
  };
  // The checksum holds, so these are what `JSON.stringify` made of the types.
  const jsonAt = (texts: string, starts: string): ((at: number) => unknown) => {
    const bytes = part(texts);
    const begins = numbers(starts);
    return (at) => JSON.parse(decoder.decode(bytes.subarray(begins[at], begins[at + 1])));
  };
  const articleAt = jsonAt('articles', 'articleStarts');
  const issueAt = jsonAt('issues', 'issueStarts');
  return {
    version: header.version,
    paths: lines('paths'),
    vocabulary: lines('vocabulary'),
    firsts: numbers('firsts'),
    articleAt: (at) => articleAt(at) as ArticleInfo,
    issueAt: (at) => issueAt(at) as Issue,
    index: {
      issues: header.issues,
      buckets: numbers('buckets'),
      features: numbers('features'),
      starts: numbers('starts'),
      postedIssues: header.issues > 0x10000 ? numbers('postedIssues') : small('postedIssues'),
      postedZones: part('postedZones'),
      lengths: numbers('lengths'),
      titleStarts: numbers('titleStarts'),
      titleWords: numbers('titleWords'),
      titleHashes: numbers('titleHashes'),
      titleWeights: fractions('titleWeights'),
    },
  };
}

/** Texts one behind the other, with where each begins. At most 4 GB in all. */
function packed(texts: readonly Uint8Array[]): { readonly bytes: Uint8Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(texts.length + 1);
  for (const [at, text] of texts.entries()) starts[at + 1] = (starts[at] ?? 0) + text.length;
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  for (const [at, text] of texts.entries()) bytes.set(text, starts[at]);
  return { bytes, starts };
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
