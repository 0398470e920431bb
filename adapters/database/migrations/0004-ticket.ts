import type { Migration } from 'kysely';

export const ticket: Migration = {
  async up(db) {
    await db.schema
      .createTable('ticket')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('case_id', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('requester', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ticket_key', ['tenant', 'number'])
      .addUniqueConstraint('ticket_of_case', ['tenant', 'case_id'])
      .execute();
    await db.schema.createIndex('ticket_of_fault').on('ticket').columns(['tenant', 'fingerprint', 'number']).execute();
    await db.schema.createIndex('ticket_in_state').on('ticket').columns(['tenant', 'state', 'number']).execute();
    await db.schema.createIndex('ticket_changed_at').on('ticket').columns(['state', 'changed_at']).execute();
    await db.schema
      .createTable('ticket_person')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('ticket', 'integer', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ticket_person_key', ['tenant', 'ticket', 'person'])
      .execute();
    await db.schema
      .createIndex('ticket_person_of')
      .on('ticket_person')
      .columns(['tenant', 'person', 'ticket'])
      .execute();
    await db.schema
      .createTable('ticket_number')
      .addColumn('tenant', 'text', (column) => column.primaryKey())
      .addColumn('last', 'integer', (column) => column.notNull())
      .execute();
  },
};
