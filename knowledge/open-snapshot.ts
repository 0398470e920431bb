// A snapshot → the knowledge base that answers.

import { diagnoseText, type LogReader, longestPaste, makeLogReader } from './diagnose-log.js';
import type { Knowledge } from './knowledge.js';
import type { Matcher } from './match/candidates.js';
import { type Examined, examine } from './match/diagnose.js';
import { diagnoseFaults } from './match/faults.js';
import { makeAsideOf } from './match/query/asides.js';
import { Ranking } from './match/search/rank.js';
import { Search } from './match/search/search.js';
import { makeSpelling } from './match/spelling/misspelt.js';
import { makeWeigher } from './match/weigh-line.js';
import { readPaste } from './read/index.js';
import { routeOver } from './route-over.js';
import { makeShelf } from './shelf.js';
import { decodeSnapshot, type KnowledgeParts } from './snapshot.js';
import type { SnapshotBytes } from './snapshot-file.js';

/**
 * Opens a snapshot.
 *
 * @param snapshot In memory, or where it is: then most of it stays there, and its texts are read when they are shown.
 * @throws {SnapshotError} It is damaged, foreign, or of another version: compile the articles again.
 */
export function openSnapshot(snapshot: Uint8Array | SnapshotBytes): Knowledge {
  return knowledgeOf(decodeSnapshot(snapshot));
}

/** What the matcher alone needs, for measuring it. */
export function matcherOf({
  vocabulary,
  index,
  asides,
  ...contents
}: Omit<KnowledgeParts, 'version' | 'routes'>): Matcher {
  return {
    index,
    search: new Search(index.issues),
    ranking: new Ranking(),
    shelf: makeShelf(contents),
    spelling: makeSpelling(vocabulary),
    asideOf: makeAsideOf(asides.flatMap((at) => contents.articleAt(at).asides ?? [])),
  };
}

function knowledgeOf(parts: KnowledgeParts): Knowledge {
  const matcher = matcherOf(parts);
  const examinePaste = (paste: string): Examined => examine(matcher, paste);
  const routes = parts.routes.flatMap((at) => {
    const { path, route } = parts.articleAt(at);
    return route === undefined ? [] : [{ path, route }];
  });
  const readLog = (): LogReader =>
    makeLogReader({
      diagnose: (paste) => examinePaste(paste).diagnosis(),
      weigher: makeWeigher(parts.index),
      isAside: (line) => readPaste(line).every(({ message }) => matcher.asideOf(message) !== undefined),
    });
  return {
    version: parts.version,
    articleCount: matcher.shelf.articleCount,
    issueCount: matcher.shelf.issueCount,
    diagnose: (paste) =>
      paste.length > longestPaste ? diagnoseText(paste, readLog()) : diagnoseFaults(paste, examinePaste),
    readLog,
    find: (ref) => matcher.shelf.find(ref),
    routeOver: (path) => routeOver(path, routes),
  };
}
