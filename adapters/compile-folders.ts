// Folders of articles → portions of a knowledge base. Other threads read the Markdown, so that this one can build the index
// meanwhile: were each thread to do both, each would have to warm up for both.

import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../knowledge/index.js';
import { checkReferences, type Outline, type Portion } from '../knowledge/indexing/index.js';
import type { CompiledFiles, MarkdownFile } from './compile-files.js';
import type { Told } from './compile-thread.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { markdownFiles } from './markdown-files.js';

/** What compiling folders gave. */
export interface CompiledFolders {
  readonly articleCount: number;
  readonly issueCount: number;
  /** By file and line. */
  readonly problems: readonly Problem[];
}

export interface CompileOptions {
  /** Gets each portion as soon as it is compiled, in the order of the articles' paths. */
  readonly take?: (portion: Portion) => void;
  /** Called now and then with how many articles are compiled. */
  readonly progress?: (done: number, total: number) => void;
  /** How many threads besides this one; 0 compiles here. As many as are worth their start unless set. */
  readonly threads?: number;
}

/**
 * Compiles all Markdown files below some folders. Each article's path is relative to its folder.
 *
 * @throws {KnowledgeFileError}
 */
export async function compileFolders(
  folders: readonly string[],
  { take, progress, threads }: CompileOptions = {},
): Promise<CompiledFolders> {
  const files = await markdownFiles(folders);
  const batches = batchesOf(files);
  const count = Math.min(threads ?? threadsFor(files.length), batches.length);
  const outlines: Outline[] = [];
  const problems: Problem[] = [];
  for await (const compiled of count === 0 ? compileHere(batches) : compileAside(batches, count)) {
    take?.(compiled.portion);
    outlines.push(...compiled.outlines);
    problems.push(...compiled.problems);
    progress?.(outlines.length, files.length);
  }
  return {
    articleCount: outlines.length,
    issueCount: outlines.reduce((sum, { issues }) => sum + issues.length, 0),
    problems: [...problems, ...checkReferences(outlines)],
  };
}

/** So few that nobody waits long for the first ones, and so many that to hand them over takes no time. */
const batchLength = 40;

function batchesOf(files: readonly MarkdownFile[]): MarkdownFile[][] {
  const batches: MarkdownFile[][] = [];
  for (let at = 0; at < files.length; at += batchLength) batches.push(files.slice(at, at + batchLength));
  return batches;
}

// Only compiled code runs in a thread of its own: from its source, as in tests, everything happens in this one.
const thread = new URL('./compile-thread.js', import.meta.url);

/** A thread starts in the time that some hundred articles take. */
const leastFiles = 250;
/** Two read Markdown faster than one builds an index of it. */
const mostThreads = 2;

function threadsFor(files: number): number {
  const threads = Math.min(mostThreads, availableParallelism() - 1, Math.floor(files / leastFiles));
  return existsSync(thread) ? threads : 0;
}

async function* compileHere(batches: readonly MarkdownFile[][]): AsyncGenerator<CompiledFiles> {
  const { compileFiles } = await import('./compile-files.js');
  for (const files of batches) yield compileFiles(files);
}

/** The threads take turns, so that the batches come in order. */
async function* compileAside(batches: readonly MarkdownFile[][], threads: number): AsyncGenerator<CompiledFiles> {
  const workers = Array.from({ length: threads }, (_, at) => {
    const workerData = batches.filter((_, batch) => batch % threads === at);
    const worker = new Worker(thread, { workerData });
    return { worker, messages: on(worker, 'message', { close: ['exit'] }) };
  });
  try {
    for (const batch of batches.keys()) yield await nextOf(workers[batch % threads]?.messages);
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

async function nextOf(messages: ReturnType<typeof on> | undefined): Promise<CompiledFiles> {
  const next = await messages?.next();
  if (next === undefined || next.done === true) throw new Error('a compiling thread ended before its work');
  const told: Told = next.value[0];
  if (told.kind === 'refused') throw new KnowledgeFileError(told.code, told.message);
  return told.compiled;
}
