// Folders of articles → portions of a knowledge base. Other threads compile the Markdown, so that this one can read files
// and build the index meanwhile: were each thread to do all of it, each would have to warm up for all.

import { readFileSync } from 'node:fs';
import type { Problem } from '../knowledge/index.js';
import { checkReferences, type Outline, type Portion } from '../knowledge/indexing/index.js';
import type { CompiledFiles, MarkdownText } from './compile-files.js';
import { CompilingThread, spareThreads } from './compiling-thread.js';
import { KnowledgeFileError } from './knowledge-file-error.js';
import { type MarkdownFile, markdownFiles } from './markdown-files.js';

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
  /** One of them that was started before, while code was loading. It is ended. */
  readonly thread?: CompilingThread | undefined;
}

/**
 * Compiles all Markdown files below some folders. Each article's path is relative to its folder.
 *
 * @throws {KnowledgeFileError}
 */
export async function compileFolders(
  folders: readonly string[],
  { take, progress, threads, thread }: CompileOptions = {},
): Promise<CompiledFolders> {
  const files = await markdownFiles(folders);
  const batches = batchesOf(files);
  const count = Math.min(threads ?? threadsFor(files.length), batches.length);
  const outlines: Outline[] = [];
  const problems: Problem[] = [];
  for await (const compiled of count === 0 ? compileHere(batches) : compileAside(batches, count, thread)) {
    take?.(compiled.portion);
    outlines.push(...compiled.outlines);
    problems.push(...compiled.problems);
    progress?.(outlines.length, files.length);
  }
  await thread?.end();
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

/** A thread starts in the time that some hundred articles take. */
const leastFiles = 250;
/** Two compile Markdown faster than one builds an index of it. */
const mostThreads = 2;

function threadsFor(files: number): number {
  return Math.min(mostThreads, spareThreads(), Math.floor(files / leastFiles));
}

async function* compileHere(batches: readonly MarkdownFile[][]): AsyncGenerator<CompiledFiles> {
  const { compileFiles } = await import('./compile-files.js');
  for (const files of batches) yield compileFiles(files.map(readMarkdown));
}

/** So many batches wait for each thread, so that it never has to wait for one. */
const sentAhead = 4;

/** The threads take turns, so that the batches come in order. */
async function* compileAside(
  batches: readonly MarkdownFile[][],
  count: number,
  started: CompilingThread | undefined,
): AsyncGenerator<CompiledFiles> {
  const threads = Array.from({ length: count }, (_, at) => (at === 0 && started) || new CompilingThread());
  const send = (batch: number): void => {
    const files = batches[batch];
    if (files !== undefined) threads[batch % count]?.send(files.map(readMarkdown));
  };
  try {
    for (let batch = 0; batch < sentAhead * count; batch += 1) send(batch);
    for (const batch of batches.keys()) {
      const compiled = await threads[batch % count]?.next();
      send(batch + sentAhead * count);
      if (compiled !== undefined) yield compiled;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

// Waiting for one small file after the other takes longer than reading it: nothing else is to be done meanwhile.
function readMarkdown({ file, path }: MarkdownFile): MarkdownText {
  try {
    return { path, markdown: readFileSync(file, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KnowledgeFileError('unreadable', `cannot read ${file}: ${reason}`, { cause: error });
  }
}
