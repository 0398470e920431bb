import type { Migration } from 'kysely';

export const delivery: Migration = {
  async up(db) {
    await db.schema
      .createTable('delivery')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('ticket', 'integer', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('event', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('claim', 'text')
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('delivery_key', ['tenant', 'ticket', 'target', 'event'])
      .execute();
    await db.schema.createIndex('delivery_due').on('delivery').columns(['state', 'due_at']).execute();
    await db.schema
      .createTable('remote_ticket')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('ticket', 'integer', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('url', 'text')
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('remote_ticket_key', ['tenant', 'ticket', 'target'])
      .execute();
    await db.schema.createIndex('remote_ticket_asked_at').on('remote_ticket').columns(['target', 'asked_at']).execute();
  },
};
