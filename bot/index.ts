// The public names of the conversation, listed one by one.

export type { Bot, DialogStore, Incoming, IncomingEvent, Log } from './bot.js';
export type { Action, Choice, Part, View } from './view.js';
