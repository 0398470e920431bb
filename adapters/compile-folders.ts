// Folders of articles → portions of a knowledge base, on as many cores as there are.

import { existsSync, lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkReferences } from '../knowledge/compile/index.js';
import type { Portion, Problem } from '../knowledge/index.js';
import { type CompiledFiles, compileFiles, type MarkdownFile } from './compile-files.js';
import type { Told } from './compile-thread.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { markdownFiles } from './markdown-files.js';

/** What compiling folders gave. */
export interface CompiledFolders {
  /** In the order of the articles' paths; how many there are changes nothing about what they make together. */
  readonly portions: readonly Portion[];
  readonly articleCount: number;
  readonly issueCount: number;
  /** By file and line. */
  readonly problems: readonly Problem[];
}

/** Called now and then with how many articles are compiled. */
export type Progress = (done: number, total: number) => void;

export interface CompileOptions {
  readonly progress?: Progress;
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
  { progress, threads }: CompileOptions = {},
): Promise<CompiledFolders> {
  const files = await markdownFiles(folders);
  let done = 0;
  const onDone = (more: number): void => {
    done += more;
    progress?.(done, files.length);
  };
  const count = threads ?? threadsFor(files.length);
  const compiled = count === 0 ? [compileFiles(files, () => onDone(1))] : await compileSideBySide(files, count, onDone);
  const outlines = compiled.flatMap((one) => one.outlines);
  return {
    portions: compiled.map(({ portion }) => portion),
    articleCount: outlines.length,
    issueCount: outlines.reduce((sum, { issues }) => sum + issues.length, 0),
    problems: [...compiled.flatMap(({ problems }) => problems), ...checkReferences(outlines)],
  };
}

// Only compiled code runs in a thread of its own: from its source, as in tests, everything happens in this one.
const thread = new URL('./compile-thread.js', import.meta.url);

/** A thread starts in the time that some hundred articles take. */
const leastFiles = 250;

function threadsFor(files: number): number {
  const threads = Math.min(availableParallelism(), Math.floor(files / leastFiles));
  return threads < 2 || !existsSync(thread) ? 0 : threads;
}

async function compileSideBySide(
  files: readonly MarkdownFile[],
  threads: number,
  onDone: (files: number) => void,
): Promise<CompiledFiles[]> {
  const workers = sharesOf(files, threads).map((share) => new Worker(thread, { workerData: share }));
  try {
    return await Promise.all(workers.map((worker) => compiledBy(worker, onDone)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function compiledBy(worker: Worker, onDone: (files: number) => void): Promise<CompiledFiles> {
  return new Promise((resolve, reject) => {
    worker.on('message', (told: Told) => {
      switch (told.kind) {
        case 'done':
          return onDone(told.files);
        case 'compiled':
          return resolve(told.compiled);
        case 'refused':
          return reject(new KnowledgeFileError(told.code, told.message));
        default:
          return told satisfies never;
      }
    });
    worker.on('error', reject);
    worker.on('exit', (status) => reject(new Error(`a compiling thread ended with status ${status}`)));
  });
}

/** Neighbouring files, about as many bytes in each share. */
function sharesOf(files: readonly MarkdownFile[], count: number): MarkdownFile[][] {
  // One more than there are: empty files are shared out too.
  const sizes = files.map(({ file }) => (lstatSync(file, { throwIfNoEntry: false })?.size ?? 0) + 1);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const shares = Array.from({ length: count }, (): MarkdownFile[] => []);
  let before = 0;
  for (const [at, file] of files.entries()) {
    shares[Math.min(count - 1, Math.floor((count * before) / whole))]?.push(file);
    before += sizes[at] ?? 0;
  }
  return shares.filter((share) => share.length > 0);
}
