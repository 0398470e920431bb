// The bot as a process of its own, as `npm start` runs it, that can be killed and started again on the same port.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectFolder } from '../../adapters/project-folder.js';

export interface MortalBot {
  readonly url: string;
  /** Starts it; resolves once it listens, or was killed before that. @throws {Error} It ended by itself. */
  start(): Promise<void>;
  /** As a power cut does. */
  kill(): Promise<void>;
  /** As an operator does. @returns Its exit status. */
  stop(): Promise<number | null>;
  /** Resolves once it listens. */
  up(): Promise<void>;
  isUp(): boolean;
  /** What it has written to the log in its latest life. */
  log(): string;
}

export async function createMortalBot(env: Readonly<Record<string, string>>): Promise<MortalBot> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let exit: Promise<number | null> = Promise.resolve(null);
  let log = '';
  let listens = deferred();
  let isUp = false;
  let isEnded = false;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    isEnded = true;
    child?.kill(signal);
    return exit;
  };
  // Nobody else would end it, where a trial is broken off.
  process.once('exit', () => child?.kill('SIGKILL'));
  return {
    url,
    async start() {
      const entry = join(projectFolder(), 'dist/adapters/terminal.js');
      const started = spawn(process.execPath, [entry, 'serve'], {
        env: { PATH: process.env['PATH'], PORT: String(port), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      isEnded = false;
      log = '';
      const up = listens;
      exit = new Promise((resolve) => {
        started.once('exit', (status) => {
          // Whoever waits for a bot that died before it listened goes on waiting for the next.
          if (isUp) listens = deferred();
          isUp = false;
          resolve(status);
        });
      });
      started.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      let output = '';
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (isUp || !output.includes('/api/messages')) return;
        isUp = true;
        up.resolve();
      });
      await Promise.race([up.promise, exit]);
      if (!isUp && !isEnded) throw new Error(`The bot did not start:\n${log}`);
    },
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    up: () => listens.promise,
    isUp: () => isUp,
    log: () => log,
  };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Free a moment ago; nobody else takes ports from the system's range in such a hurry. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
