// Takes what happens to a ticket to the conversations of those who wait for it, and to the channel of those who take care
// of it, whose card shows how it stands.

import { conversationTarget } from '../../bot/ticket/deliveries-for.js';
import { HelpdeskError, type RemoteTicket } from '../../bot/ticket/helpdesk.js';
import { waitingFor } from '../../bot/ticket/move-ticket.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import type { View } from '../../bot/view.js';
import { activityFromView, cardFromView, type DrawCard } from '../teams/activity-from-view.js';
import { nameOfConversation } from '../teams/conversation-key.js';
import type { ConversationReferences } from '../teams/conversation-references.js';
import { NotWelcome } from '../teams/refused-message.js';
import { type Message, threadOf, type UnaskedMessages } from '../teams/unasked-messages.js';
import type { Carrier } from './carrier.js';

export interface ConversationCarrierParts {
  /** Names of the helpdesks: what goes there is not for this carrier. */
  readonly helpdesks: readonly string[];
  readonly messages: UnaskedMessages;
  readonly references: ConversationReferences;
  /** The whole ticket, for those who take care of it. */
  readonly drawCard: (ticket: Ticket) => Promise<View>;
  /** What has happened; undefined where that is no news to them. */
  readonly drawNews: (ticket: Ticket, at: number, to: 'requester' | 'expert') => View | undefined;
  readonly draw: DrawCard;
}

/** Each conversation has a limit of its own, and all together one that is far off. */
const atOnce = 8;

/** One message is sent within 15 s, and a delivery is a card and a message at most. */
const timeoutMs = 40_000;

export function conversationCarrier(parts: ConversationCarrierParts): Carrier {
  const { helpdesks, messages, references, drawCard, drawNews, draw } = parts;

  const tellPerson = async (key: string, ticket: Ticket, at: number): Promise<void> => {
    const news = drawNews(ticket, at, 'requester');
    if (news === undefined) return;
    const to = await references.of(key);
    if (to === undefined)
      throw new HelpdeskError('rejected', 'Nobody has talked to the bot there since it was removed');
    try {
      await messages.post(to, activityFromView(news, draw));
    } catch (error) {
      if (error instanceof NotWelcome) await references.forget(key);
      throw error;
    }
  };

  const tellChannel = async (
    channel: string,
    ticket: Ticket,
    at: number,
    remote: RemoteTicket | undefined,
  ): Promise<RemoteTicket> => {
    const nearby = await references.anyOf(ticket.tenant);
    if (nearby === undefined) throw new HelpdeskError('rejected', 'Nobody in the tenant has talked to the bot yet');
    const card = messageWithCard(await drawCard(ticket), draw);
    const begin = async () => ({ id: await messages.begin(channel, nearby, card), name: 'card' });
    if (remote === undefined) return begin();
    const thread = threadOf(channel, remote.id, nearby);
    try {
      await messages.replace(thread, remote.id, card);
    } catch (error) {
      // Somebody deleted it.
      if (error instanceof NotWelcome) return begin();
      throw error;
    }
    const news = drawNews(ticket, at, 'expert');
    if (news !== undefined) await messages.post(thread, activityFromView(news, draw));
    return remote;
  };

  return {
    name: 'conversation',
    targets: { allBut: helpdesks },
    isOnePlace: false,
    atOnce,
    timeoutMs,
    async carry({ target, event, remote }, ticket) {
      const key = target.startsWith(conversationTarget('')) ? target.slice(conversationTarget('').length) : undefined;
      const place = key === undefined ? undefined : nameOfConversation(key);
      if (key === undefined || place === undefined) {
        throw new HelpdeskError('rejected', `There is no helpdesk "${target}" any more: see PASTEFIX_HELPDESK`);
      }
      if (!waitingFor(ticket).some(({ conversation }) => conversation === key)) {
        return tellChannel(place.id, ticket, event, remote);
      }
      await tellPerson(key, ticket, event);
      return undefined;
    },
  };
}

function messageWithCard(view: View, draw: DrawCard): Message {
  return { summary: view.summary, attachments: [cardFromView(view, draw)] };
}
