// Articles at hand → a knowledge base, without a file.

import type { Knowledge } from '../knowledge.js';
import type { Article } from '../model.js';
import { openSnapshot } from '../open-snapshot.js';
import { decodeSnapshot, type KnowledgeParts } from '../snapshot.js';
import { portionOf } from './portion.js';
import { SnapshotBuilder } from './snapshot-builder.js';

/**
 * Builds the knowledge base from articles.
 *
 * @param articles Order decides between equals; sorted by path, the same folder always answers the same.
 */
export function createKnowledge(articles: Iterable<Article>): Knowledge {
  return openSnapshot(snapshotOf(articles));
}

/** What it is made of, for measuring its parts. */
export function partsOf(articles: Iterable<Article>): KnowledgeParts {
  return decodeSnapshot(snapshotOf(articles));
}

function snapshotOf(articles: Iterable<Article>): Uint8Array {
  const builder = new SnapshotBuilder();
  builder.add(portionOf(articles));
  return builder.finish();
}
