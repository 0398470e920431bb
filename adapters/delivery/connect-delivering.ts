// Joins everything that delivers with what the settings say.

import type { Clock, Log } from '../../bot/bot.js';
import { adaptiveCard } from '../../bot/cards/adaptive-card.js';
import type { Redaction } from '../../bot/text/redact/redactor.js';
import { conversationTarget, type Destinations } from '../../bot/ticket/deliveries-for.js';
import { drawTicketCard } from '../../bot/views/ticket/card.js';
import { drawTicketNews } from '../../bot/views/ticket/news.js';
import { en } from '../../bot/words/en.js';
import type { Database } from '../database/open-database.js';
import { createHelpdesks } from '../helpdesk/create-helpdesks.js';
import type { Metrics } from '../metrics.js';
import type { Settings } from '../settings.js';
import { conversationKey, nameOfConversation } from '../teams/conversation-key.js';
import { createUnaskedMessages } from '../teams/unasked-messages.js';
import { conversationCarrier } from './conversation-carrier.js';
import { type Delivering, startDelivering } from './start-delivering.js';

export interface ConnectedDelivering extends Delivering {
  /** Where tickets of a tenant go. */
  destinations(tenant: string): Destinations;
  /** What was given up because the bot was not wanted there is sent, now that somebody there has spoken to it. */
  met(conversation: string): Promise<void>;
}

export function connectDelivering({
  settings,
  database: { store, outbox, remoteTickets, references },
  redaction,
  metrics,
  clock,
  log,
}: {
  readonly settings: Pick<Settings, 'app' | 'helpdesks' | 'supportChannels'>;
  readonly database: Pick<Database, 'store' | 'outbox' | 'remoteTickets' | 'references'>;
  readonly redaction: Redaction;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
}): ConnectedDelivering {
  const helpdesks = createHelpdesks(settings.helpdesks);
  const names = helpdesks.map(({ name }) => name);
  const conversations = conversationCarrier({
    helpdesks: names,
    messages: createUnaskedMessages(settings.app),
    references,
    async drawCard(ticket) {
      const deliveries = await store.deliveriesOf(ticket.tenant, ticket.number);
      return drawTicketCard({ number: ticket.number, ticket, deliveries }, { words: en });
    },
    drawNews: (ticket, at, to) => drawTicketNews(ticket, at, to, en),
    draw: adaptiveCard,
  });
  const destinations = (tenant: string): Destinations => ({
    helpdesks: names,
    silent: helpdesks.filter(({ look }) => look === undefined).map(({ name }) => name),
    channels: settings.supportChannels.map(({ area, id }) => ({
      area,
      conversation: conversationKey({ channel: 'msteams', tenant, id }),
    })),
    // Somebody at a terminal has to ask.
    canTell: (conversation) => nameOfConversation(conversation) !== undefined,
  });
  metrics.watchOutbox(outbox, [...names, conversations.name], clock);
  const delivering = startDelivering({
    helpdesks,
    carriers: [conversations],
    outbox,
    remoteTickets,
    store,
    destinations,
    redaction,
    words: en,
    clock,
    log,
    count: metrics.countDelivery,
  });
  return {
    ...delivering,
    destinations,
    async met(conversation) {
      const targets = { only: [conversationTarget(conversation)] };
      if ((await outbox.sendAgain(clock(), { targets })) > 0) delivering.wake();
    },
  };
}
