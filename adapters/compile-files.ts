// Markdown → articles as text. One after the other: this is what each thread does.

import { compileArticle, outlineOf, portionOf } from '../knowledge/compile/index.js';
import type { Problem } from '../knowledge/index.js';
import type { Outline, Portion } from '../knowledge/indexing/index.js';

/** What stands in a file. */
export interface MarkdownText {
  /** Names the article: relative to the folder that was asked for, with forward slashes. */
  readonly path: string;
  readonly markdown: string;
}

/** Plain data: a thread hands it to another. */
export interface CompiledFiles {
  readonly portion: Portion;
  readonly outlines: readonly Outline[];
  readonly problems: readonly Problem[];
}

export function compileFiles(files: readonly MarkdownText[]): CompiledFiles {
  const compiled = files.map(({ path, markdown }) => compileArticle(path, markdown));
  const articles = compiled.map(({ article }) => article);
  return {
    portion: portionOf(articles),
    outlines: articles.map(outlineOf),
    problems: compiled.flatMap(({ problems }) => problems),
  };
}
