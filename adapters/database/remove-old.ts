// Nothing is kept for ever.

import type { Kysely } from 'kysely';
import type { Engine } from './engine.js';
import { removeTickets } from './remove-tickets.js';
import type { Schema } from './schema.js';

export interface Removed {
  readonly dialogs: number;
  readonly tickets: number;
}

/** Rows in one transaction: it must not hold up conversations. */
const atOnce = 200;

/** Removes dialogs not written since, and tickets that were resolved or closed before and have rested since. */
export async function removeOld({ db, isShared }: Engine, before: Date): Promise<Removed> {
  const round = (remove: (on: Kysely<Schema>) => Promise<number>) => db.transaction().execute(remove);

  const dialogs = () =>
    round(async (on) => {
      const rows = await on
        .selectFrom('dialog')
        .select('conversation')
        .where('written_at', '<', before.getTime())
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate().skipLocked())
        .execute();
      const keys = rows.map(({ conversation }) => conversation);
      if (keys.length > 0) {
        await on.deleteFrom('dialog_person').where('conversation', 'in', keys).execute();
        await on.deleteFrom('dialog').where('conversation', 'in', keys).execute();
      }
      return keys.length;
    });

  const tickets = () =>
    round(async (on) => {
      const keys = await on
        .selectFrom('ticket')
        .select(['tenant', 'number'])
        .where('state', 'in', ['resolved', 'closed'])
        .where('changed_at', '<', before.getTime())
        .limit(atOnce)
        .$if(isShared, (query) => query.forUpdate().skipLocked())
        .execute();
      await removeTickets(on, keys);
      return keys.length;
    });

  return { dialogs: await untilNone(dialogs), tickets: await untilNone(tickets) };
}

async function untilNone(removeSome: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await removeSome();
    if (removed === 0) return total;
    total += removed;
  }
}
