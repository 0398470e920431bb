// What to put into PASTEFIX_SUPPORT_CHANNELS: asked for in the channel itself, by `channel id`.

import type { Incoming } from '../../bot/bot.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { TeamsActivity } from './activity.js';
import { channelIdOf } from './support-team.js';

/** @returns undefined when nobody has asked. */
export function channelIdView(activity: TeamsActivity, { event }: Incoming): View | undefined {
  if (event.kind !== 'message' || !/^\s*channel id\s*[?.]?\s*$/i.test(event.text)) return undefined;
  const isChannel = activity.conversation.conversationType === 'channel';
  const words = en.teams.channelId;
  return {
    summary: isChannel ? words.summary : words.noChannelSummary,
    parts: [
      { kind: 'text', text: isChannel ? words.text : words.noChannel },
      ...(isChannel ? [{ kind: 'code', text: `*=${channelIdOf(activity)}` } as const] : []),
    ],
    choices: [],
  };
}
