import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of the project: the nearest folder above this file that holds a package.json. The same whether this
 * runs from its source or from `dist/`.
 */
export function projectFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}`);
  }
}

/** As in package.json: `1.2.3`. */
export function projectVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'));
  if (typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string')
    return read.version;
  throw new Error('package.json names no version');
}

/** Folder of the articles that Pastefix ships with. */
export function defaultArticles(): string {
  return join(projectFolder(), 'knowledge', 'articles');
}

/** Their snapshot, which `npm run build` compiles. */
export function defaultKnowledge(): string {
  return join(projectFolder(), 'dist', 'articles.snapshot');
}
