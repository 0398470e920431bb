// Writes where a conversation stands, and who has a part in it.

import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Change } from '../../bot/store.js';
import { Conflict } from './conflict.js';
import type { Schema } from './schema.js';

type WrittenDialog = NonNullable<Change['dialog']>;

/** Whether one statement does it, which needs no transaction around it: so it is in most turns. */
export function isOneStatement({ tenant, state, version, people }: WrittenDialog): boolean {
  return state !== undefined && (version ?? '').endsWith(`/${fingerprint(tenant, people)}`);
}

/** @throws {Conflict} When somebody else wrote first. */
export async function writeDialog(db: Kysely<Schema>, dialog: WrittenDialog, now: Date): Promise<void> {
  const { conversation, tenant, state, version, people } = dialog;
  if (state === undefined) return removeDialog(db, conversation, version);
  const list = fingerprint(tenant, people);
  // Never the same twice: a dialog that was removed and begun anew is another one.
  const row = { tenant, state: JSON.stringify(state), version: `${randomUUID()}/${list}`, written_at: now.getTime() };
  if (version === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('dialog')
      .values({ conversation, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict();
  } else {
    const { numUpdatedRows } = await db
      .updateTable('dialog')
      .set(row)
      .where('conversation', '=', conversation)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Conflict();
  }
  if (!isOneStatement(dialog)) await listPeople(db, conversation, tenant, people);
}

async function removeDialog(db: Kysely<Schema>, conversation: string, version: string | undefined): Promise<void> {
  const kept = await db
    .deleteFrom('dialog')
    .where('conversation', '=', conversation)
    .returning('version')
    .executeTakeFirst();
  if (kept?.version !== version) throw new Conflict();
  await db.deleteFrom('dialog_person').where('conversation', '=', conversation).execute();
}

async function listPeople(
  db: Kysely<Schema>,
  conversation: string,
  tenant: string,
  people: readonly string[],
): Promise<void> {
  await db.deleteFrom('dialog_person').where('conversation', '=', conversation).execute();
  const rows = [...new Set(people)].filter((id) => id !== '').map((person) => ({ conversation, tenant, person }));
  if (rows.length > 0) await db.insertInto('dialog_person').values(rows).execute();
}

/** Part of a version, so that a turn that changes nobody writes no list. */
function fingerprint(tenant: string, people: readonly string[]): string {
  const list = JSON.stringify([tenant, ...new Set(people)]);
  return createHash('sha256').update(list).digest('base64url').slice(0, 16);
}
