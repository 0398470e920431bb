// A large log with faults hidden in it: the trial of bench/log-file.ts, beside grep.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../adapters/project-folder.js';
import { bars } from '../bars.js';
import type { Figure } from '../figure.js';
import type { Part } from '../part.js';

export const largeLog: Part = {
  name: 'log',
  about: 'a large log with faults hidden in it, beside grep',
  async measure({ logMegabytes, progress }) {
    progress(`Pastefix: reading a log of ${logMegabytes} MB`);
    const figures = figuresIn(await trial(logMegabytes));
    return {
      figures,
      notes: [
        `Log: ${logMegabytes} MB; \`npm run trial:log\` reads one of 1 GB, where the start of the process counts for less.`,
      ],
    };
  },
};

/** @throws The trial said something else than it used to. */
export function figuresIn(said: string): Figure[] {
  const number = (pattern: RegExp): number => {
    const found = pattern.exec(said)?.[1];
    if (found === undefined) throw new Error(`the trial of a large log does not say ${pattern.source}:\n${said}`);
    return Number(found);
  };
  const hidden = number(/faults: \d+ of (\d+) found/);
  return [
    { what: 'faults found', unit: 'count', ours: number(/faults: (\d+) of \d+ found/), bar: { least: hidden } },
    { what: 'time, times grep', unit: 'ratio', ours: number(/([\d.]+) x grep/), bar: bars.log },
    { what: 'memory at most', unit: 'MB', ours: number(/memory: (\d+) MB at most/), bar: bars.logMemoryMB },
  ];
}

/** Its exit status tells whether faults are found and memory is kept to, which the figures tell as well. */
function trial(megabytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectFolder(), 'dist/bench/log-file.js'), String(megabytes)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.on('error', reject);
    child.on('close', () => resolve(said.join('')));
  });
}
