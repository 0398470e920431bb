// Where conversations are, as rows.

import { type ConversationReferences, conversationReferenceSchema } from '../teams/conversation-references.js';
import type { Engine } from './engine.js';

export function createConversationReferences({ db }: Engine): ConversationReferences {
  const known = () => db.selectFrom('conversation_reference').select(['tenant', 'reference']);
  const reference = (row: { readonly reference: string } | undefined) =>
    row && conversationReferenceSchema.parse(JSON.parse(row.reference));

  return {
    // Every message asks for it, and hardly one brings a change: reading costs less than writing.
    async remember(conversation, tenant, it) {
      const row = { tenant, reference: JSON.stringify(it) };
      const before = await known().where('conversation', '=', conversation).executeTakeFirst();
      if (before?.tenant === row.tenant && before.reference === row.reference) return false;
      await db
        .insertInto('conversation_reference')
        .values({ conversation, ...row })
        .onConflict((conflict) => conflict.column('conversation').doUpdateSet(row))
        .execute();
      return before === undefined;
    },

    of: async (conversation) => reference(await known().where('conversation', '=', conversation).executeTakeFirst()),

    anyOf: async (tenant) => reference(await known().where('tenant', '=', tenant).limit(1).executeTakeFirst()),

    async forget(conversation) {
      await db.deleteFrom('conversation_reference').where('conversation', '=', conversation).execute();
    },
  };
}
