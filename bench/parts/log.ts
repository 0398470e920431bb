// A large log with faults hidden in it, beside grep.

import { bars } from '../bars.js';
import type { Figure, Measured } from '../figure.js';
import { type LogTrial, runLogTrial } from '../log-trial.js';
import type { Setting } from '../part.js';

export async function measure({ logMegabytes, progress }: Setting): Promise<Measured> {
  progress(`Pastefix: reading a log of ${logMegabytes} MB`);
  return {
    figures: figuresOf(await runLogTrial({ megabytes: logMegabytes })),
    notes: [
      `Log: ${logMegabytes} MB, \`pastefix diagnose\` as a process of its own; \`npm run trial:log\` reads one of 1 GB, in which its start counts for less. grep compares as the locale of this machine has it, and, faster, byte by byte.`,
    ],
  };
}

export function figuresOf({ hidden, answers, seconds, megabytes, grepSeconds }: LogTrial): Figure[] {
  const found = hidden.filter(({ article, issue }) =>
    answers.some((answer) => answer.article === article && answer.issue === issue),
  );
  return [
    { what: 'faults found', unit: 'count', ours: found.length, bar: { least: hidden.length } },
    { what: 'time', unit: 's', ours: seconds },
    { what: 'time, times grep', unit: 'ratio', ours: seconds / grepSeconds.set, bar: bars.log },
    { what: 'time, times grep of bytes', unit: 'ratio', ours: seconds / grepSeconds.bytes },
    { what: 'memory at most', unit: 'MB', ours: megabytes, bar: bars.logMemoryMB },
  ];
}
