// Brings the tables up to date, at the start.

import { type Kysely, Migrator, sql } from 'kysely';
import { DatabaseError } from './database-error.js';
import { migrations } from './migrations/index.js';

/**
 * Any number of processes may do this at once; the dialect sees to the lock.
 *
 * @param name What people call the database.
 * @throws {DatabaseError} `newer`, untouched; or what the database says.
 */
export async function migrate<Tables>(db: Kysely<Tables>, name: string): Promise<void> {
  const unknown = (await appliedMigrations(db)).filter((step) => !(step in migrations));
  if (unknown.length > 0) {
    throw new DatabaseError(
      'newer',
      `The database ${name} was written by a newer version of Pastefix. Update Pastefix, or name another one in PASTEFIX_DATABASE.`,
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
