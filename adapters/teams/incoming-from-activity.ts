// What a Bot Framework activity means to the bot.

import { z } from 'zod';
import type { Incoming, IncomingEvent } from '../../bot/bot.js';
import { channelDataOf, itemsOf, keyOf, type TeamsActivity, tenantOf } from './activity.js';
import { mentionsBot, pasteText } from './paste-text.js';

/** @returns undefined when the activity says nothing to the bot. */
export function incomingFromActivity(activity: TeamsActivity): Incoming | undefined {
  const event = eventOf(activity);
  if (event === undefined) return undefined;
  const delivery = deliveryOf(activity, event);
  const tenant = tenantOf(activity);
  return {
    conversation: keyOf(activity),
    ...(tenant !== undefined && { tenant }),
    user: activity.from?.aadObjectId ?? activity.from?.id ?? '',
    ...nameOf(activity),
    ...(isShared(activity) && { shared: true }),
    ...(delivery !== undefined && { delivery }),
    event,
  };
}

const longestName = 40;

function nameOf({ from }: TeamsActivity): Pick<Incoming, 'name'> {
  const name = from?.name?.trim() ?? '';
  if (name === '') return {};
  return { name: name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…` };
}

function eventOf(activity: TeamsActivity): IncomingEvent | undefined {
  switch (activity.type) {
    case 'message':
      if (isPress(activity)) return { kind: 'press', data: activity.value };
      return isForBot(activity) ? said(activity) : undefined;
    case 'messageUpdate':
      return channelDataOf(activity).eventType === 'editMessage' && isForBot(activity) ? said(activity) : undefined;
    case 'invoke':
      return activity.name === 'adaptiveCard/action'
        ? { kind: 'press', data: executeValue.safeParse(activity.value).data?.action.data }
        : undefined;
    case 'conversationUpdate':
      return itemsOf(activity.membersAdded, z.looseObject({ id: z.string() })).some(
        ({ id }) => id === activity.recipient?.id,
      )
        ? { kind: 'joined' }
        : undefined;
    case 'installationUpdate':
      return activity.action?.startsWith('add') ? { kind: 'joined' } : undefined;
    default:
      return undefined;
  }
}

function said(activity: TeamsActivity): IncomingEvent {
  const { text, incomplete } = pasteText(activity);
  return { kind: 'message', text, ...(incomplete && { incomplete }) };
}

/** `Action.Submit` arrives as a message without text whose value is the data of the button. */
function isPress(activity: TeamsActivity): boolean {
  return activity.value !== undefined && activity.value !== null && (activity.text ?? '').trim() === '';
}

/** `Action.Execute` arrives as an invoke that wraps the data of the button. */
const executeValue = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });

/** Whether several people write in the conversation. */
function isShared({ conversation }: TeamsActivity): boolean {
  return conversation.conversationType === 'channel' || conversation.conversationType === 'groupChat';
}

/** With the permission to read a whole channel, Teams delivers what people say to each other too. */
function isForBot(activity: TeamsActivity): boolean {
  return !isShared(activity) || mentionsBot(activity);
}

function deliveryOf(activity: TeamsActivity, event: IncomingEvent): string | undefined {
  // Installing the bot is reported twice, in two ways.
  if (event.kind === 'joined') return 'joined';
  if (!activity.id) return undefined;
  // An edit carries the id of the message it changes.
  return activity.type === 'messageUpdate' ? `${activity.id}@${String(activity.timestamp ?? '')}` : activity.id;
}
