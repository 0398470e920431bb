// Markdown files → articles as text. One after the other: this is what each thread does.

import { readFileSync } from 'node:fs';
import { compileArticle, outlineOf, portionOf } from '../knowledge/compile/index.js';
import type { Problem } from '../knowledge/index.js';
import type { Outline, Portion } from '../knowledge/indexing/index.js';
import { KnowledgeFileError } from './knowledge-file-error.js';

export interface MarkdownFile {
  readonly file: string;
  /** Names the article: relative to the folder that was asked for, with forward slashes. */
  readonly path: string;
}

/** Plain data: a thread hands it to another. */
export interface CompiledFiles {
  readonly portion: Portion;
  readonly outlines: readonly Outline[];
  readonly problems: readonly Problem[];
}

/** @throws {KnowledgeFileError} A file cannot be read. */
export function compileFiles(files: readonly MarkdownFile[]): CompiledFiles {
  const compiled = files.map(({ file, path }) => compileArticle(path, readMarkdown(file)));
  const articles = compiled.map(({ article }) => article);
  return {
    portion: portionOf(articles),
    outlines: articles.map(outlineOf),
    problems: compiled.flatMap(({ problems }) => problems),
  };
}

// Waiting for one small file after the other takes longer than reading it: nothing else is to be done meanwhile.
function readMarkdown(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KnowledgeFileError('unreadable', `cannot read ${file}: ${reason}`, { cause: error });
  }
}
