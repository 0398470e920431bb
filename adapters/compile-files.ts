// Markdown files → what they add to a knowledge base. One after the other: this is what each thread does.

import { readFileSync } from 'node:fs';
import { compileArticle, type Outline } from '../knowledge/compile/index.js';
import { type Portion, PortionBuilder, type Problem } from '../knowledge/index.js';
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

/**
 * @param onDone Called after each file.
 * @throws {KnowledgeFileError} A file cannot be read.
 */
export function compileFiles(files: readonly MarkdownFile[], onDone: () => void): CompiledFiles {
  const portion = new PortionBuilder();
  const outlines: Outline[] = [];
  const problems: Problem[] = [];
  for (const { file, path } of files) {
    const compiled = compileArticle(path, readMarkdown(file));
    portion.add(compiled.article);
    outlines.push(outlineOf(compiled.article));
    problems.push(...compiled.problems);
    onDone();
  }
  return { portion: portion.finish(), outlines, problems };
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

/** No more of an article than is asked for once all are read. */
function outlineOf({ path, route, issues }: Outline): Outline {
  return {
    path,
    ...(route === undefined ? {} : { route }),
    issues: issues.map(({ id, line, stage, checks }) => ({
      id,
      line,
      checks,
      ...(stage === undefined ? {} : { stage }),
    })),
  };
}
