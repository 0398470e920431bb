import type { Migration } from 'kysely';

export const outcome: Migration = {
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
};
