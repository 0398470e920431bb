// A knowledge base from one file: the index as it is searched, the articles as text, read when they are shown.

import type { Index } from './match/search/feature-index.js';
import type { ArticleInfo, Issue } from './model.js';
import type { ShelfContents } from './shelf.js';
import { readPieces, type SnapshotBytes, snapshotInMemory } from './snapshot-file.js';

/** Everything a knowledge base is made of. */
export interface KnowledgeParts extends ShelfContents {
  /** Fingerprint of the articles: 16 hex digits. */
  readonly version: string;
  /** Names that articles know; few pastes need them. */
  readonly vocabulary: () => readonly string[];
  readonly index: Index;
  /** Positions of articles that describe a route. */
  readonly routes: readonly number[];
  /** Positions of articles that tell of lines which are not the fault. */
  readonly asides: readonly number[];
}

/**
 * Texts stay where they are and are read each time they are asked for, features and their lists once, page by page where that
 * is possible; all else is read at once.
 *
 * @throws {SnapshotError} Later on, too, where a file was changed meanwhile.
 */
export function decodeSnapshot(snapshot: Uint8Array | SnapshotBytes): KnowledgeParts {
  const { whole, lazy, part } = readPieces(snapshot instanceof Uint8Array ? snapshotInMemory(snapshot) : snapshot);
  const asNumbers = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
    new Uint32Array(buffer, byteOffset, byteLength / 4);
  const numbers = (name: string): Uint32Array => asNumbers(whole(name));
  const signedNumbers = (name: string): Int32Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Int32Array(buffer, byteOffset, byteLength / 4);
  };
  const smallNumbers = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array =>
    new Uint16Array(buffer, byteOffset, byteLength / 2);
  const fractions = (name: string): Float32Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Float32Array(buffer, byteOffset, byteLength / 4);
  };
  const decoder = new TextDecoder();
  const list = (name: string): string[] => decodeList(whole(name));
  const textsIn = (name: string, starts: Uint32Array) => (at: number) =>
    decoder.decode(part(name, starts[at] ?? 0, starts[at + 1] ?? 0));
  const articleText = textsIn('articles', numbers('articleStarts'));
  const issueText = textsIn('issues', numbers('issueStarts'));
  const marks = whole('marks');
  const [version = ''] = list('version');
  const lengths = numbers('lengths');
  const features = lazy('features');
  const issues = lazy('postedIssues');
  const zones = lazy('postedZones');
  const isLong = lengths.length > 0x10000;
  const width = isLong ? 4 : 2;
  return {
    version,
    paths: list('paths'),
    routes: [...numbers('routes')],
    asides: [...numbers('asides')],
    vocabulary: () => list('vocabulary'),
    firsts: numbers('firsts'),
    // The checksum holds, so these are what `JSON.stringify` made of the types.
    articleAt: (at) => JSON.parse(articleText(at)) as ArticleInfo,
    issueAt: (at) => JSON.parse(issueText(at)) as Issue,
    marksAt: (at) => marks[at] ?? 0,
    index: {
      issues: lengths.length,
      buckets: numbers('buckets'),
      features: smallNumbers(features.bytes),
      postedIssues: isLong ? asNumbers(issues.bytes) : smallNumbers(issues.bytes),
      postedZones: zones.bytes,
      needPosted: (from, to) => {
        issues.need(from * width, to * width);
        zones.need(from, to);
      },
      needFeatures: (from, to) => features.need(from * 4, to * 4),
      lengths,
      titleStarts: numbers('titleStarts'),
      titleWords: numbers('titleWords'),
      titleHashes: signedNumbers('titleHashes'),
      titleWeights: fractions('titleWeights'),
    },
  };
}

function decodeList(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split('\0').slice(0, -1);
}
