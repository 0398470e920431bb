// A knowledge base as one file, and back: the index as it is searched, the articles as text, read when they are shown.

import { createHash } from 'node:crypto';
import { joinArrays } from './join-arrays.js';
import { type Index, joinPortions } from './match/build-index.js';
import type { ArticleInfo, Issue } from './model.js';
import type { Portion } from './portion.js';
import { firstIssues, type ShelfContents } from './shelf.js';
import { readPieces, type SnapshotBytes, snapshotInMemory, writePieces } from './snapshot-file.js';
import { joinTexts, type Texts } from './texts.js';

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

/** @param portions In the order in which their articles are numbered. */
export function encodeSnapshot(portions: readonly Portion[]): Uint8Array {
  const { index, vocabulary } = joinPortions(portions.map((portion) => portion.index));
  const articles = joinTexts(portions.map((portion) => portion.articles));
  const texts = joinTexts(portions.map((portion) => portion.issues));
  const { issues: _, ...arrays } = index;
  return writePieces({
    version: encodeList([fingerprint(articles, texts)]),
    paths: encodeList(portions.flatMap((portion) => portion.paths)),
    routes: joinPositions(portions, ({ routes }) => routes),
    asides: joinPositions(portions, ({ asides }) => asides),
    vocabulary: encodeList(vocabulary),
    asks: joinArrays(
      portions.map((portion) => portion.asks),
      Uint8Array,
    ),
    firsts: firstIssues(portions.flatMap(({ counts }) => [...counts])),
    ...arrays,
    articleStarts: articles.starts,
    articles: articles.bytes,
    issueStarts: texts.starts,
    issues: texts.bytes,
  });
}

/**
 * Texts stay where they are and are read each time they are asked for; all else is read at once.
 *
 * @throws {SnapshotError} Later on, too, where a file was changed meanwhile.
 */
export function decodeSnapshot(snapshot: Uint8Array | SnapshotBytes): KnowledgeParts {
  const { whole, part } = readPieces(snapshot instanceof Uint8Array ? snapshotInMemory(snapshot) : snapshot);
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
  const articleText = textsIn('articles', numbers('articleStarts'));
  const issueText = textsIn('issues', numbers('issueStarts'));
  const asks = whole('asks');
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
    asks: (at) => asks[at] === 1,
    index: {
      issues: lengths.length,
      buckets: numbers('buckets'),
      features: numbers('features'),
      starts: numbers('starts'),
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

// No path and no name holds a character that would end it here.
function encodeList(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\0`).join(''));
}

function decodeList(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split('\0').slice(0, -1);
}

function joinPositions(portions: readonly Portion[], pick: (portion: Portion) => readonly number[]): Uint32Array {
  let before = 0;
  const positions = portions.flatMap((portion) => {
    const first = before;
    before += portion.paths.length;
    return pick(portion).map((at) => first + at);
  });
  return Uint32Array.from(positions);
}

function fingerprint(articles: Texts, issues: Texts): string {
  return createHash('sha256').update(articles.bytes).update(issues.bytes).digest('hex').slice(0, 16);
}
