// Articles → a snapshot: a knowledge base as one file.

import { createHash } from 'node:crypto';
import { firstIssues } from '../shelf.js';
import { writePieces } from '../snapshot-file.js';
import { IndexBuilder } from './index-builder.js';
import { joinStarts } from './join-starts.js';
import { articlesIn, type Portion } from './portion.js';

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
    return Buffer.concat(this.finishInParts());
  }

  /** The same, in parts that lie one behind the other. */
  finishInParts(): Uint8Array[] {
    const portions = this.#portions;
    const { index, vocabulary } = this.#index.finish();
    const { issues: _, needPosted: _posted, needFeatures: _features, ...arrays } = index;
    return writePieces({
      version: encodeList([this.#fingerprint()]),
      paths: encodeList(portions.flatMap(({ paths }) => paths)),
      routes: joinPositions(portions, ({ routes }) => routes),
      asides: joinPositions(portions, ({ asides }) => asides),
      vocabulary: encodeList(vocabulary),
      marks: portions.map(({ marks }) => marks),
      firsts: firstIssues(portions.flatMap(({ counts }) => [...counts])),
      ...arrays,
      articleStarts: joinStarts(portions.map(({ articles }) => articles.starts)),
      issueStarts: joinStarts(portions.map((portion) => portion.issues.starts)),
      articles: portions.map(({ articles }) => articles.bytes),
      issues: portions.map((portion) => portion.issues.bytes),
    });
  }

  #fingerprint(): string {
    const sums = createHash('sha256').update(this.#articlesSum.digest()).update(this.#issuesSum.digest());
    return sums.digest('hex').slice(0, 16);
  }
}

// No path and no name holds a character that would end it here.
function encodeList(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\0`).join(''));
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
