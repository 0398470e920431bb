// A thread that compiles Markdown, as whoever started it sees it.

import { on } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CompiledFiles, MarkdownText } from './compile-files.js';

// Only compiled code runs in a thread of its own: from its source, as in tests, everything happens in one.
const code = new URL('./compile-thread.js', import.meta.url);

/** How many threads there can be besides this one. */
export function spareThreads(): number {
  return existsSync(code) ? availableParallelism() - 1 : 0;
}

/** Starts a thread. Until it is sent something, it does not keep the process from ending. */
export class CompilingThread {
  readonly #worker = new Worker(code);
  readonly #messages = on(this.#worker, 'message', { close: ['exit'] });

  constructor() {
    this.#worker.unref();
  }

  /** Sends it files; what it makes of them comes in the same order. */
  send(files: readonly MarkdownText[]): void {
    this.#worker.ref();
    this.#worker.postMessage(files);
  }

  async next(): Promise<CompiledFiles> {
    const next = await this.#messages.next();
    if (next.done === true) throw new Error('a compiling thread ended before its work');
    return next.value[0];
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
