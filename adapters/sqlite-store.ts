// Where conversations are kept: Bot Framework's storage interface over one SQLite file.

import { dirname, resolve } from 'node:path';
import type { Storage, StoreItems } from 'botbuilder';
import { type Generated, Kysely, type Migration, Migrator, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { z } from 'zod';
import type { DialogStore, OutcomeStore, RepairOutcomes } from '../bot/bot.js';
import { makeFolder } from './make-folder.js';

/** How long a write waits for another process to finish its own. */
const busyTimeoutMs = 5000;

interface Schema {
  readonly storage_item: {
    readonly key: string;
    /** The item without its eTag, as JSON. */
    readonly value: string;
    /** Counts the writes of this key; the item's eTag. */
    readonly revision: Generated<number>;
  };
  readonly outcome: {
    readonly tenant: string;
    readonly article: string;
    readonly issue: string;
    readonly repair: string;
    readonly helped: number;
    readonly failed: number;
  };
}

/** `conflict`: somebody else wrote first; nothing was written. The others: the file cannot be used as it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: 'conflict' | 'corrupt' | 'newer' | 'unusable',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** One SQLite file as Bot Framework storage. Items written together are written all or not at all. */
export interface SqliteStorage extends Storage, OutcomeStore {
  /** Rejects when the file can no longer be read. */
  check(): Promise<void>;
  /** Ends every use of the file. Doing so twice changes nothing. */
  close(): Promise<void>;
}

/**
 * Opens the file, making it and its folder on the first start, and brings its tables up to date.
 *
 * @param file Path; `:memory:` for a store that ends with the process.
 * @throws {StoreError} Saying what to do about the file.
 */
export async function openSqliteStorage(file: string): Promise<SqliteStorage> {
  const path = file === ':memory:' ? file : resolve(file);
  let database: Database.Database | undefined;
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    database = new Database(path, { timeout: busyTimeoutMs });
    database.exec('pragma journal_mode = wal');
    const damage = z.array(z.object({ quick_check: z.string() })).parse(database.prepare('pragma quick_check').all([]));
    if (damage.some(({ quick_check }) => quick_check !== 'ok')) throw corrupt(path);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: asKyselyExpects(database) }) });
    await migrate(db, path);
    return new KyselyStorage(db);
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/** Keeps each conversation's dialog as one item of a Bot Framework storage. */
export function createDialogStore(storage: Storage): DialogStore {
  const keyOf = (conversation: string) => `dialog/${conversation}`;
  const kept = z.looseObject({ state: z.unknown().optional() });
  return {
    async read(conversation) {
      const key = keyOf(conversation);
      const found = kept.safeParse((await storage.read([key]))[key]);
      return found.success ? found.data.state : undefined;
    },
    async write(conversation, state) {
      await storage.write({ [keyOf(conversation)]: { state, eTag: '*' } });
    },
  };
}

class KyselyStorage implements SqliteStorage {
  readonly #db: Kysely<Schema>;
  #closed: Promise<void> | undefined;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const rows = await this.#db.selectFrom('storage_item').selectAll().where('key', 'in', keys).execute();
    return Object.fromEntries(
      rows.map(({ key, value, revision }) => [key, { ...item.parse(JSON.parse(value)), eTag: String(revision) }]),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    await this.#db.transaction().execute(async (change) => {
      for (const [key, value] of Object.entries(changes)) {
        const { eTag, ...rest } = item.parse(value);
        const text = JSON.stringify(rest);
        const { numInsertedOrUpdatedRows } = await change
          .insertInto('storage_item')
          .values({ key, value: text })
          .onConflict((conflict) => {
            const update = conflict
              .column('key')
              .doUpdateSet(({ ref }) => ({ value: text, revision: sql<number>`${ref('storage_item.revision')} + 1` }));
            return eTag === undefined || eTag === '*'
              ? update
              : update.where(sql<string>`cast(storage_item.revision as text)`, '=', String(eTag));
          })
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) {
          throw new StoreError(
            'conflict',
            `"${key}" was written by somebody else (eTag ${String(eTag)} is not current)`,
          );
        }
      }
    });
  }

  async delete(keys: string[]): Promise<void> {
    await this.#db.deleteFrom('storage_item').where('key', 'in', keys).execute();
  }

  async readOutcomes(tenant: string): Promise<readonly RepairOutcomes[]> {
    return this.#db
      .selectFrom('outcome')
      .select(['article', 'issue', 'repair', 'helped', 'failed'])
      .where('tenant', '=', tenant)
      .execute();
  }

  async addOutcome(tenant: string, { helped, ...repair }: Parameters<OutcomeStore['addOutcome']>[1]): Promise<void> {
    const column = helped ? 'helped' : 'failed';
    await this.#db
      .insertInto('outcome')
      .values({ tenant, ...repair, helped: helped ? 1 : 0, failed: helped ? 0 : 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant', 'article', 'issue', 'repair'])
          .doUpdateSet(({ ref }) => ({ [column]: sql<number>`${ref(`outcome.${column}`)} + 1` })),
      )
      .execute();
  }

  async check(): Promise<void> {
    await this.#db.selectFrom('storage_item').select('key').limit(1).execute();
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish();
    return this.#closed;
  }

  /** libsql leaves the log beside the file on closing; folded in, the one file can be copied as a backup. */
  async #finish(): Promise<void> {
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(this.#db);
    } finally {
      await this.#db.destroy();
    }
  }
}

const item = z.looseObject({ eTag: z.unknown().optional() });

// Applied in the order of their names, each once; a name never changes after a release.
const migrations: Readonly<Record<string, Migration>> = {
  '0001-storage-item': {
    async up(db) {
      await db.schema
        .createTable('storage_item')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
        .execute();
    },
  },
  '0002-outcome': {
    async up(db) {
      await db.schema
        .createTable('outcome')
        .addColumn('tenant', 'text', (column) => column.notNull())
        .addColumn('article', 'text', (column) => column.notNull())
        .addColumn('issue', 'text', (column) => column.notNull())
        .addColumn('repair', 'text', (column) => column.notNull())
        .addColumn('helped', 'integer', (column) => column.notNull())
        .addColumn('failed', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('outcome_key', ['tenant', 'article', 'issue', 'repair'])
        .execute();
    },
  },
};

async function migrate(db: Kysely<Schema>, path: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new StoreError(
      'newer',
      `The database ${path} was written by a newer version of Pastefix. Update Pastefix, or name another file in PASTEFIX_DATABASE.`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations(db: Kysely<Schema>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

/** libsql spreads parameters where better-sqlite3, whose types kysely copies, takes a list; both accept one array. */
function asKyselyExpects(database: Database.Database): ConstructorParameters<typeof SqliteDialect>[0]['database'] {
  return {
    close: () => {
      database.close();
    },
    prepare: (text) => {
      const statement = database.prepare(text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all([...parameters]),
        run: (parameters) => statement.run([...parameters]),
        iterate: (parameters) => statement.iterate([...parameters]),
      };
    },
  };
}

function corrupt(path: string, cause?: unknown): StoreError {
  return new StoreError(
    'corrupt',
    `The database ${path} is damaged or not a SQLite file. Move it away to start with an empty one, restore a backup, or name another file in PASTEFIX_DATABASE.`,
    { cause },
  );
}

function explain(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed|corrupt/i.test(text)) return corrupt(path, error);
  return new StoreError(
    'unusable',
    `The database ${path} cannot be opened${/unable to open/i.test(text) ? '' : ` (${text})`}. Make its folder and the file writable for this account, or name another file in PASTEFIX_DATABASE.`,
    { cause: error },
  );
}
