// A large log with a few faults hidden in it: are they found, in flat memory, in a small multiple of grep's time?
//
//   npm run trial:log -- [MEGABYTES]      1000 unless given; a folder for the log is taken from TMPDIR
//
// The log is Configuration Manager markup around real lines (loghub, where ../shared lies beside the project; a few
// everyday ones elsewhere), each with times, threads and long numbers of its own. Hidden in it, at random places, are log
// excerpts of shipped articles, some once, some a few times. Exit status 1 when one is not found or memory exceeds what
// is allowed. How many times grep's time it took is printed and judged by people: it depends on the machine.

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { markdownFiles } from '../adapters/markdown-files.js';
import { defaultArticles, projectFolder } from '../adapters/project-folder.js';
import { type Article, compileArticle } from '../knowledge/index.js';

const mostMemoryMB = 200;
const grepPattern = 'error|fail|0x[0-9a-f]{8}';
const faults = 6;

const megabytes = Number(process.argv[2] ?? 1000);
if (!(megabytes > 0)) {
  console.error('usage: npm run trial:log -- [MEGABYTES]');
  process.exit(2);
}

/** Numbers that are the same in each run: 0 to below `most`. */
type Random = (most: number) => number;

function makeRandom(seed: number): Random {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * most);
  };
}

interface Hidden {
  readonly article: string;
  readonly issue: string;
  readonly lines: readonly string[];
  readonly times: number;
}

/** A log excerpt of each of some issues. */
function hiddenFaults(articles: readonly Article[], random: Random): Hidden[] {
  const all = articles.flatMap((article) =>
    article.issues.flatMap((issue) => {
      const logs = issue.symptoms.flatMap((block) => (block.kind === 'log' ? [block.text] : []));
      const lines = logs[0]?.split('\n').filter((line) => line.trim() !== '') ?? [];
      return issue.kind === 'fault' && lines.length > 0 ? [{ article: article.path, issue: issue.id, lines }] : [];
    }),
  );
  return shuffled(all, random)
    .slice(0, faults)
    .map((fault, at) => ({ ...fault, times: at % 2 === 0 ? 1 : 2 + random(4) }));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, place: random(1 << 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Lines that real logs hold. */
function ordinaryLines(): readonly string[] {
  const loghub = join(projectFolder(), '..', 'shared', 'corpus', 'loghub');
  if (!existsSync(loghub)) return everyday;
  return readdirSync(loghub)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(loghub, name), 'latin1').split(/\r?\n/))
    .filter((line) => line.trim() !== '');
}

const everyday: readonly string[] = [
  'Refreshing the Management Point List for site ABC',
  'Policy evaluation cycle 4711 finished in 1250 milliseconds',
  'Sending message body of 2301 bytes to endpoint mp:MP_PolicyManager',
  'Inventory: Collection: Namespace = root/cimv2, Query = SELECT * FROM Win32_Service, 218 instances',
  'Failed to open the optional registry key SOFTWARE/Contoso/Agent, using defaults',
  'Download of job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} is at 64 percent, 10485760 bytes',
  'Retrying in 300 seconds, attempt 3 of 5, last error 0x00000000',
  'Heartbeat from 10.20.30.40 answered after 15 ms',
  'Cache size is 5120 MB, 1873 MB in use by 27 items',
  'User session 2 logged on, evaluating user policy',
];

/** Times of day and long numbers are other ones each time; shorter ones may be codes. */
function varied(line: string, random: Random): string {
  return line.replace(/\b\d\d:\d\d:\d\d\b|(?<![\dxX-])\d{6,}(?![\da-fA-F])/g, (found) => {
    if (found.includes(':')) return clock(random);
    return found.charAt(0) + found.slice(1).replace(/\d/g, () => String(random(10)));
  });
}

function clock(random: Random): string {
  return [24, 60, 60].map((most) => String(random(most)).padStart(2, '0')).join(':');
}

function record(message: string, type: 1 | 2 | 3, random: Random): string {
  const fields = [
    `time="${clock(random)}.${String(random(1000)).padStart(3, '0')}-60"`,
    `date="09-${10 + random(20)}-2025"`,
    'component="CcmExec"',
    'context=""',
    `type="${type}"`,
    `thread="${1000 + random(9000)}"`,
    `file="ccmexec.cpp:${100 + random(2000)}"`,
  ];
  return `<![LOG[${message}]LOG]!><${fields.join(' ')}>\r\n`;
}

