// How kysely talks to SQLite: through one connection of libsql's, patient with other processes that use the file.

import { setTimeout as pause } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import { fromDatabase, toDatabase } from './any-text.js';

/** How long a write waits for another process to finish its own. */
const patienceMs = 10_000;

/** @param database Opened so that it never waits by itself; closed with the last use of the dialect. */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new FileDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
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

/** SQLite's own way of waiting would hold up everything else in this process. */
export async function patiently<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (const started = Date.now(); ; await pause(1 + Math.random() * 9)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() - started > patienceMs) throw error;
    }
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
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
