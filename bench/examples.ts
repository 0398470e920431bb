// What confidence is fitted to: the best candidates of evaluation rows, among thousands of articles and among the few
// that Pastefix ships with. Nothing is taken from a row but the quantities of its best candidate.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultArticles } from '../adapters/project-folder.js';
import { cannotRead } from '../adapters/terminal/cannot-read.js';
import { UsageError } from '../adapters/terminal/usage-error.js';
import { compileArticle } from '../knowledge/compile/index.js';
import { type Issue, SnapshotError } from '../knowledge/index.js';
import { partsOf } from '../knowledge/indexing/create-knowledge.js';
import { type Matcher, queryOf, weighCandidates } from '../knowledge/match/candidates.js';
import { modelInputs } from '../knowledge/match/judge.js';
import { matcherOf } from '../knowledge/open-snapshot.js';
import { decodeSnapshot } from '../knowledge/snapshot.js';
import { type Example, quantityNames } from './fit-model.js';
import type { Row } from './score.js';

export interface NamedRows {
  readonly name: string;
  readonly rows: readonly Row[];
}

// People's own posts are the truth that the made pastes only resemble.
const weights = { pastes: 1, posts: 2, negatives: 1.5 };

/** Sets that confidence is fitted to; it has not seen others. */
export const fittedSets: readonly string[] = Object.keys(weights);

/**
 * Examples of each set, under its name; those that have an article once more as `unwritten-…`, found as if nobody had written
 * it, which are looked at and not fitted to; the same rows among the few articles as `few-…`, where none is right; and
 * `few-samples` and `few-near-misses`, which the authors of the few wrote.
 *
 * @param snapshot File of the thousands.
 * @throws {UsageError} It cannot be used.
 */
export function examplesOf(snapshot: string, sets: readonly NamedRows[]): Example[] {
  return [...amongThousands(snapshot, sets), ...amongFew(sets)];
}

function amongThousands(snapshot: string, sets: readonly NamedRows[]): Example[] {
  const matcher = matcherIn(snapshot);
  const pathOf = (issue: number): string => matcher.shelf.articleAt(matcher.shelf.articleOf(issue)).path;
  return sets.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const isRight = (issue: number): boolean => row.accept.includes(pathOf(issue));
      const example = exampleOf(matcher, row, name, weightOf(name), isRight);
      if (row.accept.length === 0) return example;
      return [
        ...example,
        ...exampleOf(without(matcher, isRight), { ...row, accept: [] }, `unwritten-${name}`, 0, never),
      ];
    }),
  );
}

const never = (): boolean => false;

/** Finds what would be found if some issues had not been written. */
function without(matcher: Matcher, isLeftOut: (issue: number) => boolean): Matcher {
  const rank: Matcher['ranking']['rank'] = (...args) =>
    matcher.ranking.rank(...args).filter(({ issue }) => !isLeftOut(issue));
  return { ...matcher, ranking: { rank } };
}

function matcherIn(file: string): Matcher {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    throw cannotRead(file, error);
  }
  try {
    return matcherOf(decodeSnapshot(bytes));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new UsageError(`${file}: ${error.message}`, { cause: error });
  }
}

function amongFew(sets: readonly NamedRows[]): Example[] {
  const matcher = matcherOf(
    partsOf(
      readdirSync(defaultArticles(), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .sort()
        .map((name) => compileArticle(name, readFileSync(join(defaultArticles(), name), 'utf8')).article),
    ),
  );
  // With a handful of articles nearly every paste is about something else.
  const elsewhere = sets.flatMap(({ name, rows }) =>
    rows.flatMap((row) => exampleOf(matcher, { ...row, accept: [] }, `few-${name}`, 0.15, never)),
  );
  const ofPack = (set: string, textsOf: (issue: Issue) => readonly string[]): Example[] =>
    Array.from({ length: matcher.shelf.issueCount }, (_, issue) =>
      textsOf(matcher.shelf.issueAt(issue)).flatMap((text, at) =>
        exampleOf(matcher, { id: `${set} ${issue}-${at}`, text, accept: ['x'] }, set, 1, (found) => found === issue),
      ),
    ).flat();
  // A near-miss that finds its issue all the same is wrong; of one that finds another, nothing is said.
  const nearMisses = ofPack('few-near-misses', (issue) => issue.nearMisses)
    .filter(({ right }) => right)
    .map((one) => ({ ...one, right: false, positive: false }));
  return [...elsewhere, ...ofPack('few-samples', ({ samples }) => samples), ...nearMisses];
}

function weightOf(set: string): number {
  return Object.entries(weights).find(([name]) => name === set)?.[1] ?? 1;
}

/** @returns One, or none where nothing was found. */
function exampleOf(
  matcher: Matcher,
  row: Row,
  set: string,
  weight: number,
  isRight: (issue: number) => boolean,
): Example[] {
  const [best] = weighCandidates(matcher, queryOf(matcher, row.text), 1).candidates;
  if (best === undefined) return [];
  const inputs = modelInputs(best.quantities);
  return [
    {
      id: row.id,
      set,
      quantities: best.quantities,
      inputs: quantityNames.map((name) => inputs[name]),
      right: isRight(best.ranked.issue),
      positive: row.accept.length > 0,
      weight,
    },
  ];
}
