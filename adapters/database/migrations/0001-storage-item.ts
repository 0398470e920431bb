import type { Migration } from 'kysely';

export const storageItem: Migration = {
  async up(db) {
    await db.schema
      .createTable('storage_item')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  },
};
