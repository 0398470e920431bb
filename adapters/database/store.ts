// What the bot keeps, as rows.

import type { Kysely } from 'kysely';
import type { Clock } from '../../bot/bot.js';
import type { DeliveryStatus, Store } from '../../bot/store.js';
import { finishedStates, type Ticket, ticketSchema } from '../../bot/ticket/ticket.js';
import { Conflict } from './conflict.js';
import type { Engine } from './engine.js';
import { forgetPlaces } from './forget-places.js';
import { forgetTickets } from './forget-tickets.js';
import { type RemoteColumns, remoteFrom } from './remote-from.js';
import type { Schema } from './schema.js';
import { writeChange } from './write-change.js';

export function createStore(engine: Engine, clock: Clock): Store {
  const { db } = engine;
  return {
    async readDialog(conversation) {
      const row = await db
        .selectFrom('dialog')
        .select(['state', 'version'])
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      return row === undefined
        ? { state: undefined, version: undefined }
        : { state: JSON.parse(row.state), version: row.version };
    },

    async commit(change) {
      try {
        await writeChange(db, change, clock());
        return true;
      } catch (error) {
        if (error instanceof Conflict) return false;
        throw error;
      }
    },

    async takeTicketNumber(tenant) {
      const { last } = await db
        .insertInto('ticket_number')
        .values({ tenant, last: 1 })
        .onConflict((conflict) =>
          conflict.column('tenant').doUpdateSet(({ eb }) => ({ last: eb('ticket_number.last', '+', 1) })),
        )
        .returning('last')
        .executeTakeFirstOrThrow();
      return last;
    },

    async readTicket(tenant, number) {
      const row = await db
        .selectFrom('ticket')
        .select('body')
        .where('tenant', '=', tenant)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && ticketFrom(row);
    },

    async findTickets(tenant, { person, fingerprint, caseId, states, since, unfinished, limit = 50 }) {
      if (states?.length === 0) return [];
      const rows = await db
        .selectFrom('ticket')
        .select('body')
        .where('tenant', '=', tenant)
        .$if(person !== undefined, (it) => it.where('number', 'in', numbersOf(db, tenant, person ?? '')))
        .$if(fingerprint !== undefined, (it) => it.where('fingerprint', '=', fingerprint ?? ''))
        .$if(caseId !== undefined, (it) => it.where('case_id', '=', caseId ?? ''))
        .$if(states !== undefined, (it) => it.where('state', 'in', states ?? []))
        .$if(since !== undefined, (it) => it.where('opened_at', '>=', Date.parse(since ?? '')))
        .$if(unfinished === true, (it) =>
          it.where((eb) =>
            eb.or([eb('state', 'not in', finishedStates), eb('number', 'in', undeliveredOf(db, tenant))]),
          ),
        )
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(ticketFrom);
    },

    async deliveriesOf(tenant, number) {
      const rows = await db
        .selectFrom('delivery')
        .leftJoin('remote_ticket as remote', (join) =>
          join
            .onRef('remote.tenant', '=', 'delivery.tenant')
            .onRef('remote.ticket', '=', 'delivery.ticket')
            .onRef('remote.target', '=', 'delivery.target'),
        )
        .select(['delivery.target', 'state', 'attempts', 'problem', 'remote.id', 'remote.name', 'remote.url'])
        .where('delivery.tenant', '=', tenant)
        .where('delivery.ticket', '=', number)
        .orderBy('event')
        .execute();
      return statusesFrom(rows);
    },

    async readOutcomes(tenant) {
      return db
        .selectFrom('outcome')
        .select(['article', 'issue', 'repair', 'helped', 'failed'])
        .where('tenant', '=', tenant)
        .execute();
    },

    async conversationsOf(tenant, person) {
      const rows = await db
        .selectFrom('dialog_person')
        .select('conversation')
        .where('tenant', '=', tenant)
        .where('person', '=', person)
        .execute();
      return rows.map(({ conversation }) => conversation);
    },

    forgetTickets: (tenant, person) => forgetTickets(engine, tenant, person),

    async forgetPlaces(tenant, conversations) {
      await db.transaction().execute((transaction) => forgetPlaces(transaction, tenant, conversations));
      await engine.erase();
    },
  };
}

/** Of the tickets that somebody waits for. */
function numbersOf(db: Kysely<Schema>, tenant: string, person: string) {
  return db.selectFrom('ticket_person').select('ticket').where('tenant', '=', tenant).where('person', '=', person);
}

/** Of which something was given up. */
function undeliveredOf(db: Kysely<Schema>, tenant: string) {
  return db.selectFrom('delivery').select('ticket').where('tenant', '=', tenant).where('state', '=', 'undelivered');
}

function ticketFrom({ body }: { readonly body: string }): Ticket {
  return ticketSchema.parse(JSON.parse(body));
}

interface DeliveryRow extends RemoteColumns {
  readonly target: string;
  readonly state: DeliveryStatus['state'];
  readonly attempts: number;
  readonly problem: string | null;
}

/** A target stands where its first delivery stands that has not arrived. @param rows In the order of their events. */
function statusesFrom(rows: readonly DeliveryRow[]): readonly DeliveryStatus[] {
  const telling = new Map<string, DeliveryRow>();
  for (const row of rows)
    if ((telling.get(row.target)?.state ?? 'delivered') === 'delivered') telling.set(row.target, row);
  return [...telling.values()].map((row) => {
    const { target, state, attempts, problem } = row;
    const remote = remoteFrom(row);
    return { target, state, attempts, ...(problem === null ? {} : { problem }), ...(remote && { remote }) };
  });
}
