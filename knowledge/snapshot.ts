// A knowledge base as one file, and back: the index as it is searched, the articles as text, read when they are shown.

import { createHash } from 'node:crypto';
import { joinStarts } from './join-starts.js';
import type { Index } from './match/build-index.js';
import { IndexBuilder } from './match/index-builder.js';
import type { ArticleInfo, Issue } from './model.js';
import { articlesIn, type Portion } from './portion.js';
import { firstIssues, type ShelfContents } from './shelf.js';
import { readPieces, type SnapshotBytes, snapshotInMemory, writePieces } from './snapshot-file.js';

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
const firstText = 'articles';

/** Takes portions in the order in which their articles are to be numbered. However those are divided, the bytes are the same. */
export class SnapshotBuilder {
  readonly #portions: Portion[] = [];
  readonly #index = new IndexBuilder();
  readonly #articlesSum = createHash('sha256');
  readonly #issuesSum = createHash('sha256');

  add(portion: Portion): void {
    this.#portions.push(portion);
    this.#articlesSum.update(portion.articles.bytes);
    this.#issuesSum.update(portion.issues.bytes);
    for (const article of articlesIn(portion)) this.#index.add(article);
  }

  /** Nothing can be added afterwards. */
  finish(): Uint8Array {
    const portions = this.#portions;
    const { index, vocabulary } = this.#index.finish();
    const { issues: _, ...arrays } = index;
    return writePieces({
      version: encodeList([this.#fingerprint()]),
      paths: encodeList(portions.flatMap(({ paths }) => paths)),
      routes: joinPositions(portions, ({ routes }) => routes),
      asides: joinPositions(portions, ({ asides }) => asides),
      vocabulary: encodeList(vocabulary),
      asks: portions.map(({ asks }) => asks),
      firsts: firstIssues(portions.flatMap(({ counts }) => [...counts])),
      ...arrays,
      articleStarts: joinStarts(portions.map(({ articles }) => articles.starts)),
      issueStarts: joinStarts(portions.map((portion) => portion.issues.starts)),
      [firstText]: portions.map(({ articles }) => articles.bytes),
      issues: portions.map((portion) => portion.issues.bytes),
    });
  }

  #fingerprint(): string {
    const sums = createHash('sha256').update(this.#articlesSum.digest()).update(this.#issuesSum.digest());
    return sums.digest('hex').slice(0, 16);
  }
}

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
