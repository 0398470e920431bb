// Articles, or a snapshot of them → the knowledge base that answers.

import { createHash } from 'node:crypto';
import { makeLogReader } from './diagnose-log.js';
import type { Diagnosis } from './diagnosis.js';
import type { Knowledge } from './knowledge.js';
import { type Index, IndexBuilder, type Indexed } from './match/build-index.js';
import type { Matcher } from './match/candidates.js';
import { diagnose } from './match/diagnose.js';
import { makeSpelling } from './match/misspelt.js';
import { Ranking } from './match/rank.js';
import { Scores } from './match/search.js';
import { makeWeighLine } from './match/weigh-line.js';
import type { Article } from './model.js';
import { firstIssues, makeShelf, type ShelfContents } from './shelf.js';
import { decodeSnapshot, encodeSnapshot } from './snapshot.js';

/** Everything a knowledge base is made of. */
export interface KnowledgeParts extends ShelfContents {
  /** Fingerprint of the articles. */
  readonly version: string;
  /** Names that articles know. */
  readonly vocabulary: readonly string[];
  readonly index: Index;
}

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

/** What the matcher alone needs, for measuring it. */
export function matcherOf({ vocabulary, index, ...contents }: Omit<KnowledgeParts, 'version'>): Matcher {
  return {
    index,
    scores: new Scores(index.issues),
    ranking: new Ranking(index.issues),
    shelf: makeShelf(contents),
    spelling: makeSpelling(vocabulary),
  };
}

export function partsOf(articles: readonly Article[]): KnowledgeParts {
  const issues = articles.flatMap((article) => article.issues);
  return {
    version: fingerprint(articles),
    paths: articles.map((article) => article.path),
    firsts: firstIssues(articles.map((article) => article.issues.length)),
    articleAt: (at) => inRange(articles, at),
    issueAt: (at) => inRange(issues, at),
    ...indexed(articles),
  };
}

function indexed(articles: readonly Article[]): Indexed {
  const builder = new IndexBuilder();
  for (const article of articles) builder.add(article);
  return builder.finish();
}

function knowledgeOf(parts: KnowledgeParts): Knowledge {
  const matcher = matcherOf(parts);
  const diagnosePaste = (paste: string): Diagnosis => diagnose(matcher, paste);
  return {
    version: parts.version,
    articleCount: matcher.shelf.articleCount,
    issueCount: matcher.shelf.issueCount,
    diagnose: diagnosePaste,
    readLog: () => makeLogReader({ diagnose: diagnosePaste, weigh: makeWeighLine(parts.index) }),
    find: (ref) => matcher.shelf.find(ref),
  };
}

function fingerprint(articles: readonly Article[]): string {
  const hash = createHash('sha256');
  for (const article of articles) hash.update(JSON.stringify(article)).update('\n');
  return hash.digest('hex').slice(0, 16);
}

function inRange<T>(items: readonly T[], at: number): T {
  const item = items[at];
  if (item === undefined) throw new Error(`position ${at} is out of range`);
  return item;
}
