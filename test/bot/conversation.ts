// A conversation in a test: what is said and pressed, and what comes back.

import { advance } from '../../bot/advance.js';
import { type Dialog, emptyDialog } from '../../bot/case/dialog.js';
import type { Effect } from '../../bot/turn/turn.js';
import type { Choice, Part, View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { Knowledge } from '../../knowledge/index.js';
import { fakeKnowledge } from './fake-knowledge.js';

export interface Conversation {
  readonly dialog: Dialog;
  readonly effects: readonly Effect[];
  readonly view: View | undefined;
  say(text: string, user?: string): Conversation;
  /** The same where others read along: from here on, moves carry this name. */
  as(name: string): Conversation;
  /** Presses the button with this label on the view on show. */
  press(label: string, user?: string): Conversation;
  pressData(data: unknown, user?: string): Conversation;
  choice(label: string): Choice;
}

export const now = new Date('2026-03-01T09:00:00Z');

export function conversation(knowledge: Knowledge = fakeKnowledge, dialog: Dialog = emptyDialog): Conversation {
  return after(dialog, [], undefined, { knowledge });
}

interface Setting {
  readonly knowledge: Knowledge;
  readonly name?: string;
}

function after(dialog: Dialog, effects: readonly Effect[], before: View | undefined, setting: Setting): Conversation {
  const { knowledge, name } = setting;
  const view = effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : [])).at(-1) ?? before;
  const choice = (label: string): Choice => {
    const found = view?.choices.find((it) => it.label === label);
    if (found === undefined) throw new Error(`No button “${label}” among ${labelsOf(view).join(', ')}`);
    return found;
  };
  const next = (event: Parameters<typeof advance>[1]['event'], user: string): Conversation => {
    const incoming = { conversation: 'c', user, ...(name === undefined ? {} : { shared: { name } }), event };
    const world = { knowledge, now, words: en, version: '1.0.0', redaction: { key: 'test' } };
    const turn = advance(dialog, incoming, world);
    return after(turn.dialog, turn.effects, view, setting);
  };
  return {
    dialog,
    effects,
    view,
    choice,
    as: (other) => after(dialog, effects, view, { knowledge, name: other }),
    say: (text, user = 'mia') => next({ kind: 'message', text }, user),
    press: (label, user = 'mia') => next({ kind: 'press', data: { action: choice(label).action } }, user),
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
    default:
      return part satisfies never;
  }
}
