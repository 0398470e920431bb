import type { Migration } from 'kysely';

export const conversationReference: Migration = {
  async up(db) {
    await db.schema
      .createTable('conversation_reference')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('conversation_reference_of').on('conversation_reference').column('tenant').execute();
  },
};