/** @returns Bytes and lines written. */
function writeLog(file: string, hidden: readonly Hidden[], random: Random): { bytes: number; lines: number } {
  const size = megabytes * 1e6;
  const ordinary = ordinaryLines();
  const places = hidden
    .flatMap((fault) =>
      Array.from({ length: fault.times }, () => ({ fault, at: Math.floor((random(1 << 30) / (1 << 30)) * size) })),
    )
    .sort((a, b) => a.at - b.at);
  const handle = openSync(file, 'w');
  let bytes = 0;
  let lines = 0;
  let pending: string[] = [];
  let pendingBytes = 0;
  const add = (text: string): void => {
    pending.push(text);
    pendingBytes += text.length;
    lines += 1;
  };
  try {
    while (bytes + pendingBytes < size) {
      const next = places[0];
      if (next !== undefined && next.at <= bytes + pendingBytes) {
        places.shift();
        for (const line of next.fault.lines) add(record(line, 1, random));
      }
      const line = ordinary[random(ordinary.length)] ?? '';
      add(record(varied(line, random), /error|fail/i.test(line) ? 3 : 1, random));
      if (pendingBytes < 1 << 20) continue;
      writeSync(handle, pending.join(''), null, 'latin1');
      bytes += pendingBytes;
      pending = [];
      pendingBytes = 0;
    }
    for (const { fault } of places) for (const line of fault.lines) add(record(line, 1, random));
    writeSync(handle, pending.join(''), null, 'latin1');
  } finally {
    closeSync(handle);
  }
  return { bytes: bytes + pendingBytes, lines };
}

const Answer = z.object({
  verdict: z.string(),
  matches: z.array(
    z.object({
      article: z.string(),
      issue: z.string(),
      confidence: z.number(),
      evidence: z.array(z.object({ line: z.number(), text: z.string(), why: z.string() })),
    }),
  ),
});

interface Run {
  readonly status: number | null;
  readonly text: string;
  readonly seconds: number;
  /** Largest resident set, as the kernel counted it. */
  readonly megabytes: number;
}

/** Runs `pastefix diagnose` as a person would, and watches it from outside. */
async function diagnose(file: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [join(projectFolder(), 'dist/adapters/terminal.js'), 'diagnose', '--json', file],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let most = 0;
  const look = (): void => {
    try {
      const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      most = Math.max(most, (Number(peak ?? 0) * 1024) / 1e6);
    } catch {
      // It is gone, or this system has no /proc.
    }
  };
  const watch = setInterval(look, 20);
  const text: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => text.push(piece));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(watch);
  return { status, text: text.join(''), seconds: (performance.now() - started) / 1000, megabytes: most };
}

function grep(file: string): { readonly seconds: number; readonly count: string } {
  const started = performance.now();
  const { stdout, error } = spawnSync('grep', ['-icE', grepPattern, file], { encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { seconds: (performance.now() - started) / 1000, count: stdout.trim() };
}

const random = makeRandom(1);
const files = await markdownFiles([defaultArticles()]);
const articles = files.map(({ file, path }) => compileArticle(path, readFileSync(file, 'utf8')).article);
const hidden = hiddenFaults(articles, random);
const folder = mkdtempSync(join(tmpdir(), 'pastefix-'));
// Whoever stops the trial does not want to keep a gigabyte.
const clear = (): void => rmSync(folder, { recursive: true, force: true });
process.on('exit', clear);
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const file = join(folder, 'client.log');
const written = writeLog(file, hidden, random);
console.log(`${(written.bytes / 1e6).toFixed(0)} MB, ${written.lines.toLocaleString('en')} lines`);
const peer = grep(file);
const run = await diagnose(file);
const answer = Answer.parse(JSON.parse(run.text));

const isIssue = (one: { article: string; issue: string }, other: { article: string; issue: string }): boolean =>
  one.article === other.article && one.issue === other.issue;
const missed = hidden.filter((fault) => !answer.matches.some((match) => isIssue(match, fault)));
for (const { article, issue, confidence, evidence } of answer.matches) {
  const fault = hidden.find((one) => isIssue(one, { article, issue }));
  const mark = fault === undefined ? '     ' : 'found';
  console.log(`${mark}  ${confidence.toFixed(2)}  ${article} ${issue}`);
  console.log(`             line ${evidence[0]?.line}: ${evidence[0]?.text.slice(0, 100)}`);
}
for (const { article, issue, lines } of missed) console.log(`MISSED ${article} ${issue}: ${lines[0]}`);
console.log(`grep -icE '${grepPattern}': ${peer.seconds.toFixed(2)} s, ${peer.count} lines`);
console.log(`pastefix diagnose: ${run.seconds.toFixed(2)} s, ${(run.seconds / peer.seconds).toFixed(1)} x grep`);
console.log(`memory: ${run.megabytes.toFixed(0)} MB at most, of ${mostMemoryMB}`);
const tooMuch = run.megabytes > mostMemoryMB;
console.log(`faults: ${hidden.length - missed.length} of ${hidden.length} found, verdict ${answer.verdict}`);
process.exitCode = missed.length > 0 || tooMuch ? 1 : 0;
