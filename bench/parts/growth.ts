// How much slower ten times the articles are.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markdownFiles } from '../../adapters/markdown-files.js';
import { projectFolder } from '../../adapters/project-folder.js';
import { bars, thousands } from '../bars.js';
import { runContest } from '../contest.js';
import { pastefix } from '../contestants/pastefix.js';
import { type Figure, type Measured, median, quantile } from '../figure.js';
import type { Setting } from '../part.js';
import { vary } from '../vary.js';

const copies = 10;
const heapMB = 12_000;

export async function measure(setting: Setting): Promise<Measured> {
  const small = await setting.snapshot();
  const large = await compileCopies(setting);
  const rows = setting.sets.flatMap(({ rows }) => rows).map(({ text }, at) => ({ id: String(at), text }));
  const timesIn = async (source: string): Promise<number[]> => {
    const { answers } = await runContest({ contestant: pastefix.name, source, rows }, setting.progress);
    return answers.map(({ ms }) => ms);
  };
  const before = await timesIn(small);
  const after = await timesIn(large);
  rmSync(large);
  const figures = (times: readonly number[], count: number): Figure[] => [
    { what: `${count} articles: median`, unit: 'ms', ours: median(times) },
    { what: `${count} articles: 99 of 100 within`, unit: 'ms', ours: quantile(times, 0.99) },
  ];
  return {
    figures: [
      ...figures(before, setting.articleCount),
      ...figures(after, setting.articleCount * copies),
      {
        what: 'median, times that of a tenth',
        unit: 'ratio',
        ours: median(after) / median(before),
        ...(setting.articleCount < thousands ? {} : { bar: bars.growth }),
      },
    ],
    notes: [
      `Growth: every article ${copies} times, with the digits of its codes and numbers and the ends of its names changed in all but the first; rows of all sets, both measured one right after the other.`,
    ],
  };
}

/** @returns The snapshot of all copies. */
async function compileCopies({ articles, workFolder, progress }: Setting): Promise<string> {
  const folder = join(workFolder, 'copies');
  const files = await markdownFiles([articles]);
  for (const [at, { file, path }] of files.entries()) {
    if (at % 100 === 0) progress(`writing ${copies} of each article, ${at} of ${files.length}`);
    const markdown = readFileSync(file, 'utf8');
    for (let copy = 0; copy < copies; copy += 1) {
      const varied = join(folder, String(copy), path);
      mkdirSync(dirname(varied), { recursive: true });
      writeFileSync(varied, vary(markdown, copy));
    }
  }
  const snapshot = join(workFolder, 'copies.snapshot');
  progress(`Pastefix: compiling ${files.length * copies} articles`);
  const { status, stderr, error } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${heapMB}`,
      join(projectFolder(), 'dist/adapters/terminal.js'),
      'compile',
      folder,
      '--out',
      snapshot,
    ],
    { encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr.trim() || `compiling ${files.length * copies} articles failed`);
  return snapshot;
}
