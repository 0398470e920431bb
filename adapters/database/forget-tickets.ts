// A person is taken out of all tickets.

import type { Kysely } from 'kysely';
import { conversationTarget } from '../../bot/ticket/deliveries-for.js';
import { ticketWithout } from '../../bot/ticket/forget-in-ticket.js';
import { waitingFor } from '../../bot/ticket/move-ticket.js';
import { type Ticket, ticketSchema } from '../../bot/ticket/ticket.js';
import type { Engine } from './engine.js';
import { holding } from './holding.js';
import { removeTickets } from './remove-tickets.js';
import type { Schema } from './schema.js';

/** Tickets in one transaction: it must not hold up conversations. */
const atOnce = 100;

/** As `Store.forgetTickets` has it. */
export async function forgetTickets({ db, isShared }: Engine, tenant: string, person: string): Promise<number[]> {
  if (person === '') return [];
  const gone: number[] = [];
  for (let last = 0; ; ) {
    const seen = await db.transaction().execute(async (on) => {
      const rows = await on
        .selectFrom('ticket')
        .select(['number', 'body'])
        .where('tenant', '=', tenant)
        .where('number', '>', last)
        // Whoever took care of a ticket is in none of the columns.
        .where(holding('body', { id: person }))
        .orderBy('number')
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate())
        .execute();
      for (const { number, body } of rows) {
        if (await forgetIn(on, ticketSchema.parse(JSON.parse(body)), person)) gone.push(number);
      }
      return rows;
    });
    const [number] = seen.slice(-1).map((row) => row.number);
    if (number === undefined) return gone;
    last = number;
  }
}

/** @returns Whether the ticket went. */
async function forgetIn(on: Kysely<Schema>, before: Ticket, person: string): Promise<boolean> {
  const { tenant, number } = before;
  const after = ticketWithout(before, person);
  if (after === undefined) {
    await removeTickets(on, [{ tenant, number }]);
    return true;
  }
  if (after === before) return false;
  await on
    .updateTable('ticket')
    .set({ body: JSON.stringify(after), revision: after.revision })
    .where('tenant', '=', tenant)
    .where('number', '=', number)
    .execute();
  if (after.requester.person.id === person) return false;
  await on
    .deleteFrom('ticket_person')
    .where('tenant', '=', tenant)
    .where('ticket', '=', number)
    .where('person', '=', person)
    .execute();
  const told = new Set(waitingFor(after).map(({ conversation }) => conversation));
  const targets = waitingFor(before).flatMap(({ conversation }) =>
    told.has(conversation) ? [] : [conversationTarget(conversation)],
  );
  if (targets.length === 0) return false;
  for (const table of ['delivery', 'remote_ticket'] as const)
    await on
      .deleteFrom(table)
      .where('tenant', '=', tenant)
      .where('ticket', '=', number)
      .where('target', 'in', targets)
      .execute();
  return false;
}
