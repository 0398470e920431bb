// What search libraries are given: one document an article.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface Document {
  /** Position. */
  readonly id: number;
  /** Below the folder, with forward slashes. */
  readonly path: string;
  readonly title: string;
  /** Markdown without front matter. */
  readonly text: string;
}

/** @param folder Undefined: no documents. */
export function readDocuments(folder: string | undefined): Document[] {
  return markdownIn(folder).map((path, id) => {
    const text = readFileSync(join(folder ?? '', path), 'utf8').replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '');
    return { id, path: path.split(sep).join('/'), title: /^# (.*)$/m.exec(text)?.[1] ?? path, text };
  });
}

/** Paths of the Markdown files below a folder, sorted. */
export function markdownIn(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
}
