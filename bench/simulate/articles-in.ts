import { readFileSync } from 'node:fs';
import { markdownFiles } from '../../adapters/markdown-files.js';
import { compileArticle } from '../../knowledge/compile/index.js';
import type { Article } from '../../knowledge/index.js';

/** Every article of a folder, by path. @throws {KnowledgeFileError} There is none. */
export async function articlesIn(folder: string): Promise<Article[]> {
  const files = await markdownFiles([folder]);
  return files.map(({ file, path }) => compileArticle(path, readFileSync(file, 'utf8')).article);
}
