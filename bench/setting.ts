// What the parts of the benchmarks share, made once.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { markdownFiles } from '../adapters/markdown-files.js';
import { projectFolder } from '../adapters/project-folder.js';
import { UsageError } from '../adapters/terminal/usage-error.js';
import { compileArticle } from '../knowledge/compile/index.js';
import { runContest } from './contest.js';
import type { Contestant } from './contestants/contestant.js';
import { readDocuments } from './contestants/documents.js';
import { peers } from './contestants/index.js';
import { pastefix } from './contestants/pastefix.js';
import { type EvaluationSet, readEvaluation, rowsOfArticles } from './evaluation.js';
import type { BenchOptions } from './options.js';
import type { Contest, NamedRow, Setting } from './part.js';
import { makeRandom, shuffled } from './random.js';

/** Rounds of building; the least counts, since whatever else runs on a machine only ever adds. */
const buildRounds = 2;

/** @throws {KnowledgeFileError} There is nothing to find. @throws {UsageError} There is nothing to ask. */
export async function makeSetting(
  { articles, evaluation, logMegabytes }: BenchOptions,
  workFolder: string,
  progress: (text: string) => void,
): Promise<Setting> {
  const articleCount = (await markdownFiles([articles])).length;
  const sets = evaluation === undefined ? await ownRows(articles) : readEvaluation(evaluation);
  const rows = sets.flatMap((set) => set.rows.map((row) => ({ ...row, set: set.name })));
  const file = join(workFolder, 'articles.snapshot');

  const compile = (): number => {
    progress('Pastefix: compiling the articles');
    return run([join(projectFolder(), 'dist/adapters/terminal.js'), 'compile', articles, '--out', file]);
  };
  const readAndLex = (): number => {
    progress('reading and lexing the articles');
    return run([join(projectFolder(), 'dist/bench/read-and-lex.js'), articles]);
  };
  const compiled = once(async () => compile());
  const snapshot = async (): Promise<string> => {
    await compiled();
    return file;
  };
  return {
    articles,
    articleCount,
    sets,
    workFolder,
    logMegabytes,
    progress,
    snapshot,
    build: once(async () => {
      const base = [readAndLex()];
      const whole = [await compiled()];
      for (let round = 1; round < buildRounds; round += 1) {
        base.push(readAndLex());
        whole.push(compile());
      }
      return { seconds: Math.min(...whole), baseSeconds: Math.min(...base), rounds: buildRounds };
    }),
    ours: once(async () => contestOf(pastefix, await snapshot(), rows, progress)),
    peers: once(async () => {
      const contests: Contest[] = [];
      for (const peer of peers) contests.push(await contestOf(peer, articles, rows, progress));
      return contests;
    }),
  };
}

async function contestOf(
  contestant: Contestant,
  source: string,
  rows: readonly NamedRow[],
  progress: (text: string) => void,
): Promise<Contest> {
  const { name, how } = contestant;
  // In an order without order: those that a slow one is asked first are like all.
  const mixed = shuffled(rows, makeRandom(1));
  const { answers, prepareMs, memory } = await runContest(
    { contestant: name, source, rows: mixed.map(({ text }, at) => ({ id: String(at), text })) },
    progress,
  );
  const threw = answers.filter((answer) => answer.threw).length;
  return {
    name,
    asked: answers.flatMap(({ id, ms, verdict, matches }) => {
      const row = mixed[Number(id)];
      return row === undefined ? [] : [{ row, ms, verdict, matches }];
    }),
    prepareMs,
    memory,
    note: [
      `${name}: ${how}.`,
      ...(answers.length < rows.length
        ? [`It is slow: asked ${answers.length} of ${rows.length} rows, chosen by chance.`]
        : []),
      ...(threw > 0 ? [`It threw an error for ${threw} of them, which counts as nothing found.`] : []),
    ].join(' '),
  };
}

async function ownRows(folder: string): Promise<EvaluationSet[]> {
  const documents = await readDocuments(folder);
  const sets = rowsOfArticles(documents.map(({ path, text }) => compileArticle(path, text).article));
  if (sets.length === 0)
    throw new UsageError(`no article in ${folder} has samples: name a folder of evaluation sets with --evaluation`);
  return sets;
}

/** Runs a script of ours to its end. @returns Seconds, its start included. */
function run(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr.trim() || `${args[0]} ended with exit status ${status}`);
  return (performance.now() - started) / 1000;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
