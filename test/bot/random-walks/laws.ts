// What holds after anything that may happen.

import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Incoming, IncomingEvent } from '../../../bot/bot.js';
import { adaptiveCard, largestCard } from '../../../bot/cards/adaptive-card.js';
import { actionSchema, type Case, type Dialog, readDialog, type ToldBy } from '../../../bot/case/dialog.js';
import { withoutForm } from '../../../bot/case/tell-case.js';
import { nextMove } from '../../../bot/next-move.js';
import { mostChoices } from '../../../bot/options/on-show.js';
import { ticketSchema } from '../../../bot/ticket/ticket.js';
import type { Action, Choice, View } from '../../../bot/view.js';
import { en } from '../../../bot/words/en.js';
import { type Happened, happen, incomingAt, type Place, type Town } from './town.js';

/** Of what is kept of a conversation, in bytes. */
const largest = 16 * 1024;
/** Near that, what matters least is given up. */
const roomy = 12_000;

export interface Step {
  readonly before: Town;
  readonly place: Place;
  readonly incoming: Incoming;
  readonly after: Happened;
}

/** @param isRepeated The delivery came before. */
export function checkStep(step: Step, isRepeated: boolean): void {
  const { before, place, after } = step;
  const { turn, views, town } = after;
  if (isRepeated) {
    expect(turn).toEqual({ dialog: before.talks[place].dialog, effects: [] });
    expect(town.desk).toBe(before.desk);
    return;
  }
  expect(views.length).toBeGreaterThanOrEqual(1);
  expect(JSON.stringify([turn.dialog, views])).not.toContain('Sommer2024');
  checkKept(turn.dialog);
  for (const [number, { ticket }] of town.desk.tickets)
    if (ticket !== before.desk.tickets.get(number)?.ticket) expect(ticketSchema.parse(ticket)).toEqual(ticket);
  // What was never counted is not taken back.
  expect([...town.outcomes.values()].filter((count) => count < 0)).toEqual([]);
  checkPress(step);
  checkNumber(step);
  const card = lookAt(town, place);
  for (const view of views) checkView(view, step, card);
  if (!isSameMoment(before.talks[place].dialog, turn.dialog)) {
    checkCard(card, place, views[0]);
    checkAsked(turn.dialog, town);
    checkBack(step);
  }
}

/** Small, plain JSON that reads back as itself. */
function checkKept(dialog: Dialog): void {
  const stored = JSON.stringify(dialog);
  expect(Buffer.byteLength(stored)).toBeLessThanOrEqual(largest);
  expect(readDialog(JSON.parse(stored))).toEqual(dialog);
}

function isSameMoment(a: Dialog, b: Dialog): boolean {
  return a.case?.id === b.case?.id && a.case?.revision === b.case?.revision && a.misunderstood === b.misunderstood;
}

/** A button that is not of this case and this moment changes nothing. */
function checkPress({ before, place, incoming, after }: Step): void {
  const action = actionIn(incoming.event);
  if (action === undefined || !('caseId' in action)) return;
  const { dialog } = before.talks[place];
  const { caseId, revision, verb } = action;
  const isForgetting = verb === 'forget' || verb === 'keep';
  const isOf = (kase: Case | undefined): boolean => kase?.id === caseId && kase.revision === revision;
  const isOfNow = isOf(dialog.case) || (verb === 'resume' && dialog.parked.some(isOf));
  if (isForgetting || isOfNow) return;
  const { case: kase, pending, parked } = after.turn.dialog;
  expect({ kase, pending, parked }).toEqual({ kase: dialog.case, pending: dialog.pending, parked: dialog.parked });
  expect(after.town.desk).toBe(before.desk);
}

/** A number means a button that is on show, or nothing. */
function checkNumber({ before, place, incoming: { event }, after }: Step): void {
  const { choices = [] } = before.talks[place].shown.at(-1) ?? {};
  const number = event.kind === 'message' && /^\d$/.test(event.text) ? event.text : undefined;
  if (number === undefined || choices.length === 0) return;
  const isNamed = choices.some(({ label }) => label.startsWith(number));
  if (isNamed || choices[Number(number) - 1] !== undefined) return;
  expect(after.turn.dialog.case?.told).toEqual(before.talks[place].dialog.case?.told);
}

