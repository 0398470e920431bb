// Where conversations are is forgotten, too, where nobody is told anything any more.

import type { Kysely } from 'kysely';
import { conversationTarget } from '../../bot/ticket/deliveries-for.js';
import { finishedStates } from '../../bot/ticket/ticket.js';
import { conversationReferenceSchema } from '../teams/conversation-references.js';
import { holding } from './holding.js';
import type { Schema } from './schema.js';

/** In the transaction of its caller. Stays: where several people write, and where somebody waits for a ticket. */
export async function forgetPlaces(
  on: Kysely<Schema>,
  tenant: string,
  conversations: readonly string[],
): Promise<void> {
  for (const conversation of conversations) {
    const row = await on
      .selectFrom('conversation_reference')
      .select('reference')
      .where('conversation', '=', conversation)
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    if (row === undefined || isShared(row.reference) || (await isWaitedIn(on, tenant, conversation))) continue;
    await on.deleteFrom('conversation_reference').where('conversation', '=', conversation).execute();
  }
}

function isShared(reference: string): boolean {
  const read = conversationReferenceSchema.safeParse(JSON.parse(reference));
  return ['channel', 'groupChat'].includes(read.data?.conversation.conversationType ?? '');
}

async function isWaitedIn(on: Kysely<Schema>, tenant: string, conversation: string): Promise<boolean> {
  const open = await on
    .selectFrom('ticket')
    .select('number')
    .where('tenant', '=', tenant)
    .where('state', 'not in', finishedStates)
    .where(holding('body', { conversation }))
    .limit(1)
    .executeTakeFirst();
  const waiting = await on
    .selectFrom('delivery')
    .select('ticket')
    .where('target', '=', conversationTarget(conversation))
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst();
  return open !== undefined || waiting !== undefined;
}
