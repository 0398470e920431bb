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

/** The piece from which on there are only texts. */
export const firstText = 'articles';

/**
 * Texts stay where they are and are read each time they are asked for; all else is read at once.
 *
 * @throws {SnapshotError} Later on, too, where a file was changed meanwhile.
 */
export function decodeSnapshot(snapshot: Uint8Array | SnapshotBytes): KnowledgeParts {
  const { whole, part } = readPieces(snapshot instanceof Uint8Array ? snapshotInMemory(snapshot) : snapshot, firstText);
  const numbers = (name: string): Uint32Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  };
  const signedNumbers = (name: string): Int32Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Int32Array(buffer, byteOffset, byteLength / 4);
  };
  const smallNumbers = (name: string): Uint16Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Uint16Array(buffer, byteOffset, byteLength / 2);
  };
  const fractions = (name: string): Float32Array => {
    const { buffer, byteOffset, byteLength } = whole(name);
    return new Float32Array(buffer, byteOffset, byteLength / 4);
  };
  const decoder = new TextDecoder();
  const list = (name: string): string[] => decodeList(whole(name));
  const textsIn = (name: string, starts: Uint32Array) => (at: number) =>
    decoder.decode(part(name, starts[at] ?? 0, starts[at + 1] ?? 0));
  const articleText = textsIn(firstText, numbers('articleStarts'));
  const issueText = textsIn('issues', numbers('issueStarts'));
  const marks = whole('marks');
  const [version = ''] = list('version');
  const lengths = numbers('lengths');
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
      features: smallNumbers('features'),
      listLengths: smallNumbers('listLengths'),
      postedIssues: lengths.length > 0x10000 ? numbers('postedIssues') : smallNumbers('postedIssues'),
      postedZones: whole('postedZones'),
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
