// The parts, in the order in which they are run and shown. Each is loaded when it is measured: whoever asks for help, or for
// one of them, does not wait for what the others measure with.

import type { Part } from '../part.js';

const part = (name: string, about: string, load: () => Promise<Pick<Part, 'measure'>>): Part => ({
  name,
  about,
  measure: async (setting) => (await load()).measure(setting),
});

export const parts: readonly Part[] = [
  part('quality', 'the right article in front, and honest confidence', () => import('./quality.js')),
  part('time', 'time per paste, in process', () => import('./time.js')),
  part('build', 'from Markdown to a snapshot, beside only reading and lexing it', () => import('./build.js')),
  part('start', 'a fresh process, from a snapshot to the first answer', () => import('./start.js')),
  part('memory', 'memory with the articles, more than without any', () => import('./memory.js')),
  part('growth', 'time per paste with ten times the articles', () => import('./growth.js')),
  part('log', 'a large log with faults hidden in it, beside grep', () => import('./log.js')),
  part('dialog', 'what it costs to be led to the end, in simulated cases', () => import('./dialog.js')),
  part('turn', 'time that the dialog adds to a turn, over HTTP', () => import('./turn.js')),
  part('database', 'what a turn waits for SQLite or PostgreSQL, and tickets a second', () => import('./database.js')),
];
