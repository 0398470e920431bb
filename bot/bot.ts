// The bot as its channels see it, and what it needs from them.

import type { View } from './view.js';

export interface Bot {
  /** @returns What to show, in order; empty when there is nothing to say. Only a failing store makes it reject. */
  receive(incoming: Incoming): Promise<readonly View[]>;
}

/** One thing that happened in a conversation. */
export interface Incoming {
  /** Key of the conversation, unique over channels and tenants. */
  readonly conversation: string;
  /** Organisation that the conversation belongs to; what is learnt there stays there. */
  readonly tenant?: string;
  /** Stable id of the person. */
  readonly user: string;
  /** What others call the person, in a few words and unchecked. */
  readonly name?: string;
  /** Others read along; the bot is then only told what is addressed to it. */
  readonly shared?: true;
  /** The conversation is a channel in which experts take care of tickets, and the person is one of them. */
  readonly support?: { readonly areas: readonly string[] };
  /** Id of the delivery, where the channel has one: a second delivery of it changes nothing. */
  readonly delivery?: string;
  readonly event: IncomingEvent;
}

export type IncomingEvent =
  /** Typed or pasted text, line breaks as the person saw them. May be empty. `incomplete`: some of it seems lost. */
  | { readonly kind: 'message'; readonly text: string; readonly incomplete?: true }
  /** A pressed button; `data` is whatever came back, unchecked: `{ action: Action }` from a button of ours. */
  | { readonly kind: 'press'; readonly data: unknown }
  /** The bot was added. */
  | { readonly kind: 'joined' };

/** Tells the time. */
export type Clock = () => Date;

/** Takes an event name and fields; never pasted text. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;
