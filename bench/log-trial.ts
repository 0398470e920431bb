// Faults hidden in a large log: are they found, in how much memory, in how many times grep's time?

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { markdownFiles } from '../adapters/markdown-files.js';
import { defaultArticles, projectFolder } from '../adapters/project-folder.js';
import { compileArticle } from '../knowledge/compile/index.js';
import type { Article } from '../knowledge/index.js';
import { everydayLines } from './everyday-lines.js';
import { type LargeLog, writeLargeLog } from './large-log.js';
import { makeRandom, type Random, shuffled } from './random.js';

export const grepPattern = 'error|fail|0x[0-9a-f]{8}';

export interface LogTrialOptions {
  readonly megabytes: number;
  /** Another one makes another log, with other faults hidden in it. */
  readonly seed?: number;
  /** How often each is run: the best time counts, and the most memory. */
  readonly rounds?: number;
}

export interface LogTrial {
  readonly log: LargeLog;
  readonly hidden: readonly IssueName[];
  /** Best first. */
  readonly answers: readonly LogAnswer[];
  readonly seconds: number;
  /** Largest resident set of the whole process. */
  readonly megabytes: number;
  /** Of grep with the locale that is set, and with that of plain bytes. */
  readonly grepSeconds: { readonly set: number; readonly bytes: number };
}

export interface IssueName {
  readonly article: string;
  readonly issue: string;
}

export type LogAnswer = z.infer<typeof LogAnswer>;
const LogAnswer = z.object({
  article: z.string(),
  issue: z.string(),
  confidence: z.number(),
  evidence: z.array(z.object({ line: z.number(), text: z.string() })),
});

/**
 * Writes a log to the folder for temporary files, reads it with grep and with `pastefix diagnose` in turn, and removes it.
 */
export async function runLogTrial({ megabytes, seed = 1, rounds = 3 }: LogTrialOptions): Promise<LogTrial> {
  const random = makeRandom(seed);
  const files = await markdownFiles([defaultArticles()]);
  const articles = files.map(({ file, path }) => compileArticle(path, readFileSync(file, 'utf8')).article);
  const faults = hiddenFaults(articles, random);
  const folder = mkdtempSync(join(tmpdir(), 'pastefix-log-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  // Whoever stops the trial does not want to keep a gigabyte.
  process.on('exit', clear);
  try {
    const file = join(folder, 'client.log');
    const log = writeLargeLog(file, {
      bytes: megabytes * 1e6,
      sources: everydayLines(join(projectFolder(), '..', 'shared', 'corpus', 'loghub')),
      hidden: shuffled(
        faults.flatMap(({ messages, times }) => Array.from({ length: times }, () => messages)),
        random,
      ),
      random,
    });
    // What is still to be written to the disk would slow down whoever reads first.
    spawnSync('sync', [file]);
    const runs: Run[] = [];
    const greps: { readonly set: number; readonly bytes: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      greps.push({ set: grep(file, process.env), bytes: grep(file, { ...process.env, LC_ALL: 'C' }) });
      runs.push(await diagnose(file));
    }
    const answer = z.object({ matches: z.array(LogAnswer) }).parse(JSON.parse(runs[0]?.text ?? ''));
    return {
      log,
      hidden: faults.map(({ article, issue }) => ({ article, issue })),
      answers: answer.matches,
      seconds: Math.min(...runs.map(({ seconds }) => seconds)),
      megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
      grepSeconds: {
        set: Math.min(...greps.map(({ set }) => set)),
        bytes: Math.min(...greps.map(({ bytes }) => bytes)),
      },
    };
  } finally {
    clear();
    process.off('exit', clear);
  }
}

interface Hidden extends IssueName {
  readonly messages: readonly string[];
  readonly times: number;
}

const faults = 6;

/** A log excerpt of each of some issues. */
function hiddenFaults(articles: readonly Article[], random: Random): Hidden[] {
  const all = articles.flatMap((article) =>
    article.issues.flatMap((issue) => {
      const logs = issue.symptoms.flatMap((block) => (block.kind === 'log' ? [block.text] : []));
      const messages = logs[0]?.split('\n').filter((line) => line.trim() !== '') ?? [];
      return issue.kind === 'fault' && messages.length > 0
        ? [{ article: article.path, issue: issue.id, messages }]
        : [];
    }),
  );
  return shuffled(all, random)
    .slice(0, faults)
    .map((fault, at) => ({ ...fault, times: at % 2 === 0 ? 1 : 2 + random(4) }));
}

interface Run {
  readonly text: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Tells on its way out how large the process was at most; the kernel forgets it with the process. */
const tellMemory = `data:text/javascript,
  import { readFileSync, writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, readFileSync('/proc/self/status', 'utf8')));`;

/** Runs `pastefix diagnose` as a person would. */
async function diagnose(file: string): Promise<Run> {
  const started = performance.now();
  const terminal = join(projectFolder(), 'dist/adapters/terminal.js');
  const child = spawn(process.execPath, ['--import', tellMemory, terminal, 'diagnose', '--json', file], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [answer, status] = await Promise.all([child.stdout, child.stdio[3]].map(toldBy));
  const seconds = (performance.now() - started) / 1000;
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status ?? '')?.[1];
  return { text: answer ?? '', seconds, megabytes: (Number(peak) * 1024) / 1e6 };
}

async function toldBy(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : '';
}

/** @returns Seconds. */
function grep(file: string, env: NodeJS.ProcessEnv): number {
  const started = performance.now();
  const { error } = spawnSync('grep', ['-icE', grepPattern, file], { env });
  if (error !== undefined) throw error;
  return (performance.now() - started) / 1000;
}
