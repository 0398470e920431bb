// Tickets that helpdesks have, as rows: who asks next how they do.

import type { RemoteTickets } from '../../bot/ticket/remote-tickets.js';
import { finishedStates } from '../../bot/ticket/ticket.js';
import type { Engine } from './engine.js';
import { remoteFrom } from './remote-from.js';

export function createRemoteTickets({ db, isShared }: Engine): RemoteTickets {
  return {
    takeToAsk: ({ target, notSince, finished, now, most }) =>
      db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('remote_ticket as remote')
          .innerJoin('ticket', (join) =>
            join.onRef('ticket.tenant', '=', 'remote.tenant').onRef('ticket.number', '=', 'remote.ticket'),
          )
          .select(['ticket.tenant', 'ticket.number', 'remote.id', 'remote.name', 'remote.url'])
          .where('remote.target', '=', target)
          .where(({ eb, and, or }) =>
            or([
              and([eb('ticket.state', 'not in', finishedStates), eb('remote.asked_at', '<', notSince.getTime())]),
              and([
                eb('ticket.state', 'in', finishedStates),
                eb('ticket.changed_at', '>=', finished.changedSince.getTime()),
                eb('remote.asked_at', '<', finished.notSince.getTime()),
              ]),
            ]),
          )
          .orderBy('remote.asked_at')
          .limit(most)
          .$if(isShared, (query) => query.forUpdate('remote').skipLocked())
          .execute();
        for (const { tenant, number } of rows) {
          await transaction
            .updateTable('remote_ticket')
            .set({ asked_at: now.getTime() })
            .where('tenant', '=', tenant)
            .where('ticket', '=', number)
            .where('target', '=', target)
            .execute();
        }
        return rows.flatMap((row) => {
          const remote = remoteFrom(row);
          return remote === undefined ? [] : [{ tenant: row.tenant, number: row.number, remote }];
        });
      }),
  };
}
