// A person wants to be forgotten.

import { createHash } from 'node:crypto';
import type { Incoming } from '../bot.js';
import type { Dialog } from '../case/dialog.js';
import { forgetPerson } from '../case/forget-person.js';
import { personId } from '../case/open-case.js';
import { isOpen } from '../ticket/ticket.js';
import type { CaseAction, View } from '../view.js';
import { drawNotice } from '../views/welcome.js';
import { preceded } from './hand-over.js';
import { show, type Turn } from './turn.js';
import type { World } from './world.js';

/** Says what would be removed, and asks. */
export function askToForget(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const known = whatIsKept(dialog, incoming, world);
  if (known === undefined) return lookUpFirst(dialog, incoming);
  const { forget } = world.words;
  const { conversations, finished, open } = known;
  if (conversations.length === 0 && finished === 0) {
    return show(dialog, drawNotice([forget.nothing, ...openText(open, world)].join(' ')));
  }
  const choices = (['forget', 'keep'] as const).map((verb) => ({
    label: verb === 'forget' ? forget.yes : forget.no,
    action: actionFor(verb, incoming),
  }));
  const view: View = {
    summary: forget.title,
    parts: [
      { kind: 'title', text: forget.title },
      { kind: 'text', text: [forget.text(conversations.length, finished), ...openText(open, world)].join(' ') },
    ],
    choices: choices.map((choice) => ({ ...choice, style: 'plain' })),
  };
  return show({ ...dialog, offered: choices }, view);
}

/** @returns undefined when the button is none of these. */
export function pressForget(dialog: Dialog, action: CaseAction, incoming: Incoming, world: World): Turn | undefined {
  const { forget } = world.words;
  // In company somebody else may press it, who has asked for nothing.
  const isAsked = (verb: 'forget' | 'keep'): boolean => {
    const own = actionFor(verb, incoming);
    return action.verb === verb && action.caseId === own.caseId;
  };
  if (isAsked('keep')) return show(dialog, drawNotice(forget.kept));
  if (!isAsked('forget')) return undefined;
  const known = whatIsKept(dialog, incoming, world);
  if (known === undefined) return lookUpFirst(dialog, incoming);
  const person = personId(incoming.user);
  const conversations = known.conversations.filter((it) => it !== incoming.conversation);
  const text = [forget.done, ...openText(known.open, world)].join(' ');
  return preceded([{ kind: 'forget', person, conversations }], show(forgetPerson(dialog, person), drawNotice(text)));
}

interface Kept {
  readonly conversations: readonly string[];
  /** How many tickets. */
  readonly finished: number;
  /** Numbers of tickets. */
  readonly open: readonly number[];
}

/** @returns undefined when it has to be looked up first. */
function whatIsKept(dialog: Dialog, { user, conversation }: Incoming, { found }: World): Kept | undefined {
  const { conversationsOf, ticketsOf } = found ?? {};
  const person = personId(user);
  if (person === '') return { conversations: [], finished: 0, open: [] };
  if (conversationsOf === undefined || ticketsOf === undefined) return undefined;
  // What is kept here may be newer than what was looked up.
  const here = forgetPerson(dialog, person) === dialog ? [] : [conversation];
  const own = ticketsOf.flatMap(({ ticket }) => (ticket?.requester.person.id === person ? [ticket] : []));
  return {
    conversations: [...here, ...conversationsOf.filter((it) => it !== conversation)],
    finished: own.filter((ticket) => !isOpen(ticket)).length,
    open: own.filter(isOpen).map(({ number }) => number),
  };
}

function lookUpFirst(dialog: Dialog, { user }: Incoming): Turn {
  const person = personId(user);
  return { dialog, effects: [], needs: { conversationsOf: person, ticketsOf: person } };
}

function openText(open: readonly number[], { words }: World): string[] {
  return open.length === 0 ? [] : [words.forget.open(open.map(String))];
}

/** The button of this person: nobody else's press is taken for theirs. */
function actionFor(verb: 'forget' | 'keep', { user }: Incoming): CaseAction {
  const caseId = createHash('sha256')
    .update(`forget ${personId(user)}`)
    .digest('base64url')
    .slice(0, 16);
  return { caseId, revision: 0, verb };
}