function actionIn(event: IncomingEvent): Action | undefined {
  if (event.kind !== 'press' || typeof event.data !== 'object' || event.data === null) return undefined;
  const { action } = event.data as { action?: unknown };
  return actionSchema.safeParse(action).data;
}

/** What whoever comes along is shown: the case as it is. */
function lookAt(town: Town, place: Place): Happened {
  return happen(town, place, incomingAt(place, 'mia', { kind: 'joined' }));
}

/**
 * The card of the case leads on, whatever is chosen on it.
 *
 * @param before What is on show until then.
 */
function checkCard(card: Happened, place: Place, before: View | undefined): void {
  const { town } = card;
  const kase = town.talks[place].dialog.case;
  const [view] = card.views;
  if (kase === undefined || view === undefined) return;
  expect(view.choices).not.toEqual([]);
  checkDrawn(view);
  const moment = momentOf(town, place, before);
  if (checked.has(moment)) return;
  for (const [position, choice] of view.choices.entries()) {
    const said = (event: IncomingEvent): Happened => happen(town, place, incomingAt(place, 'mia', event));
    const pressed = said({ kind: 'press', data: { action: choice.action, text: 'more' } });
    const next = pressed.turn.dialog.case;
    // It acts: the case moves on or is over.
    expect([next?.id, next?.revision]).not.toEqual([kase.id, kase.revision]);
    // And something else is on show then.
    expect(onShow(pressed.views[0])).not.toEqual(onShow(before));
    // Its number and its label do the same; a number that another label begins with, 1 in "1 or more", is asked about.
    const number = String(position + 1);
    const isClaimed = view.choices.some((it) => it !== choice && new RegExp(`^${number}(?!\\.)\\b`).test(it.label));
    expect(said({ kind: 'message', text: choice.label }).turn.dialog.case?.told).toEqual(next?.told);
    const told = (isClaimed ? kase : next)?.told;
    expect(said({ kind: 'message', text: number }).turn.dialog.case?.told).toEqual(told);
  }
  checked.add(moment);
}

/** Most walks begin alike: a moment whose choices were looked at need not be looked at again. */
const checked = new Set<string>();

/** A fingerprint of all that decides what the choices of a moment do, in whichever case and whenever that is. */
function momentOf({ knowledge, talks, desk }: Town, place: Place, before: View | undefined): string {
  const { case: kase, pending, parked, misunderstood } = talks[place].dialog;
  const bare = (it: Case | undefined): unknown =>
    it && {
      ...it,
      id: '',
      revision: 0,
      openedAt: '',
      masks: it.masks?.counts,
      told: it.told.map(({ at: _, ...told }) => told),
    };
  const isHandedOver = kase?.told.some(({ kind }) => kind === 'asked-helpdesk' || kind === 'handed-over') === true;
  const moment = [knowledge.version, place, bare(kase), bare(pending), parked.length, misunderstood, onShow(before)];
  const tickets = isHandedOver ? [...desk.tickets] : [];
  return createHash('sha1')
    .update(JSON.stringify([...moment, tickets]))
    .digest('base64');
}

function onShow(view: View | undefined): unknown {
  return [view?.parts, view?.choices.map(({ label }) => label)];
}

function checkDrawn(view: View): void {
  const { choices, summary, parts } = view;
  expect(summary).not.toBe('');
  expect(parts.length).toBeGreaterThan(0);
  expect(choices.length).toBeLessThanOrEqual(mostChoices);
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(Buffer.byteLength(JSON.stringify(adaptiveCard(view)))).toBeLessThanOrEqual(largestCard);
}

/** Whatever a view offers is accepted. */
function checkView(view: View, step: Step, card: Happened): void {
  checkDrawn(view);
  const known = new Set(card.views.flatMap(({ choices }) => choices.map(({ action }) => JSON.stringify(action))));
  for (const choice of view.choices) if (!known.has(JSON.stringify(choice.action))) checkAside(choice, step);
}

