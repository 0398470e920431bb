// Rows to answer, from a folder of evaluation sets or from the articles themselves.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { cannotRead } from '../adapters/terminal/cannot-read.js';
import { UsageError } from '../adapters/terminal/usage-error.js';
import type { Article } from '../knowledge/index.js';
import type { Row } from './score.js';

export interface EvaluationSet {
  /** `pastes` for pastes.jsonl. */
  readonly name: string;
  /** Never empty. */
  readonly rows: readonly Row[];
}

const RowOfFile = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  accept: z.array(z.string()),
});

/**
 * Every `.jsonl` file of a folder whose rows are `{"id","text","accept":[path of an article, …]}`, by name; files of other
 * rows are passed over.
 *
 * @throws {UsageError}
 */
export function readEvaluation(folder: string): EvaluationSet[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no folder of evaluation sets at ${folder}`);
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name))
    .filter(holdsRows)
    .map((file) => ({ name: basename(file, '.jsonl'), rows: readRows(file) }));
  if (sets.length === 0) throw new UsageError(`no file in ${folder} holds rows {"id","text","accept"}, one a line`);
  return sets;
}

/** @throws {UsageError} The file cannot be read; or it names the first line that is no row. */
export function readRows(file: string): Row[] {
  return linesOf(file).map(({ line, number }) => {
    const row = rowIn(line);
    if (row === undefined) throw new UsageError(`${file}:${number} is not {"id","text","accept":[…]}`);
    return row;
  });
}

/**
 * Samples of articles as rows that their article is right for, and near-misses as rows that it is to be avoided for. Sets without
 * rows are left out.
 */
export function rowsOfArticles(articles: readonly Article[]): EvaluationSet[] {
  const issues = articles.flatMap((article) => article.issues.map((issue) => ({ path: article.path, issue })));
  const samples = issues.flatMap(({ path, issue }) =>
    issue.samples.map((text, at) => ({ id: `${path}#${issue.id}-${at + 1}`, text, accept: [path] })),
  );
  const nearMisses = issues.flatMap(({ path, issue }) =>
    issue.nearMisses.map((text, at) => ({
      id: `${path}#${issue.id}-${at + 1}`,
      text,
      accept: [],
      avoid: { article: path, issue: issue.id },
    })),
  );
  return [
    { name: 'samples', rows: samples },
    { name: 'near misses', rows: nearMisses },
  ].filter(({ rows }) => rows.length > 0);
}

/**
 * Which sets are scored as one: sets of negatives only, together with each set of positives only. A set that has both is
 * scored alone.
 *
 * @returns Never empty where `sets` is not; named for the set with positives.
 */
export function scoredTogether(
  sets: readonly EvaluationSet[],
): (EvaluationSet & { readonly with: readonly string[] })[] {
  const isPositive = (row: Row): boolean => row.accept.length > 0;
  const isNegative = (row: Row): boolean => row.accept.length === 0 && row.avoid === undefined;
  const negatives = sets.filter(({ rows }) => rows.every(isNegative));
  const others = sets.filter((set) => !negatives.includes(set));
  if (others.length === 0) return negatives.map((set) => ({ ...set, with: [] }));
  return others.map((set) =>
    set.rows.every(isPositive)
      ? {
          name: set.name,
          rows: [...set.rows, ...negatives.flatMap(({ rows }) => rows)],
          with: negatives.map(({ name }) => name),
        }
      : { ...set, with: [] },
  );
}

function holdsRows(file: string): boolean {
  const [first] = linesOf(file);
  return first !== undefined && rowIn(first.line) !== undefined;
}

function linesOf(file: string): { readonly line: string; readonly number: number }[] {
  return textOf(file)
    .split('\n')
    .map((line, at) => ({ line, number: at + 1 }))
    .filter(({ line }) => line.trim() !== '');
}

function rowIn(line: string): Row | undefined {
  try {
    return RowOfFile.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
}
