// Every ticket that a database holds.

import { openDatabase } from '../../adapters/database/open-database.js';
import type { Ticket } from '../../bot/ticket/ticket.js';

/** @param place As in PASTEFIX_DATABASE. */
export async function ticketsIn(place: string, tenants: readonly string[]): Promise<readonly Ticket[]> {
  const database = await openDatabase(place);
  try {
    const all = tenants.map((tenant) => database.store.findTickets(tenant, { limit: 1_000_000 }));
    return (await Promise.all(all)).flat();
  } finally {
    await database.close();
  }
}
