// What search libraries are given: one document an article.

import { readFileSync } from 'node:fs';
import { markdownFiles } from '../../adapters/markdown-files.js';

export interface Document {
  /** Position. */
  readonly id: number;
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly title: string;
  /** Markdown without front matter. */
  readonly text: string;
}

/** @param folder Undefined: no documents. @throws {KnowledgeFileError} */
export async function readDocuments(folder: string | undefined): Promise<Document[]> {
  const files = folder === undefined ? [] : await markdownFiles([folder]);
  return files.map(({ file, path }, id) => {
    const text = readFileSync(file, 'utf8').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
    return { id, path, title: /^# (.*)$/m.exec(text)?.[1] ?? path, text };
  });
}
