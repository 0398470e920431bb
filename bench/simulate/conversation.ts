// A conversation with the real dialog, by what its buttons send back.

import { advance } from '../../bot/advance.js';
import { type Dialog, emptyDialog } from '../../bot/case/dialog.js';
import type { Experience } from '../../bot/case/open-case.js';
import { planOf } from '../../bot/case/plan-of.js';
import type { Found, Lookup } from '../../bot/look-up.js';
import { type Next, nextMove } from '../../bot/next-move.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import type { IssueRef, Knowledge } from '../../knowledge/index.js';

export interface Conversation {
  readonly dialog: Dialog;
  readonly view: View;
  /** What the view shows, as data: a person would read it. */
  readonly next: Next;
}

export interface Surroundings {
  readonly knowledge: Knowledge;
  readonly experience?: Experience;
}

const now = new Date('2026-03-01T09:00:00Z');

/** @throws {Error} The paste did not open a case. */
export function paste(text: string, surroundings: Surroundings): Conversation {
  return take(emptyDialog, { kind: 'message', text }, surroundings);
}

/**
 * Presses a button, turning pages until it is on show.
 *
 * @param value As the button has it; any, when absent.
 * @throws {Error} There is no such button.
 */
export function press(
  conversation: Conversation,
  verb: string,
  surroundings: Surroundings,
  value?: string,
): Conversation {
  let current = conversation;
  for (let page = 0; page < mostPages; page += 1) {
    const find = (name: string, of?: string) =>
      current.view.choices.find(
        ({ action }) => action.verb === name && (of === undefined || ('value' in action && action.value === of)),
      );
    const button = find(verb, value);
    const pressed = button ?? find('more');
    if (pressed === undefined) break;
    current = take(current.dialog, { kind: 'press', data: { action: pressed.action } }, surroundings);
    if (button !== undefined) return current;
  }
  throw new Error(`No button ${verb} ${value ?? ''} at the move ${current.next.move.kind}`);
}

const mostPages = 10;

/** Whether a button is on show. */
export function offers({ view }: Conversation, verb: string): boolean {
  return view.choices.some(({ action }) => action.verb === verb);
}

function take(
  before: Dialog,
  event: Parameters<typeof advance>[1]['event'],
  { knowledge, experience }: Surroundings,
): Conversation {
  const redaction = { key: 'bench' };
  const learnt = experience === undefined ? {} : { experience };
  const world = { knowledge, now, words: en, version: '', redaction, ...learnt };
  const incoming = { conversation: 'bench', user: 'person', event };
  const guess = advance(before, incoming, world);
  const { dialog, effects } =
    guess.needs === undefined ? guess : advance(before, incoming, { ...world, found: nobodyElse(guess.needs) });
  const view = effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : [])).at(-1);
  if (dialog.case === undefined || view === undefined) throw new Error('A simulated person has left the case');
  return { dialog, view, next: nextMove(dialog.case, knowledge, en.derivedChecks) };
}

/** There is no ticket of any case. */
function nobodyElse({ sameFault }: Lookup): Found {
  return sameFault === undefined ? {} : { sameFault: { of: sameFault, tickets: [], own: undefined } };
}

export function planAt({ knowledge }: Surroundings): (ref: IssueRef) => ReturnType<typeof planOf> | undefined {
  return (ref) => {
    const issue = knowledge.find(ref)?.issue;
    return issue === undefined ? undefined : planOf(issue, en.derivedChecks);
  };
}
