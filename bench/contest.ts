// Asks a contestant, in a process of its own: nobody inherits another's memory or warmed-up code.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../adapters/project-folder.js';

export const Task = z.object({
  contestant: z.string(),
  source: z.string().optional(),
  rows: z.array(z.object({ id: z.string(), text: z.string() })),
});
/** Rows are asked in order, all or as many as there is time for. */
export type Task = z.infer<typeof Task>;

const Memory = z.object({ rss: z.number(), heap: z.number() });

export const Outcome = z.object({
  prepareMs: z.number(),
  /** Of the rows that were asked: the first ones. */
  answers: z.array(
    z.object({
      id: z.string(),
      /** Time of asking: the least of the rounds. */
      ms: z.number(),
      /** It threw, and has found nothing. */
      threw: z.boolean(),
      verdict: z.enum(['match', 'ambiguous', 'none']).optional(),
      matches: z.array(z.object({ article: z.string(), issue: z.string().optional(), confidence: z.number() })),
    }),
  ),
  /** In bytes, when all has been answered, and after what is garbage then is collected. */
  memory: z.object({ asIs: Memory, collected: Memory }),
});
export type Outcome = z.infer<typeof Outcome>;

export const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), text: z.string() }),
  z.object({ kind: z.literal('outcome'), outcome: Outcome }),
]);
export type Message = z.infer<typeof Message>;

/**
 * @param heapMB Most heap that the process may have.
 * @throws The process ended without an outcome.
 */
export function runContest(task: Task, progress: (text: string) => void, heapMB = 8000): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(join(projectFolder(), 'dist/bench/contest-process.js'), {
      execArgv: ['--expose-gc', `--max-old-space-size=${heapMB}`],
      serialization: 'advanced',
    });
    child.on('message', (raw) => {
      const message = Message.parse(raw);
      if (message.kind === 'progress') progress(`${task.contestant}: ${message.text}`);
      else {
        resolve(message.outcome);
        child.disconnect();
      }
    });
    child.on('error', reject);
    // Says nothing once there is an outcome.
    child.on('exit', (code, signal) =>
      reject(new Error(`${task.contestant} ended early, with ${signal ?? `exit status ${code}`}`)),
    );
    child.send(task);
  });
}
