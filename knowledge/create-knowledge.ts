// Articles, or a snapshot of them → the knowledge base that answers.

import { createHash } from 'node:crypto';
import type { Knowledge } from './knowledge.js';
import { buildIndex } from './match/build-index.js';
import { diagnose } from './match/diagnose.js';
import { makeSpelling } from './match/misspelt.js';
import { Ranking } from './match/rank.js';
import { Scores } from './match/search.js';
import { symbolsOf } from './match/symbols.js';
import { linesOf } from './match/zones.js';
import type { Article } from './model.js';
import { makeShelf } from './shelf.js';
import { decodeSnapshot, encodeSnapshot, type SnapshotParts } from './snapshot.js';

/**
 * Builds the knowledge base from articles.
 *
 * @param articles Order decides between equals; sorted by path, the same folder always answers the same.
 */
export function createKnowledge(articles: readonly Article[]): Knowledge {
  return knowledgeOf(partsOf(articles));
}

/** Builds the knowledge base and writes it down, to be opened again by `openSnapshot`. */
export function createSnapshot(articles: readonly Article[]): Uint8Array {
  return encodeSnapshot(partsOf(articles));
}

/**
 * Opens a snapshot.
 *
 * @throws {SnapshotError} It is damaged, foreign, or of another version: compile the articles again.
 */
export function openSnapshot(bytes: Uint8Array): Knowledge {
  return knowledgeOf(decodeSnapshot(bytes));
}

function partsOf(articles: readonly Article[]): SnapshotParts {
  const texts = articles.map((article) => JSON.stringify(article));
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\n');
  return {
    version: hash.digest('hex').slice(0, 16),
    paths: articles.map((article) => article.path),
    counts: Uint32Array.from(articles, (article) => article.issues.length),
    articleAt: (position) => articles[position] as Article,
    texts,
    vocabulary: vocabularyOf(articles),
    index: buildIndex(articles),
  };
}

function vocabularyOf(articles: readonly Article[]): string[] {
  const names = new Set<string>();
  const gather = (line: string): void => {
    for (const name of symbolsOf(line)) names.add(name);
  };
  for (const article of articles) for (const issue of article.issues) linesOf(article, issue, gather);
  return [...names];
}

function knowledgeOf({
  version,
  paths,
  counts,
  articleAt,
  vocabulary,
  index,
}: Omit<SnapshotParts, 'texts'>): Knowledge {
  const shelf = makeShelf(paths, counts, articleAt);
  const matcher = {
    index,
    scores: new Scores(index.issues),
    ranking: new Ranking(index.issues),
    shelf,
    spelling: makeSpelling(vocabulary),
  };
  return {
    version,
    articleCount: shelf.articleCount,
    issueCount: shelf.issueCount,
    diagnose: (paste) => diagnose(matcher, paste),
    find: (ref) => shelf.find(ref),
  };
}
