// What waits to be told, as rows that any number of processes take from.

import { randomUUID } from 'node:crypto';
import type { ExpressionBuilder } from 'kysely';
import type { ClaimedDelivery, Outbox, Targets } from '../../bot/outbox.js';
import type { Engine } from './engine.js';
import { remoteFrom } from './remote-from.js';
import type { Schema } from './schema.js';

export function createOutbox({ db, isShared }: Engine): Outbox {
  /** Changes the delivery and ends the claim. @returns Whether it still was the claim. */
  const settle = async (
    on: typeof db,
    { tenant, ticket, target, event, id }: ClaimedDelivery,
    changes: Partial<Pick<Schema['delivery'], 'state' | 'due_at' | 'problem' | 'attempts'>>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await on
      .updateTable('delivery')
      .set({ problem: null, ...changes, claim: null })
      .where('tenant', '=', tenant)
      .where('ticket', '=', ticket)
      .where('target', '=', target)
      .where('event', '=', event)
      .where('claim', '=', id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };

  return {
    claim: ({ targets, now, leaseMs, most, sentAgainAfter }) =>
      db.transaction().execute(async (transaction) => {
        const due = await transaction
          .selectFrom('delivery')
          .select(['tenant', 'ticket', 'target', 'event', 'attempts'])
          .where('state', '=', 'waiting')
          .where('due_at', '<=', now.getTime())
          .where((eb) => among(eb, targets))
          // What is new is due since it was written, and what failed has a problem. (A claim that ran out looks the same.)
          .$if(sentAgainAfter !== undefined, (query) =>
            query
              .where('problem', 'is', null)
              .whereRef('due_at', '>', 'written_at')
              .where('due_at', '>', sentAgainAfter?.getTime() ?? 0),
          )
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('delivery as earlier')
                  .select('earlier.event')
                  .whereRef('earlier.tenant', '=', 'delivery.tenant')
                  .whereRef('earlier.ticket', '=', 'delivery.ticket')
                  .whereRef('earlier.target', '=', 'delivery.target')
                  .whereRef('earlier.event', '<', 'delivery.event')
                  .where('earlier.state', '!=', 'delivered'),
              ),
            ),
          )
          .orderBy('due_at')
          .limit(most)
          .$if(isShared, (query) => query.forUpdate().skipLocked())
          .execute();
        const claimed: ClaimedDelivery[] = [];
        for (const { tenant, ticket, target, event, attempts } of due) {
          const id = randomUUID();
          await transaction
            .updateTable('delivery')
            .set({ claim: id, attempts: attempts + 1, due_at: now.getTime() + leaseMs })
            .where('tenant', '=', tenant)
            .where('ticket', '=', ticket)
            .where('target', '=', target)
            .where('event', '=', event)
            .execute();
          const known = await transaction
            .selectFrom('remote_ticket')
            .select(['id', 'name', 'url'])
            .where('tenant', '=', tenant)
            .where('ticket', '=', ticket)
            .where('target', '=', target)
            .executeTakeFirst();
          const remote = known && remoteFrom(known);
          claimed.push({ id, tenant, ticket, target, event, attempts, ...(remote && { remote }) });
        }
        return claimed;
      }),

    delivered: (claimed, remote) =>
      db.transaction().execute(async (transaction) => {
        const isOurs = await settle(transaction, claimed, { state: 'delivered' });
        if (!isOurs || remote === undefined) return;
        const { tenant, ticket, target } = claimed;
        const row = { id: remote.id, name: remote.name, url: remote.url ?? null };
        await transaction
          .insertInto('remote_ticket')
          .values({ tenant, ticket, target, ...row, asked_at: 0 })
          .onConflict((conflict) => conflict.columns(['tenant', 'ticket', 'target']).doUpdateSet(row))
          .execute();
      }),

    async failed(claimed, { problem, tryAgainAt }) {
      await settle(db, claimed, { problem, due_at: tryAgainAt.getTime() });
    },

    async givenUp(claimed, problem, isTried = true) {
      const { attempts } = claimed;
      await settle(db, claimed, { problem, state: 'undelivered', ...(isTried ? {} : { attempts }) });
    },

    async sendAgain(now, which = { targets: { allBut: [] } }) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ state: 'waiting', due_at: now.getTime(), problem: null })
        .where('state', '=', 'undelivered')
        .where((eb) => {
          if ('targets' in which) return among(eb, which.targets);
          if ('tenant' in which) return eb('tenant', '=', which.tenant);
          return eb.and({ tenant: which.ticket.tenant, ticket: which.ticket.number });
        })
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async counts() {
      const rows = await db
        .selectFrom('delivery')
        .select(({ fn }) => [
          'target',
          'state',
          fn.countAll<number>().as('count'),
          fn.min<number>('written_at').as('since'),
        ])
        .where('state', 'in', ['waiting', 'undelivered'])
        .$narrowType<{ state: 'waiting' | 'undelivered' }>()
        .groupBy(['target', 'state'])
        .execute();
      return rows.map(({ since, ...row }) => ({ ...row, since: new Date(since) }));
    },
  };
}

function among(eb: ExpressionBuilder<Schema, 'delivery'>, targets: Targets) {
  const [names, operator] = 'only' in targets ? ([targets.only, 'in'] as const) : ([targets.allBut, 'not in'] as const);
  return names.length === 0 ? eb.lit(operator === 'not in') : eb('target', operator, names);
}
