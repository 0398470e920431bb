// A conversation in a test: what is said and pressed, and what comes back.

import type { Incoming } from '../../bot/bot.js';
import { type Dialog, emptyDialog } from '../../bot/case/dialog.js';
import type { Redaction } from '../../bot/text/redact/redactor.js';
import { type Destinations, noDestinations } from '../../bot/ticket/deliveries-for.js';
import type { Effect } from '../../bot/turn/turn.js';
import type { Choice, Part, View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { Knowledge } from '../../knowledge/index.js';
import { type Desk, decideOn, newDesk } from './desk.js';
import { fakeKnowledge } from './fake-knowledge.js';

export interface Conversation {
  readonly dialog: Dialog;
  readonly effects: readonly Effect[];
  readonly view: View | undefined;
  readonly desk: Desk;
  say(text: string, user?: string): Conversation;
  /** The same where others read along: from here on, moves carry this name. */
  as(name: string): Conversation;
  /** Presses the button with this label on the view on show. `inputs`: what was filled in. */
  press(label: string, user?: string, inputs?: Readonly<Record<string, string>>): Conversation;
  pressData(data: unknown, user?: string): Conversation;
  choice(label: string): Choice;
}

export const now = new Date('2026-03-01T09:00:00Z');

/** @param desk Tickets that there are; what is handed over is added to them. */
export function conversation(
  knowledge: Knowledge = fakeKnowledge,
  dialog: Dialog = emptyDialog,
  desk: Desk = newDesk(),
  destinations: Destinations = noDestinations,
  redaction: Redaction = { key: 'test' },
): Conversation {
  return after(dialog, [], undefined, { knowledge, desk, destinations, redaction });
}

interface Setting {
  readonly knowledge: Knowledge;
  readonly desk: Desk;
  readonly destinations: Destinations;
  readonly redaction: Redaction;
  readonly name?: string;
}

function after(dialog: Dialog, effects: readonly Effect[], before: View | undefined, setting: Setting): Conversation {
  const { knowledge, desk, destinations, redaction, name } = setting;
  const view = effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : [])).at(-1) ?? before;
  const choice = (label: string): Choice => {
    const found = view?.choices.find((it) => it.label === label);
    if (found === undefined) throw new Error(`No button “${label}” among ${labelsOf(view).join(', ')}`);
    return found;
  };
  const next = (event: Incoming['event'], user: string): Conversation => {
    const incoming = { conversation: 'c', user, ...(name === undefined ? {} : { shared: true as const, name }), event };
    const world = { knowledge, now, words: en, version: '1.0.0', redaction, destinations };
    const { turn, desk: later } = decideOn(desk, dialog, incoming, world);
    return after(turn.dialog, turn.effects, view, { ...setting, desk: later });
  };
  return {
    dialog,
    effects,
    view,
    desk,
    choice,
    as: (other) => after(dialog, effects, view, { ...setting, name: other }),
    say: (text, user = 'mia') => next({ kind: 'message', text }, user),
    press: (label, user = 'mia', inputs = {}) =>
      next({ kind: 'press', data: { action: choice(label).action, ...inputs } }, user),
    pressData: (data, user = 'mia') => next({ kind: 'press', data }, user),
  };
}

/** Everything a view says, one string a passage. */
export function passagesOf(view: View | undefined): string[] {
  return (view?.parts ?? []).flatMap(passages);
}

export function labelsOf(view: View | undefined): string[] {
  return (view?.choices ?? []).map(({ label }) => label);
}

function passages(part: Part): string[] {
  switch (part.kind) {
    case 'title':
    case 'text':
    case 'code':
      return [part.text];
    case 'list':
      return [...part.items];
    case 'facts':
      return part.facts.map(({ name, value }) => `${name}: ${value}`);
    case 'table':
      return part.rows.map((row) => row.join(' | '));
    case 'box':
      return part.parts.flatMap(passages);
    case 'progress':
      return [part.label];
    case 'input':
      return [`${part.label}: ${part.value}`];
    case 'fold':
      return part.parts.flatMap(passages);
    default:
      return part satisfies never;
  }
}
