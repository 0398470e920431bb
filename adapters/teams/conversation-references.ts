// Where a conversation is, so that something can be said in it that nobody there has just asked for.

import { z } from 'zod';

/** Names nobody: the bot needs no more to write than this. */
export const conversationReferenceSchema = z.object({
  channelId: z.string(),
  /** Of the region that the conversation lives in; may change from one message to the next. */
  serviceUrl: z.string(),
  bot: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().exactOptional(),
    tenantId: z.string().exactOptional(),
  }),
});

export type ConversationReference = Readonly<z.infer<typeof conversationReferenceSchema>>;

/** `conversation` is the key that the bot knows a conversation by. Every method rejects when the database is not there. */
export interface ConversationReferences {
  /** Takes the place of what was known. @returns Whether nothing was known. */
  remember(conversation: string, tenant: string, reference: ConversationReference): Promise<boolean>;
  /** @returns undefined where the bot has never been, or is not wanted any more. */
  of(conversation: string): Promise<ConversationReference | undefined>;
  /** Any of the tenant's; they tell where its region is. */
  anyOf(tenant: string): Promise<ConversationReference | undefined>;
  forget(conversation: string): Promise<void>;
}
