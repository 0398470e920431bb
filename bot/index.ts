// The public names of the conversation, listed one by one.

export type {
  Bot,
  Clock,
  DialogStore,
  Incoming,
  IncomingEvent,
  Log,
  OutcomeStore,
  RepairOutcomes,
} from './bot.js';
export { adaptiveCard } from './cards/adaptive-card.js';
export { type BotParts, createBot } from './create-bot.js';
export { escapeMarkdown, visible } from './text/escape-markdown.js';
export { parseInline, type Run } from './text/inline.js';
export { type EvidencePacket, evidencePacketJsonSchema } from './ticket/evidence-packet.js';
export { packetMarkdown, packetPlainText } from './ticket/packet-text.js';
export { isKnownWord } from './understand-words.js';
export type { Action, Choice, Part, View } from './view.js';
