// Tickets go with all that hangs on them.

import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

export interface TicketKey {
  readonly tenant: string;
  readonly number: number;
}

/** In the transaction of its caller. */
export async function removeTickets(db: Kysely<Schema>, keys: readonly TicketKey[]): Promise<void> {
  for (const [tenant, numbers] of byTenant(keys)) {
    for (const table of ['ticket_person', 'delivery', 'remote_ticket'] as const)
      await db.deleteFrom(table).where('tenant', '=', tenant).where('ticket', 'in', numbers).execute();
    await db.deleteFrom('ticket').where('tenant', '=', tenant).where('number', 'in', numbers).execute();
  }
}

function byTenant(keys: readonly TicketKey[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const { tenant, number } of keys) numbers.set(tenant, [...(numbers.get(tenant) ?? []), number]);
  return numbers;
}
