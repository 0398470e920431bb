// The articles that Pastefix ships with, compiled.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileArticle } from '../../knowledge/compile/index.js';
import { createKnowledge } from '../../knowledge/indexing/index.js';

const folder = join(__dirname, '../../knowledge/articles');

export const compiled = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => compileArticle(name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')));

export const articles = compiled.map(({ article }) => article);

export const knowledge = createKnowledge(articles);
