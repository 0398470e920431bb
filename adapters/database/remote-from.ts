// What a helpdesk calls a ticket, from the columns of its row.

import type { RemoteTicket } from '../../bot/ticket/helpdesk.js';

/** Empty columns where a join found nothing. */
export interface RemoteColumns {
  readonly id: string | null;
  readonly name: string | null;
  readonly url: string | null;
}

export function remoteFrom({ id, name, url }: RemoteColumns): RemoteTicket | undefined {
  return id === null || name === null ? undefined : { id, name, ...(url === null ? {} : { url }) };
}
