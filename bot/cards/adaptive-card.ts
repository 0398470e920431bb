// A view as an Adaptive Card 1.5.

import type { Part, View } from '../view.js';
import { actionOf } from './action-element.js';
import type { CardElement } from './card-element.js';
import { bodyOf, type Drawing } from './elements.js';

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'full' };
  readonly body: readonly CardElement[];
  readonly actions: readonly CardElement[];
}

/** Of the JSON, in bytes: fits every surface of Teams. */
export const largestCard = 24_000;

/**
 * Draws a view. A pressed button sends back `{ action }`, the choice's action, with Action.Execute (its `verb` the
 * same) and, where a client does not know that, with Action.Submit.
 *
 * @returns A card of at most `largestCard` bytes: one that is too large does without code blocks, which hold their text
 * twice; what is still longer is cut, the longest passages first.
 */
export function adaptiveCard(view: View): AdaptiveCard {
  let card = drawn(view, view.parts, { longest: Number.POSITIVE_INFINITY, hasBlocks: true });
  for (const longest of [Number.POSITIVE_INFINITY, 4_000, 2_000, 1_000, 500, 250]) {
    if (sizeOf(card) <= largestCard) return card;
    card = drawn(view, view.parts, { longest, hasBlocks: false });
  }
  for (let count = view.parts.length - 1; count > 0 && sizeOf(card) > largestCard; count -= 1) {
    const parts: readonly Part[] = [...view.parts.slice(0, count), { kind: 'text', text: '…', tone: 'quiet' }];
    card = drawn(view, parts, { longest: 250, hasBlocks: false });
  }
  return card;
}

/** @param room For what is still to come, in bytes. @returns Whether the view is drawn whole, with nothing cut off. */
export function fitsCard(view: View, room = 0): boolean {
  const whole = drawn(view, view.parts, { longest: Number.POSITIVE_INFINITY, hasBlocks: false });
  return sizeOf(whole) + room <= largestCard;
}

interface Size {
  /** Longest passage. */
  readonly longest: number;
  readonly hasBlocks: boolean;
}

function drawn(view: View, parts: readonly Part[], { longest, hasBlocks }: Size): AdaptiveCard {
  const draw: Drawing = {
    hasBlocks,
    cut: (text) => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`),
  };
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: view.summary,
    msteams: { width: 'full' },
    body: bodyOf(parts, draw),
    actions: view.choices.map(actionOf),
  };
}

function sizeOf(card: AdaptiveCard): number {
  return Buffer.byteLength(JSON.stringify(card));
}
