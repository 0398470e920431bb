// The process that a contestant is asked in: takes one task, sends one outcome, and ends when it is let go.

import { type Message, type Outcome, Task } from './contest.js';
import type { Ask } from './contestants/contestant.js';
import { contestants } from './contestants/index.js';
import type { Answer } from './score.js';

const warmUpMs = 2000;
/** Who is slow is asked fewer rows: no more after this time, but no fewer than can be judged by. */
const patienceMs = 90_000;
const fewestRows = 60;
/** All rows are asked three times where once takes no longer than this; what else a machine does only ever adds. */
const quickMs = 5000;

process.on('message', (raw) => {
  const { contestant, source, rows } = Task.parse(raw);
  void run(contestant, source, rows).then((outcome) => send({ kind: 'outcome', outcome }));
});

async function run(name: string, source: string | undefined, rows: Task['rows']): Promise<Outcome> {
  const contestant = contestants.find((one) => one.name === name);
  if (contestant === undefined) throw new Error(`there is no contestant ${name}`);
  send({ kind: 'progress', text: 'getting ready' });
  const started = performance.now();
  const ask = await contestant.prepare(source);
  const prepareMs = performance.now() - started;

  const warmUntil = performance.now() + warmUpMs;
  for (const { text } of rows) {
    if (performance.now() > warmUntil) break;
    timed(ask, text);
  }
  const first = round(ask, rows, 'asking');
  const tookMs = first.reduce((sum, one) => sum + one.ms, 0);
  const rounds = [first];
  if (tookMs < quickMs) rounds.push(round(ask, rows, 'asking again'), round(ask, rows, 'asking again'));
  const answers = first.map(({ id, answer, threw }, at) => ({
    id,
    threw,
    ms: Math.min(...rounds.map((one) => one[at]?.ms ?? Number.POSITIVE_INFINITY)),
    ...answer,
    matches: [...answer.matches],
  }));

  const asIs = memory();
  globalThis.gc?.();
  return { prepareMs, answers, memory: { asIs, collected: memory() } };
}

interface Timed {
  readonly id: string;
  readonly ms: number;
  readonly answer: Answer;
  readonly threw: boolean;
}

const nothing: Answer = { matches: [] };

function round(ask: Ask, rows: Task['rows'], doing: string): Timed[] {
  const started = performance.now();
  const done: Timed[] = [];
  let shown = 0;
  for (const { id, text } of rows) {
    const now = performance.now();
    if (now - started > patienceMs && done.length >= fewestRows) break;
    if (now - shown > 500) {
      shown = now;
      send({ kind: 'progress', text: `${doing}, ${done.length} of ${rows.length}` });
    }
    done.push({ id, ...timed(ask, text) });
  }
  return done;
}

function timed(ask: Ask, text: string): Omit<Timed, 'id'> {
  const started = performance.now();
  try {
    const read = ask(text);
    const ms = performance.now() - started;
    return { ms, answer: read(), threw: false };
  } catch {
    return { ms: performance.now() - started, answer: nothing, threw: true };
  }
}

function memory(): Outcome['memory']['asIs'] {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}

function send(message: Message): void {
  process.send?.(message);
}
