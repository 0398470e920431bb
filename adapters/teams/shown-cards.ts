// The cards that still have buttons, so that a pressed one can say what was chosen in their place.

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { escapeMarkdown } from '../../bot/escape-markdown.js';
import type { View } from '../../bot/view.js';

/** Older ones are forgotten; their buttons stay, and the bot itself knows that they no longer act. */
const remembered = 2000;

export interface ShownCards {
  remember(conversation: string, messageId: string, view: View): void;
  /**
   * Forgets a card and returns it as it is to stay: without choices, with the pressed one named.
   *
   * @param data What the pressed button sent back.
   * @returns undefined when the card is not known, or the button is none of its own.
   */
  settle(conversation: string, messageId: string, data: unknown): View | undefined;
}

const pressed = z.looseObject({ action: z.unknown() });

export function createShownCards(): ShownCards {
  const views = new Map<string, View>();
  const keyOf = (conversation: string, messageId: string) => JSON.stringify([conversation, messageId]);
  return {
    remember(conversation, messageId, view) {
      if (view.choices.length === 0) return;
      views.set(keyOf(conversation, messageId), view);
      const [oldest] = views.keys();
      if (views.size > remembered && oldest !== undefined) views.delete(oldest);
    },
    settle(conversation, messageId, data) {
      const key = keyOf(conversation, messageId);
      const view = views.get(key);
      const action = pressed.safeParse(data).data?.action;
      const choice = view?.choices.find((candidate) => isDeepStrictEqual(candidate.action, action));
      if (view === undefined || choice === undefined) return undefined;
      views.delete(key);
      return {
        ...view,
        parts: [...view.parts, { kind: 'text', text: `You chose **${escapeMarkdown(choice.label)}**` }],
        choices: [],
      };
    },
  };
}
