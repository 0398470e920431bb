// How far a ticket has come on its way.

import type { DeliveryStatus } from '../../store.js';
import { escapeMarkdown } from '../../text/escape-markdown.js';
import { conversationTarget } from '../../ticket/deliveries-for.js';
import { waitingFor } from '../../ticket/move-ticket.js';
import type { Ticket } from '../../ticket/ticket.js';
import type { Part } from '../../view.js';
import type { Words } from '../../words/en.js';

/** Every place that gets it, and whether it has it; other people's chats only where they could not be reached. */
export function deliveryParts(ticket: Ticket, deliveries: readonly DeliveryStatus[], words: Words): Part[] {
  const { delivery, channel, chat } = words.ticket;
  const chats = new Set(waitingFor(ticket).map(({ conversation }) => conversationTarget(conversation)));
  const shown = deliveries.filter(({ target, state }) => !chats.has(target) || state === 'undelivered');
  const items = shown.map(({ target, state, remote }) => {
    const isChat = target.startsWith(conversationTarget(''));
    const place = isChat ? (chats.has(target) ? chat : channel) : escapeMarkdown(target);
    if (state !== 'delivered') return delivery[state](place);
    return delivery.delivered(place, isChat || remote === undefined ? undefined : nameOfRemote(remote));
  });
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

function nameOfRemote({ name, url }: NonNullable<DeliveryStatus['remote']>): string {
  const shown = escapeMarkdown(name);
  return url === undefined || !/^https?:\/\/[^\s()<>]+$/i.test(url) ? shown : `[${shown}](${url})`;
}
