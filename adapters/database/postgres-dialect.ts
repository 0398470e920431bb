// How kysely talks to PostgreSQL: through a pool whose broken connections nobody gets again.

import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { fromDatabase, toDatabase } from './any-text.js';

/** @param pool Ended with the last use of the dialect. */
export function postgresDialect(pool: pg.Pool): Dialect {
  // A connection that breaks while nobody uses it is replaced by the pool, and one in use makes its query fail; without
  // somebody to hear of it, either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PoolDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PoolDriver implements Driver {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PoolConnection> {
    return new PoolConnection(await this.#pool.connect());
  }

  async beginTransaction(connection: PoolConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: PoolConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Where the connection is lost, the server does it. */
  async rollbackTransaction(connection: PoolConnection): Promise<void> {
    if (!connection.isLost) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: PoolConnection): Promise<void> {
    connection.release();
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}

class PoolConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient;
  #isLost = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** The server has not said how a query went, and may still be about to: nobody else may get that answer. */
  get isLost(): boolean {
    return this.#isLost;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { rows, rowCount } = await this.#client.query(sql, parameters.map(toDatabase));
      return { rows: rows.map(fromDatabase<Row>), numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      this.#isLost ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: asked for by the interface, by nobody else.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Queries are not streamed');
  }

  release(): void {
    this.#client.release(this.#isLost);
  }
}
