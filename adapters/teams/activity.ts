// What we read of a Bot Framework activity. Everything else in it is left alone.

import { z } from 'zod';
import { conversationKey } from './conversation-key.js';

const text = z.string().nullish();

const account = z.looseObject({ id: z.string(), aadObjectId: text, name: text });

/** An activity as it came over the wire: lenient where channels differ, strict where we would not know what to do. */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: text,
  name: text,
  action: text,
  channelId: text,
  serviceUrl: text,
  deliveryMode: text,
  replyToId: text,
  timestamp: z.unknown().optional(),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.looseObject({ id: z.string().min(1), conversationType: text, tenantId: text }),
  text,
  value: z.unknown().optional(),
  attachments: z.array(z.unknown()).nullish(),
  entities: z.array(z.unknown()).nullish(),
  membersAdded: z.array(z.unknown()).nullish(),
  channelData: z.unknown().optional(),
});

export type TeamsActivity = z.infer<typeof activitySchema>;

/** The parts of `channelData` that Teams documents and we use. */
const channelData = z.looseObject({
  eventType: text,
  tenant: z.looseObject({ id: text }).nullish(),
  team: z.looseObject({ id: text }).nullish(),
});

export function channelDataOf(activity: TeamsActivity): z.infer<typeof channelData> {
  return channelData.safeParse(activity.channelData).data ?? {};
}

/** The customer's directory that the conversation belongs to; absent outside Teams. */
export function tenantOf(activity: TeamsActivity): string | undefined {
  return channelDataOf(activity).tenant?.id ?? activity.conversation.tenantId ?? undefined;
}

/** The key that the bot knows its conversation by. */
export function keyOf(activity: TeamsActivity): string {
  return conversationKey({
    channel: activity.channelId ?? '',
    tenant: tenantOf(activity) ?? '',
    id: activity.conversation.id,
  });
}

/** The items that have the shape asked for; channels put all sorts side by side in one list. */
export function itemsOf<T>(list: readonly unknown[] | null | undefined, schema: z.ZodType<T>): readonly T[] {
  return (list ?? []).flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}
