// What to put into PASTEFIX_SUPPORT_CHANNELS: asked for in the channel itself, by `channel id`.

import type { Incoming } from '../../bot/bot.js';
import type { View } from '../../bot/view.js';
import type { TeamsActivity } from './activity.js';
import { channelIdOf } from './support-team.js';

/** @returns undefined when nobody has asked. */
export function channelIdView(activity: TeamsActivity, { event }: Incoming): View | undefined {
  if (event.kind !== 'message' || !/^\s*channel id\s*[?.]?\s*$/i.test(event.text)) return undefined;
  const isChannel = activity.conversation.conversationType === 'channel';
  const text = isChannel
    ? 'To have tickets brought to this channel, set **PASTEFIX\\_SUPPORT\\_CHANNELS** to this, or put a product in place of `*`:'
    : 'This is no channel. Mention me in the channel that is to take care of tickets, and write **channel id** there.';
  return {
    summary: isChannel ? 'The id of this channel' : 'This is no channel',
    parts: [
      { kind: 'text', text },
      ...(isChannel ? [{ kind: 'code', text: `*=${channelIdOf(activity)}` } as const] : []),
    ],
    choices: [],
  };
}
