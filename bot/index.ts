// The public names of the conversation, listed one by one.

export type { Bot, Clock, Incoming, IncomingEvent, Log } from './bot.js';
export { adaptiveCard } from './cards/adaptive-card.js';
export { type BotParts, createBot } from './create-bot.js';
export type { ClaimedDelivery, Outbox } from './outbox.js';
export type {
  Change,
  Delivery,
  DeliveryStatus,
  KeptDialog,
  OutcomeChange,
  RepairOutcomes,
  Store,
  TicketQuery,
} from './store.js';
export { escapeMarkdown, visible } from './text/escape-markdown.js';
export { parseInline, type Run } from './text/inline.js';
export { type EvidencePacket, evidencePacketJsonSchema } from './ticket/evidence-packet.js';
export { packetMarkdown, packetPlainText } from './ticket/packet-text.js';
export { isKnownWord, understandField } from './understand-words.js';
export { type Action, type Choice, type Input, type Part, shownValue, type View } from './view.js';
