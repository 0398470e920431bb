// The real thing as a process of its own: what `npm start` runs, on a free port.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '../..');
const entry = join(project, 'dist/adapters/terminal.js');

export interface RunningBot {
  readonly url: string;
  /** Path of its database. */
  readonly database: string;
  /** Everything it has written so far, to both outputs. */
  output(): string;
  /** Ends it as an operator does; resolves with its exit status. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the built bot; `database` continues with an earlier one. */
export async function startBot({ database = newDatabase(), env = {} as NodeJS.ProcessEnv } = {}): Promise<RunningBot> {
  if (!existsSync(entry)) throw new Error('There is no dist/: run "npm run build" before the end-to-end tests.');
  const child = spawn(process.execPath, [entry, 'serve'], {
    env: { PATH: process.env['PATH'], PORT: '0', PASTEFIX_DATABASE: database, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return exit;
  };
  const port = await listeningPort(child, () => output, exit);
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

const folders: string[] = [];

function newDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pastefix-e2e-'));
  folders.push(folder);
  return join(folder, 'pastefix.sqlite');
}

/** Removes the databases that were made for bots. */
export function removeDatabases(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

async function listeningPort(child: ChildProcess, output: () => string, exit: Promise<unknown>): Promise<number> {
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 50) {
    const [, port] = /http:\/\/localhost:(\d+)\/api\/messages/.exec(output()) ?? [];
    if (port !== undefined) return Number(port);
    if (ended) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The bot did not start:\n${output()}`);
}
