// What an activity tells about where its conversation is.

import type { TeamsActivity } from './activity.js';
import { tenantOf } from './activity.js';
import type { ConversationReference } from './conversation-references.js';

/** @returns undefined where nothing can be sent to: the activity names no service, or not the bot. */
export function referenceOf(activity: TeamsActivity): ConversationReference | undefined {
  const { serviceUrl, recipient, conversation, channelId } = activity;
  if (!serviceUrl || !recipient) return undefined;
  const tenantId = tenantOf(activity);
  return {
    channelId: channelId ?? '',
    serviceUrl,
    bot: { id: recipient.id },
    conversation: {
      id: conversation.id,
      ...(conversation.conversationType ? { conversationType: conversation.conversationType } : {}),
      ...(tenantId === undefined ? {} : { tenantId }),
    },
  };
}
