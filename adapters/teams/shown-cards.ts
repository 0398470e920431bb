// The latest cards of each conversation, so that a pressed one can say what was chosen in place of its buttons, and one
// that a later card has overtaken loses them.

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { escapeMarkdown } from '../../bot/text/escape-markdown.js';
import type { View } from '../../bot/view.js';

/** The conversations heard from longest ago are forgotten; buttons left there no longer act, which the bot itself knows. */
const rememberedConversations = 2000;

/** The card with the buttons, and one just settled, since a press may be delivered twice. */
const rememberedCards = 2;

/** A card as it is to be shown from now on. */
export interface ChangedCard {
  readonly messageId: string;
  readonly view: View;
}

export interface ShownCards {
  remember(conversation: string, messageId: string, view: View): void;
  /**
   * Takes the buttons of a card away and names the pressed one in their place.
   *
   * @param data What the pressed button sent back.
   * @param name Who pressed it, where others read along.
   * @returns `isNew`: false when the card was settled before, and stays as it is. undefined when the card is not known,
   * or the button is none of its own.
   */
  settle(
    conversation: string,
    messageId: string,
    data: unknown,
    name?: string,
  ): (ChangedCard & { readonly isNew: boolean }) | undefined;
  /** Takes the buttons of all cards but the newest away. @returns Those that still had some. */
  retire(conversation: string): readonly ChangedCard[];
}

interface Card {
  readonly messageId: string;
  readonly view: View;
  readonly isSettled: boolean;
}

const pressed = z.looseObject({ action: z.unknown() });

export function createShownCards(): ShownCards {
  const conversations = new Map<string, readonly Card[]>();
  const cardsOf = (conversation: string): readonly Card[] => conversations.get(conversation) ?? [];
  const keep = (conversation: string, cards: readonly Card[]): void => {
    conversations.delete(conversation);
    conversations.set(conversation, cards);
    const [oldest] = conversations.keys();
    if (conversations.size > rememberedConversations && oldest !== undefined) conversations.delete(oldest);
  };
  const settleAll = (conversation: string, settled: readonly ChangedCard[]): void => {
    const changed = (card: Card): Card => {
      const found = settled.find(({ messageId }) => messageId === card.messageId);
      return found === undefined ? card : { ...found, isSettled: true };
    };
    keep(conversation, cardsOf(conversation).map(changed));
  };

  return {
    remember(conversation, messageId, view) {
      if (view.choices.length === 0) return;
      keep(conversation, [...cardsOf(conversation), { messageId, view, isSettled: false }]);
    },
    settle(conversation, messageId, data, name) {
      const card = cardsOf(conversation).find((candidate) => candidate.messageId === messageId);
      if (card === undefined) return undefined;
      const { view } = card;
      if (card.isSettled) return { messageId, view, isNew: false };
      const action = pressed.safeParse(data).data?.action;
      const choice = view.choices.find((candidate) => isDeepStrictEqual(candidate.action, action));
      if (choice === undefined) return undefined;
      const settled = { messageId, view: withChoice(view, choice.label, name) };
      settleAll(conversation, [settled]);
      return { ...settled, isNew: true };
    },
    retire(conversation) {
      const retired = cardsOf(conversation)
        .slice(0, -1)
        .filter(({ isSettled }) => !isSettled)
        .map(({ messageId, view }) => ({ messageId, view: inert(view) }));
      settleAll(conversation, retired);
      keep(conversation, cardsOf(conversation).slice(-rememberedCards));
      return retired;
    },
  };
}

function withChoice(view: View, label: string, name: string | undefined): View {
  const who = name === undefined ? 'You' : escapeMarkdown(name);
  const text = `${who} chose **${escapeMarkdown(label)}**`;
  const { parts, ...rest } = inert(view);
  return { ...rest, parts: [...parts, { kind: 'text', text }] };
}

/** Nothing can be pressed or filled in any more; what was filled in is not for everybody, nor masked. */
function inert(view: View): View {
  return { ...view, parts: view.parts.filter(({ kind }) => kind !== 'input'), choices: [] };
}
