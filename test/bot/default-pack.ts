// The articles that Pastefix ships with, as the bot knows them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileArticle, createKnowledge } from '../../knowledge/index.js';

const folder = join(process.cwd(), 'knowledge/articles');

export const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort()
  .map((path) => compileArticle(path, readFileSync(join(folder, path), 'utf8')).article);

export const knowledge = createKnowledge(articles);
