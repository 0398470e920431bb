// Articles and snapshots on disk.

import { open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import {
  type Article,
  checkReferences,
  compileArticle,
  createKnowledge,
  createSnapshot,
  type Knowledge,
  openSnapshot,
  type Problem,
  SnapshotError,
} from '../knowledge/index.js';

/** `missing`: nothing at the path. `empty`: no article in it. `unusable`: a snapshot that cannot be opened. */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
  constructor(
    readonly code: 'missing' | 'empty' | 'unusable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What compiling folders gave. */
export interface CompiledFolders {
  /** Sorted by path. */
  readonly articles: readonly Article[];
  /** By file and line. */
  readonly problems: readonly Problem[];
}

/** Called after each article. */
export type Progress = (done: number, total: number) => void;

/**
 * Compiles all Markdown files below some folders. Each article's path is relative to its folder.
 *
 * @throws {KnowledgeFileError}
 */
export async function compileFolders(folders: readonly string[], progress?: Progress): Promise<CompiledFolders> {
  const files = (await Promise.all(folders.map(markdownFiles))).flat();
  if (files.length === 0) throw new KnowledgeFileError('empty', `there is no Markdown file in ${folders.join(', ')}`);
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const articles: Article[] = [];
  const problems: Problem[] = [];
  for (const { file, path } of files) {
    const compiled = compileArticle(path, await readFile(file, 'utf8'));
    articles.push(compiled.article);
    problems.push(...compiled.problems);
    progress?.(articles.length, files.length);
  }
  problems.push(...checkReferences(articles));
  return { articles, problems };
}

/** Compiles folders into a snapshot file. */
export async function writeSnapshot(articles: readonly Article[], file: string): Promise<{ readonly bytes: number }> {
  const bytes = createSnapshot(articles);
  await writeFile(file, bytes);
  return { bytes: bytes.length };
}

/**
 * Loads what the bot is to know: folders of articles, which are compiled, or one snapshot, which is opened.
 *
 * @throws {KnowledgeFileError}
 */
export async function loadKnowledge(paths: readonly string[]): Promise<Knowledge> {
  const kinds = await Promise.all(paths.map(kindOf));
  const snapshotAt = kinds.indexOf('file');
  if (snapshotAt < 0) return createKnowledge((await compileFolders(paths)).articles);
  const snapshot = paths[snapshotAt] ?? '';
  if (paths.length > 1) {
    throw new KnowledgeFileError(
      'unusable',
      `a snapshot stands alone: compile ${paths.join(', ')} into one, or name folders only`,
    );
  }
  try {
    return openSnapshot(await readBytes(snapshot));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new KnowledgeFileError('unusable', `${snapshot}: ${error.message}`, { cause: error });
  }
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new KnowledgeFileError('missing', `there is no folder or snapshot at ${path}`, { cause: error });
  }
}

// One buffer of its own, aligned, so that the snapshot's arrays can be read in place.
async function readBytes(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

interface MarkdownFile {
  readonly file: string;
  readonly path: string;
}

async function markdownFiles(folder: string): Promise<MarkdownFile[]> {
  if ((await kindOf(folder)) === 'file') {
    return folder.endsWith('.md') ? [{ file: folder, path: basename(folder) }] : [];
  }
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((name) => name.isFile() && name.name.endsWith('.md'))
    .map((name) => {
      const file = join(name.parentPath, name.name);
      return { file, path: relative(folder, file).split(sep).join('/') };
    });
}
