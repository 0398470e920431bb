// Dialogs get a table of their own, in which one can look for people; until now they were items of a storage for anything.

import { randomUUID } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';
import { z } from 'zod';

interface Tables {
  readonly storage_item: { readonly key: string; readonly value: string };
  readonly dialog: {
    readonly conversation: string;
    readonly tenant: string;
    readonly state: string;
    readonly version: string;
    readonly written_at: number;
  };
  readonly dialog_person: { readonly conversation: string; readonly tenant: string; readonly person: string };
}

export const dialog: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('dialog')
      .addColumn('conversation', 'text', (column) => column.primaryKey())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('dialog_written_at').on('dialog').column('written_at').execute();
    await db.schema
      .createTable('dialog_person')
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('dialog_person_key', ['conversation', 'person'])
      .execute();
    await db.schema.createIndex('dialog_person_of').on('dialog_person').columns(['tenant', 'person']).execute();
    await moveItems(db);
    await db.schema.dropTable('storage_item').execute();
  },
};

const prefix = 'dialog/';
const atOnce = 200;

async function moveItems(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const items = await db
      .selectFrom('storage_item')
      .select(['key', 'value'])
      .where('key', '>', after)
      .orderBy('key')
      .limit(atOnce)
      .execute();
    for (const { key, value } of items)
      if (key.startsWith(prefix)) await moveDialog(db, key.slice(prefix.length), value);
    const last = items.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

const item = z.object({ state: z.looseObject({}) });

/** What could not be read as a dialog before is not kept. */
async function moveDialog(db: Kysely<Tables>, conversation: string, value: string): Promise<void> {
  const { data } = item.safeParse(parsed(value));
  if (data === undefined) return;
  const tenant = tenantIn(conversation);
  await db
    .insertInto('dialog')
    .values({
      conversation,
      tenant,
      state: JSON.stringify(data.state),
      version: randomUUID(),
      written_at: Date.now(),
    })
    .execute();
  for (const person of peopleIn(data.state))
    await db.insertInto('dialog_person').values({ conversation, tenant, person }).execute();
}

const hasPeople = z.object({ people: z.array(z.string()) });
const hasCases = z.object({
  case: hasPeople.optional().catch(undefined),
  pending: hasPeople.optional().catch(undefined),
  parked: z.array(hasPeople.optional().catch(undefined)).catch([]),
});

function peopleIn(state: unknown): ReadonlySet<string> {
  const { case: open, pending, parked } = hasCases.parse(state);
  return new Set([open, pending, ...parked].flatMap((kase) => kase?.people ?? []));
}

/** The second part of `channel/tenant/conversation`, each part encoded as in an address. */
function tenantIn(conversation: string): string {
  const [, tenant = '', id] = conversation.split('/');
  try {
    return id === undefined ? '' : decodeURIComponent(tenant);
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