/** A choice that is not about the case as it is: one of a list, of a ticket, to be forgotten. */
function checkAside({ action }: Choice, { place, incoming, after }: Step): void {
  const pressed = happen(after.town, place, {
    ...incoming,
    delivery: 'aside',
    event: { kind: 'press', data: { action, text: 'more' } },
  });
  if ('caseId' in action && action.verb === 'resume') {
    expect(pressed.turn.dialog.case).toMatchObject({ id: action.caseId, revision: action.revision + 1 });
    return;
  }
  const { ticket, notices } = en;
  const refusals: readonly string[] = [
    ticket.stale,
    ticket.experts,
    notices.foreign,
    notices.stale,
    notices.notNow,
    notices.staleNoCase,
  ];
  const texts = pressed.views.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => refusals.includes(text))).toEqual([]);
}

/** What was answered is not asked again, but for one more look before the helpdesk, and then it is said so. */
function checkAsked({ case: kase }: Dialog, { knowledge }: Town): void {
  if (kase === undefined) return;
  const { move } = nextMove(kase, knowledge, en.derivedChecks);
  if (move.kind !== 'ask' && move.kind !== 'split') return;
  const { issue, check, reason } = move;
  const said = kase.told.flatMap((it) =>
    it.kind === 'answered' && it.issue === issue && it.check === check.id ? [it.answer] : [],
  );
  expect(said).toEqual(reason.kind === 'looks-again' ? [reason.answer] : []);
}

/** Going back undoes exactly one move, but for what was sent. */
function checkBack({ before, place, after }: Step): void {
  const was = before.talks[place].dialog.case;
  const { case: is } = after.turn.dialog;
  if (was === undefined || is === undefined || was.id !== is.id) return;
  const isSent = after.turn.effects.some((it) => it.kind === 'ended' && it.outcome.kind === 'handed-over');
  if (!isSent && movesIn(is.told) <= movesIn(was.told)) return;
  // Where there is no room, what was told long ago is given up.
  if (Buffer.byteLength(JSON.stringify(before.talks[place].dialog)) > roomy) return;
  if (!isSent) expect(movesIn(is.told)).toBe(movesIn(was.told) + 1);
  const undone = happen(after.town, place, incomingAt(place, 'mia', { kind: 'message', text: 'back' }));
  expect(undone.turn.dialog.case?.told).toEqual(isSent ? withoutForm(was).told : was.told);
  // A ticket that was closed because it works stays closed.
  if (isSent || after.town.desk !== before.desk) return;
  expect(lookAt(undone.town, place).views[0]?.parts).toEqual(lookAt(unasked(before, place), place).views[0]?.parts);
}

/** Lines about another fault, and that they are added all the same, are one move. */
function unasked(town: Town, place: Place): Town {
  const { dialog, ...talk } = town.talks[place];
  const { pending: _, ...rest } = dialog;
  return { ...town, talks: { ...town.talks, [place]: { ...talk, dialog: rest } } };
}

/** Steps done in a row are one thing told. */
function movesIn(told: readonly ToldBy[]): number {
  return told.reduce((sum, it) => sum + (it.kind === 'did' ? it.steps : 1), 0);
}

/** Whoever takes the first choice each time comes to an end. */
export function checkEnd(town: Town, place: Place): void {
  let card = lookAt(town, place);
  for (let presses = 0; presses < 60; presses += 1) {
    const { case: kase } = card.turn.dialog;
    const [view] = card.views;
    if (kase === undefined || kase.told.at(-1)?.kind === 'handed-over') return;
    if (view?.summary === en.closed.summary || view?.summary === en.closed.guideSummary) return;
    const action = view?.choices[0]?.action;
    const pressed = happen(card.town, place, incomingAt(place, 'mia', { kind: 'press', data: { action } }));
    card = lookAt(pressed.town, place);
  }
  throw new Error('This went round in circles');
}
