// SQLite: one file, or none, through libsql.

import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import Database from 'libsql';
import { z } from 'zod';
import { makeFolder } from '../make-folder.js';
import { fromDatabase, toDatabase } from './any-text.js';
import { DatabaseError } from './database-error.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import type { Schema } from './schema.js';

/** How long a write waits for another process to finish its own. */
const patienceMs = 10_000;

/**
 * Opens the file, making it and its folder on the first start, and brings its tables up to date.
 *
 * @param file Path; `:memory:` for a database that ends with the process.
 * @throws {DatabaseError} Saying what to do about the file.
 */
export async function openSqlite(file: string): Promise<Engine> {
  const path = file === ':memory:' ? file : resolve(file);
  let database: Database.Database | undefined;
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    // It never waits by itself: that would hold up everything else in this process.
    const opened = new Database(path, { timeout: 0 });
    database = opened;
    await patiently(() => opened.exec('pragma journal_mode = wal'));
    requireUndamaged(opened, path);
    const db = new Kysely<Schema>({ dialect: new FileDialect(opened) });
    await migrate(db, path);
    return {
      db,
      isShared: false,
      check: async () => {
        await db.selectFrom('dialog').select('conversation').limit(1).execute();
      },
      close: () => close(db, opened),
    };
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/** libsql leaves the log beside the file on closing; folded in, the one file can be copied as a backup. */
async function close(db: Kysely<Schema>, database: Database.Database): Promise<void> {
  try {
    database.exec('pragma wal_checkpoint(truncate)');
  } finally {
    await db.destroy();
  }
}

/** SQLite's own way of waiting would hold up everything else in this process. */
async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (const started = Date.now(); ; await pause(1 + Math.random() * 9)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() - started > patienceMs) throw error;
    }
  }
}

function requireUndamaged(database: Database.Database, path: string): void {
  const found = z.array(z.object({ quick_check: z.string() })).parse(database.prepare('pragma quick_check').all([]));
  if (found.some(({ quick_check }) => quick_check !== 'ok')) throw damaged(path);
}

class FileDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: asKyselyExpects(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new FileDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Whatever writes begins by waiting for its turn to write: a transaction that reads first would fail where another process
 * writes in between; and a statement that finds the file busy is never let go of by libsql, but for `exec`.
 */
class FileDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: asKyselyExpects(database) });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: <Row>(query: CompiledQuery) => this.#execute<Row>(connection, query),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  async #execute<Row>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#database.inTransaction) return connection.executeQuery<Row>(query);
    if (SelectQueryNode.is(query.query)) return patiently(() => connection.executeQuery<Row>(query));
    await this.beginTransaction();
    try {
      const result = await connection.executeQuery<Row>(query);
      await this.commitTransaction();
      return result;
    } catch (error) {
      await this.rollbackTransaction();
      throw error;
    }
  }

  override beginTransaction(): Promise<void> {
    return patiently(() => {
      this.#database.exec('begin immediate');
    });
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  /** Some errors, such as a full disk, have already rolled it back. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

/** Makes migrations transactions, which wait for each other; kysely has no other lock for SQLite. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** libsql spreads parameters where better-sqlite3, whose types kysely copies, takes a list; both accept one array. */
function asKyselyExpects(database: Database.Database): SqliteDialectConfig['database'] {
  return {
    close: () => {
      database.close();
    },
    prepare: (text) => {
      const statement = database.prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters.map(toDatabase)).map(fromDatabase),
        run: (parameters) => statement.run(parameters.map(toDatabase)),
        iterate: (parameters) => statement.iterate(parameters.map(toDatabase)),
      };
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}

function damaged(path: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'damaged',
    `The database ${path} is damaged or not a SQLite file. Move it away to start with an empty one, restore a backup, or name another file in PASTEFIX_DATABASE.`,
    { cause },
  );
}

function explain(error: unknown, path: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed|corrupt/i.test(text)) return damaged(path, error);
  return new DatabaseError(
    'unusable',
    `The database ${path} cannot be opened${/unable to open/i.test(text) ? '' : ` (${text})`}. Make its folder and the file writable for this account, or name another file in PASTEFIX_DATABASE.`,
    { cause: error },
  );
}
