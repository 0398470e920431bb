// The articles below some folders, by name.

import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { KnowledgeFileError } from './knowledge-file-error.js';

export interface MarkdownFile {
  readonly file: string;
  /** Names the article: relative to the folder that was asked for, with forward slashes. */
  readonly path: string;
}

/**
 * Finds all Markdown files.
 *
 * @param folders A Markdown file may stand for a folder that holds nothing else.
 * @returns Sorted by path, at least one; no path twice.
 * @throws {KnowledgeFileError}
 */
export async function markdownFiles(folders: readonly string[]): Promise<MarkdownFile[]> {
  const files = (await Promise.all(folders.map(filesIn))).flat();
  if (files.length === 0) throw new KnowledgeFileError('empty', `there is no Markdown file in ${folders.join(', ')}`);
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const [at, { path, file }] of files.entries()) {
    const next = files[at + 1];
    if (next?.path !== path) continue;
    throw new KnowledgeFileError('ambiguous', `${file} and ${next.file} would both be ${path}: name the folder above`);
  }
  return files;
}

/** What is at a path. @throws {KnowledgeFileError} */
export async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new KnowledgeFileError('missing', `there is no folder or snapshot at ${path}`, { cause: error });
  }
}

async function filesIn(folder: string): Promise<MarkdownFile[]> {
  if ((await kindOf(folder)) === 'file') {
    return folder.endsWith('.md') ? [{ file: folder, path: basename(folder) }] : [];
  }
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new KnowledgeFileError('unreadable', `cannot read ${folder}: ${error.message}`, { cause: error });
  });
  return names
    .filter((name) => (name.isFile() || name.isSymbolicLink()) && name.name.endsWith('.md'))
    .map((name) => {
      const file = join(name.parentPath, name.name);
      return { file, path: relative(folder, file).split(sep).join('/') };
    });
}
