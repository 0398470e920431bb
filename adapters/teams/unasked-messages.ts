// Messages that nobody has asked for just now: into a conversation where the bot has been, or as a new thread of a channel.

import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference as SdkReference,
  type TurnContext,
} from 'botbuilder';
import { HelpdeskError } from '../../bot/ticket/helpdesk.js';
import { isLoopback } from '../safe-address.js';
import type { AppIdentity } from '../settings.js';
import type { ConversationReference } from './conversation-references.js';
import { problemOfSending } from './refused-message.js';
import { sdkSettings } from './sdk-settings.js';
import { singleRequests } from './single-requests.js';

/** What a message says; where it goes is said beside it. */
export type Message = Pick<Partial<Activity>, 'text' | 'textFormat' | 'summary' | 'attachments'>;

/** Every method throws a HelpdeskError. None of them can find out whether it was done before. */
export interface UnaskedMessages {
  /** @returns The message's id. */
  post(to: ConversationReference, message: Message): Promise<string>;
  /** Takes the place of a message. */
  replace(at: ConversationReference, id: string, message: Message): Promise<void>;
  /**
   * Begins a thread in a channel.
   *
   * @param nearby Any conversation of the same tenant: it tells the region, and who the bot is there.
   * @returns The id of its first message.
   */
  begin(channel: string, nearby: ConversationReference, message: Message): Promise<string>;
}

/** A thread of a channel, by its first message. */
export function threadOf(channel: string, messageId: string, nearby: ConversationReference): ConversationReference {
  const { tenantId } = nearby.conversation;
  return {
    ...nearby,
    conversation: {
      id: `${channel};messageid=${messageId}`,
      conversationType: 'channel',
      ...(tenantId === undefined ? {} : { tenantId }),
    },
  };
}

/** Whom the bot proves its identity to. */
const audience = 'https://api.botframework.com';

/** @param app Absent: messages go to this machine only. */
export function createUnaskedMessages(app: AppIdentity | undefined, timeoutMs = 15_000): UnaskedMessages {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(sdkSettings(app), undefined, undefined, undefined, {
      httpClient: singleRequests(timeoutMs),
    }),
  );
  const appId = app?.id ?? '';

  /** Acts in a conversation, without anybody having said anything. */
  const within = async (to: ConversationReference, act: (context: TurnContext) => Promise<void>): Promise<void> => {
    requireAllowed(app, to);
    try {
      await adapter.continueConversationAsync(appId, asSdkHasIt(to), act);
    } catch (error) {
      throw problemOfSending(error);
    }
  };

  return {
    async post(to, message) {
      let id = '';
      await within(to, async (context) => {
        // Else it would be a reply to an activity that the SDK has made up.
        context.activity.id = '';
        id = (await context.sendActivity(activityOf(message)))?.id ?? '';
      });
      return id;
    },

    replace: (at, id, message) =>
      within(at, async (context) => {
        await context.updateActivity({ ...activityOf(message), id });
      }),

    async begin(channel, nearby, message) {
      requireAllowed(app, nearby);
      const { channelId, serviceUrl, bot, conversation } = nearby;
      let thread = '';
      try {
        const parameters = {
          isGroup: true,
          bot: { id: bot.id, name: '' },
          ...(conversation.tenantId !== undefined && { tenantId: conversation.tenantId }),
          channelData: { channel: { id: channel } },
          // The SDK's type promises what only the channel fills in.
          activity: activityOf(message) as Activity,
        };
        await adapter.createConversationAsync(
          appId,
          channelId,
          serviceUrl,
          audience,
          parameters,
          async ({ activity }) => {
            thread = activity.conversation.id;
          },
        );
      } catch (error) {
        throw problemOfSending(error);
      }
      return thread.replace(/^.*;messageid=/s, '');
    },
  };
}

function activityOf(message: Message): Partial<Activity> {
  return { type: ActivityTypes.Message, ...message };
}

function asSdkHasIt({ conversation, bot, ...rest }: ConversationReference): Partial<SdkReference> {
  const { id, conversationType = '', tenantId } = conversation;
  return {
    ...rest,
    bot: { id: bot.id, name: '' },
    conversation: {
      id,
      name: '',
      conversationType,
      isGroup: conversationType !== 'personal',
      ...(tenantId !== undefined && { tenantId }),
    },
  };
}

function requireAllowed(app: AppIdentity | undefined, { serviceUrl }: ConversationReference): void {
  if (app !== undefined || (URL.canParse(serviceUrl) && isLoopback(new URL(serviceUrl).hostname))) return;
  throw new HelpdeskError('rejected', 'Without an app id, messages go to this machine only: set MicrosoftAppId');
}
