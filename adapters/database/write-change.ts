// Writes what a turn changes, in one transaction.

import { type Kysely, sql } from 'kysely';
import type { Change, Delivery, OutcomeChange } from '../../bot/store.js';
import { stateOf, type Ticket } from '../../bot/ticket/ticket.js';
import { Conflict } from './conflict.js';
import type { Schema } from './schema.js';
import { isOneStatement, writeDialog } from './write-dialog.js';

/**
 * Writes all of it or nothing.
 *
 * @throws {Conflict}
 */
export async function writeChange(db: Kysely<Schema>, change: Change, now: Date): Promise<void> {
  const { dialog, tickets = [], deliveries = [], outcomes = [] } = change;
  const isDialogOnly = tickets.length + deliveries.length + outcomes.length === 0;
  if (dialog !== undefined && isDialogOnly && isOneStatement(dialog)) return writeDialog(db, dialog, now);
  return db.transaction().execute((transaction) => writeParts(transaction, change, now));
}

/** Rows are written in an order that is the same for everybody, so that no two transactions wait for each other. */
async function writeParts(db: Kysely<Schema>, change: Change, now: Date): Promise<void> {
  const { dialog, tickets = [], deliveries = [], outcomes = [] } = change;
  if (dialog !== undefined) await writeDialog(db, dialog, now);
  for (const { ticket, before } of tickets.toSorted(byNumber)) await writeTicket(db, ticket, before);
  for (const delivery of deliveries.toSorted(inOrder)) await writeDelivery(db, delivery, now);
  for (const outcome of outcomes.toSorted(inOrder)) await countOutcome(db, outcome);
}

function byNumber(
  { ticket: one }: { readonly ticket: Ticket },
  { ticket: other }: { readonly ticket: Ticket },
): number {
  return one.number - other.number;
}

function inOrder(one: Delivery | OutcomeChange, other: Delivery | OutcomeChange): number {
  const [a, b] = [keyOf(one), keyOf(other)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keyOf(row: Delivery | OutcomeChange): string {
  return 'target' in row
    ? JSON.stringify([row.tenant, row.ticket, row.target, row.event])
    : JSON.stringify([row.tenant, row.article, row.issue, row.repair]);
}

async function writeTicket(db: Kysely<Schema>, ticket: Ticket, before: number | undefined): Promise<void> {
  const { tenant, number, requester, history } = ticket;
  const row = {
    case_id: ticket.caseId,
    revision: ticket.revision,
    fingerprint: ticket.fingerprint,
    state: stateOf(ticket),
    requester: requester.person.id,
    opened_at: Date.parse(history[0]?.at ?? ''),
    changed_at: Date.parse(history.at(-1)?.at ?? ''),
    body: JSON.stringify(ticket),
  };
  if (before === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('ticket')
      .values({ tenant, number, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    // The number is taken, or the case has a ticket.
    if (numInsertedOrUpdatedRows === 0n) throw new Conflict();
  } else {
    const { numUpdatedRows } = await db
      .updateTable('ticket')
      .set(row)
      .where('tenant', '=', tenant)
      .where('number', '=', number)
      .where('revision', '=', before)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new Conflict();
  }
  const rows = peopleOf(ticket).map((person) => ({ tenant, ticket: number, person }));
  if (rows.length === 0) return;
  await db
    .insertInto('ticket_person')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Somebody known by name only cannot be looked for. */
function peopleOf({ requester, history }: Ticket): readonly string[] {
  const followers = history.flatMap((it) => (it.kind === 'joined' ? [it.follower] : []));
  const ids = [requester, ...followers].map(({ person }) => person.id);
  return [...new Set(ids)].filter((id) => id !== '');
}

/** It is due at once. */
async function writeDelivery(db: Kysely<Schema>, delivery: Delivery, now: Date): Promise<void> {
  const { tenant, ticket, target, event } = delivery;
  const at = now.getTime();
  await db
    .insertInto('delivery')
    .values({
      tenant,
      ticket,
      target,
      event,
      state: 'waiting',
      attempts: 0,
      written_at: at,
      due_at: at,
      claim: null,
      problem: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function countOutcome(db: Kysely<Schema>, { helped, count, ...outcome }: OutcomeChange): Promise<void> {
  const { tenant, article, issue, repair } = outcome;
  const column = helped ? 'helped' : 'failed';
  const first = Math.max(0, count);
  await db
    .insertInto('outcome')
    .values({ tenant, article, issue, repair, helped: helped ? first : 0, failed: helped ? 0 : first })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'article', 'issue', 'repair']).doUpdateSet(({ ref }) => {
        const before = ref(`outcome.${column}`);
        return { [column]: sql<number>`case when ${before} + ${count} < 0 then 0 else ${before} + ${count} end` };
      }),
    )
    .execute();
}
