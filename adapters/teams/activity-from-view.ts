// A view as the activity that shows it in Teams.

import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import type { View } from '../../bot/view.js';
import { markdownFromView } from './markdown-from-view.js';

/** Turns a view into the JSON of an Adaptive Card, no larger than Teams takes. */
export type DrawCard = (view: View) => object;

/** Longest message sent as text; a longer one becomes a card, which is cut to size. */
export const maxTextBytes = 20_000;

/**
 * A card where there is something to press, otherwise a text message: text can be quoted, copied and read everywhere.
 * Both carry a summary, which the notification shows.
 */
export function activityFromView(view: View, draw: DrawCard): Partial<Activity> {
  const { summary } = view;
  const text = view.choices.length === 0 ? markdownFromView(view) : undefined;
  return text === undefined || Buffer.byteLength(text) > maxTextBytes
    ? { type: ActivityTypes.Message, summary, attachments: [cardFromView(view, draw)] }
    : { type: ActivityTypes.Message, summary, textFormat: 'markdown', text };
}

export function cardFromView(view: View, draw: DrawCard): Attachment {
  return CardFactory.adaptiveCard(draw(view));
}
