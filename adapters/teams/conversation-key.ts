// The key that the bot knows a conversation by: conversation ids are opaque, and only unique within channel and tenant.

/** `channel`: where people write, such as `msteams`. `tenant`: empty outside Teams. */
export interface ConversationName {
  readonly channel: string;
  readonly tenant: string;
  readonly id: string;
}

export function conversationKey({ channel, tenant, id }: ConversationName): string {
  return [channel, tenant, id].map(encodeURIComponent).join('/');
}

/** @returns undefined where it is none. */
export function nameOfConversation(key: string): ConversationName | undefined {
  const [channel, tenant, id, ...rest] = key.split('/');
  if (channel === undefined || tenant === undefined || id === undefined || rest.length > 0) return undefined;
  try {
    return {
      channel: decodeURIComponent(channel),
      tenant: decodeURIComponent(tenant),
      id: decodeURIComponent(id),
    };
  } catch {
    return undefined;
  }
}
