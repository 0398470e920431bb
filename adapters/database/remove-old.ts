// Nothing is kept for ever.

import type { Kysely } from 'kysely';
import { finishedStates, ticketSchema } from '../../bot/ticket/ticket.js';
import type { Engine } from './engine.js';
import { forgetPlaces } from './forget-places.js';
import { holding } from './holding.js';
import { removeTickets } from './remove-tickets.js';
import type { Schema } from './schema.js';

export interface Removed {
  readonly dialogs: number;
  readonly tickets: number;
}

/** Rows in one transaction: it must not hold up conversations. */
const atOnce = 200;

/**
 * Removes dialogs not written since, with the place where they were, and tickets that were resolved or closed before and have
 * rested since.
 */
export async function removeOld(engine: Engine, before: Date): Promise<Removed> {
  const { db, isShared } = engine;
  const round = (remove: (on: Kysely<Schema>) => Promise<number>) => db.transaction().execute(remove);

  const dialogs = () =>
    round(async (on) => {
      const rows = await on
        .selectFrom('dialog')
        .select(['conversation', 'tenant'])
        .where('written_at', '<', before.getTime())
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate().skipLocked())
        .execute();
      const keys = rows.map(({ conversation }) => conversation);
      if (keys.length > 0) {
        await on.deleteFrom('dialog_person').where('conversation', 'in', keys).execute();
        await on.deleteFrom('dialog').where('conversation', 'in', keys).execute();
        for (const { tenant, conversation } of rows) await forgetPlaces(on, tenant, [conversation]);
      }
      return keys.length;
    });

  const tickets = () =>
    round(async (on) => {
      const keys = await on
        .selectFrom('ticket')
        .select(['tenant', 'number'])
        .where('state', 'in', finishedStates)
        .where('changed_at', '<', before.getTime())
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate().skipLocked())
        .execute();
      await removeTickets(on, keys);
      return keys.length;
    });

  const removed = { dialogs: await untilNone(dialogs), tickets: await untilNone(tickets) };
  if (removed.dialogs + removed.tickets > 0) await engine.erase();
  return removed;
}

/**
 * Removes tickets whose requesters want to be forgotten, once they are done and everybody has been told.
 *
 * @returns How many.
 */
export async function removeForgotten(engine: Engine): Promise<number> {
  const { db, isShared } = engine;
  const removed = await untilNone(() =>
    db.transaction().execute(async (on) => {
      const rows = await on
        .selectFrom('ticket')
        .select(['tenant', 'number', 'body'])
        .where('state', 'in', finishedStates)
        .where(holding('body', { goesOnceDone: true }))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('delivery')
                .select('delivery.event')
                .whereRef('delivery.tenant', '=', 'ticket.tenant')
                .whereRef('delivery.ticket', '=', 'ticket.number')
                .where('delivery.state', '=', 'waiting'),
            ),
          ),
        )
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate().skipLocked())
        .execute();
      await removeTickets(on, rows);
      for (const { tenant, body } of rows) {
        const { requester } = ticketSchema.parse(JSON.parse(body));
        await forgetPlaces(on, tenant, [requester.conversation]);
      }
      return rows.length;
    }),
  );
  if (removed > 0) await engine.erase();
  return removed;
}

async function untilNone(removeSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await removeSome();
    if (removed === 0) return total;
    total += removed;
  }
}
