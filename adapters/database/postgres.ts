// PostgreSQL, through a pool of connections that outlives restarts of the server.

import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { DatabaseError } from './database-error.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { nameOfPlace } from './place.js';
import { postgresDialect } from './postgres-dialect.js';
import type { Schema } from './schema.js';

/** Of one process. Whoever shares a server among many of them counts these. */
const mostConnections = 10;

/** Somebody in Teams waits for at most 15 seconds, so no wait for the server may come near that. */
const waits = {
  connect: 5000,
  /** Told to the server, which then ends the statement. */
  statement: 8000,
  /** For an answer, from a server that may be out of reach. */
  answer: 9000,
  /** Of a transaction whose process has stopped in the middle. */
  idleInTransaction: 10_000,
  check: 2000,
} as const;

/**
 * Connects, and brings the tables up to date.
 *
 * @param address One that `problemOfPlace` has nothing against.
 * @throws {DatabaseError} Saying what to do about it, without the password.
 */
export async function openPostgres(address: string): Promise<Engine> {
  const name = nameOfPlace(address);
  try {
    await prepare(address, name);
  } catch (error) {
    throw explain(error, name);
  }
  const db = over({
    ...common(address),
    max: mostConnections,
    statement_timeout: waits.statement,
    query_timeout: waits.answer,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
  });
  return {
    db,
    name,
    isShared: true,
    check: async () => {
      const late = pause(waits.check, undefined, { ref: false }).then(() => {
        throw new Error(`${name} does not answer within ${waits.check} ms`);
      });
      await Promise.race([sql`select 1`.execute(db), late]);
    },
    // Its files are the server's own: what is removed is overwritten when it next needs the room.
    erase: async () => {},
    close: () => db.destroy(),
  };
}

/** A connection of its own: waiting for another process to migrate, and migrating, may take as long as they need. */
async function prepare(address: string, name: string): Promise<void> {
  const db = over({ ...common(address), max: 1 });
  try {
    const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db);
    const encoding = rows[0]?.server_encoding;
    if (encoding !== 'UTF8') {
      throw new DatabaseError(
        'unusable',
        `${name} keeps text as ${encoding}, which cannot hold every character. Make a database with the encoding UTF8, and name it in PASTEFIX_DATABASE.`,
      );
    }
    await migrate(db, name);
  } finally {
    await db.destroy();
  }
}

function over(config: pg.PoolConfig): Kysely<Schema> {
  return new Kysely({ dialect: postgresDialect(new pg.Pool(config)) });
}

function common(address: string): pg.PoolConfig {
  return {
    connectionString: address,
    application_name: 'pastefix',
    connectionTimeoutMillis: waits.connect,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  };
}

/** Counts and times are far below 2^53. */
const typeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);

/** What to do, by the server's own codes and those of the network. */
const advice: Readonly<Record<string, (name: string) => string>> = {
  '28P01': (name) => `${name} does not accept this user with this password. Correct them in PASTEFIX_DATABASE.`,
  '28000': (name) => `${name} does not accept this user. Correct PASTEFIX_DATABASE, or what the server allows.`,
  '3D000': (name) => `There is no database ${name}. Make it with createdb, or name another one in PASTEFIX_DATABASE.`,
  '42501': (name) =>
    `The user may not make tables in ${name}. Grant it all on the schema public, or name another user.`,
  '53300': (name) => `${name} takes no more connections. Raise max_connections there, or run fewer processes.`,
  '57P03': (name) => `${name} is starting or ending. Try again in a moment.`,
};

const failure = z.object({ code: z.string().optional().catch(undefined), message: z.string().catch('') });

function explain(error: unknown, name: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { code, message } = failure.parse(error);
  const known = code === undefined ? undefined : advice[code]?.(name);
  const said =
    error instanceof pg.DatabaseError
      ? `${name} cannot be used (${message}).`
      : `${name} cannot be reached (${code ?? message}). Start it, or correct host and port in PASTEFIX_DATABASE.`;
  return new DatabaseError('unusable', known ?? said, { cause: error });
}
