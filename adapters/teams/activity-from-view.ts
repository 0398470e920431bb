// A view as the activity that shows it in Teams.

import { type Activity, ActivityTypes, type Attachment, CardFactory } from 'botbuilder';
import type { View } from '../../bot/view.js';
import { fitView, maxCardBytes, maxTextBytes } from './fit-view.js';
import { markdownFromView } from './markdown-from-view.js';

/** Turns a view into the JSON of an Adaptive Card. */
export type DrawCard = (view: View) => object;

/**
 * A card where there is something to press, a text message otherwise: text can be quoted, copied and read everywhere.
 * Either way within the size that Teams accepts, and with a summary for the notification.
 */
export function activityFromView(view: View, draw: DrawCard): Partial<Activity> {
  const { summary } = view;
  if (view.choices.length > 0) {
    return { type: ActivityTypes.Message, summary, attachments: [cardFromView(view, draw)] };
  }
  const fitting = fitView(view, (candidate) => bytes(markdownFromView(candidate)), maxTextBytes);
  return { type: ActivityTypes.Message, summary, textFormat: 'markdown', text: markdownFromView(fitting) };
}

/** Always a card, buttons or not. */
export function cardFromView(view: View, draw: DrawCard): Attachment {
  return CardFactory.adaptiveCard(
    draw(fitView(view, (candidate) => bytes(JSON.stringify(draw(candidate))), maxCardBytes)),
  );
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
