// Thousands of public support articles, where they are at hand: every odd shape there is.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compileArticle } from '../../knowledge/compile/index.js';

const folder = join(__dirname, '../../../shared/corpus/support');
const atHand = existsSync(folder);
if (!atHand) console.info('skipped: the public support articles are not beside the project');

(atHand ? test : test.skip)(
  'every public article compiles to a useful issue or a stated reason',
  () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(5000);
    const silent = files.filter((file) => {
      const { article, problems } = compileArticle(file, readFileSync(join(folder, file), 'utf8'));
      return article.issues.length === 0 && !problems.some((problem) => problem.rule === 'no-issue');
    });
    expect(silent).toEqual([]);
  },
  120_000,
);
