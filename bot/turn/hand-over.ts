// A case is handed over, and what is said about its ticket from the case.

import type { Incoming } from '../bot.js';
import type { Case, Dialog } from '../case/dialog.js';
import { redactorOf, withLabelsOf, withMasks } from '../case/redactor-of-case.js';
import { withoutForm, withTold } from '../case/tell-case.js';
import { type FoundTicket, foundTicket } from '../look-up.js';
import type { Does } from '../options/option.js';
import { visible } from '../text/escape-markdown.js';
import { asSent } from '../text/redact/as-sent.js';
import { reconciled, relabelled } from '../text/redact/masks.js';
import { Redactor } from '../text/redact/redactor.js';
import { type Acted, actOnTicket, withWaiting } from '../ticket/act-on-ticket.js';
import { deliveriesFor, noDestinations } from '../ticket/deliveries-for.js';
import type { TicketForm } from '../ticket/form-fields.js';
import { type Role, roleIn } from '../ticket/move-ticket.js';
import { followerOf, newTicket } from '../ticket/new-ticket.js';
import { masksOfTicket, redactorOfTicket, withTicketMasks } from '../ticket/redactor-of-ticket.js';
import type { Happened, Ticket } from '../ticket/ticket.js';
import { type ReadForm, readForm } from '../ticket/ticket-form.js';
import { newsFor } from '../views/hand-over.js';
import type { Notice } from '../views/notice.js';
import { drawTicket } from '../views/ticket/card.js';
import { wordsId } from '../views/ticket/inputs.js';
import { effectsOf } from './outcomes.js';
import { type Stage, stageOf } from './stage.js';
import { again, type Effect, type Inputs, show, showCase, type Turn } from './turn.js';
import type { World } from './world.js';

/** Hands the case over with what stands in the form. */
export function send(dialog: Dialog, stage: Stage, inputs: Inputs, incoming: Incoming, world: World): Turn {
  const { move } = stage;
  if (move.kind !== 'hand-over') return showCase(dialog, world);
  if (move.same?.own !== undefined) return toOwnTicket(dialog, stage, move.same.own, incoming, world);
  const read = readForm(inputs, redactorOf(stage.scene.kase, world.redaction));
  // Nothing is sent that nobody has seen like this.
  if (read.broken.length > 0 || read.isAltered) return fillIn(dialog, stage, read, incoming, world);
  const scene = { ...stage.scene, kase: withMasks(stage.scene.kase, read.masks) };
  const number = world.found?.newNumber;
  if (number === undefined) return { dialog, effects: [], needs: { newNumber: true } };

  const { tenant = '', destinations = noDestinations } = world;
  const form: TicketForm = { ...move.form, ...read.filled };
  const ticket = newTicket(scene, { number, tenant, form, requester: followerOf(incoming) });
  const deliveries = deliveriesFor(ticket, 0, destinations);
  const opened: Effect = { kind: 'ticket', ticket, before: undefined, deliveries };
  const known = withFound(world, { number, ticket, deliveries: withWaiting([], deliveries) });
  return preceded([opened], handedOver(dialog, { ...stage, scene }, number, incoming, known));
}

/** The case has a ticket: it is told what has become known since, and shown. */
function toOwnTicket(dialog: Dialog, stage: Stage, own: Ticket, incoming: Incoming, world: World): Turn {
  const text = newsFor(own, stage.scene);
  const isTold = own.history.some((it) => it.kind === 'said' && it.text === text);
  if (text === '' || isTold) return handedOver(dialog, stage, own.number, incoming, world);
  const found = foundTicket(world.found, own.number);
  if (found === undefined) return { dialog, effects: [], needs: { ticket: own.number } };
  if (found.ticket === undefined) return handedOver(dialog, stage, own.number, incoming, world);
  const role = roleIn(found.ticket, followerOf(incoming));
  const ticket = withMasksOf(stage.scene.kase, found.ticket);
  const acted = act({ ...found, ticket }, { kind: 'said', text }, role, incoming, world);
  const known = acted.kind === 'acted' ? withFound(world, acted.found) : world;
  return preceded(effectsFrom(acted), handedOver(dialog, stage, own.number, incoming, known));
}

/** The ticket of a case knows what the case has come to know since. */
function withMasksOf({ id, masks }: Case, ticket: Ticket): Ticket {
  return masks === undefined || ticket.caseId !== id ? ticket : { ...ticket, masks };
}

/** Waits for a ticket of the same fault in place of opening another. */
export function joinTicket(dialog: Dialog, stage: Stage, ticket: Ticket, incoming: Incoming, world: World): Turn {
  const found = foundTicket(world.found, ticket.number);
  if (found === undefined) return { dialog, effects: [], needs: { ticket: ticket.number } };
  if (found.ticket === undefined) return showCase(dialog, world, refused('finished', world));
  const follower = followerOf(incoming);
  const role = roleIn(found.ticket, follower);
  const acted = act({ ...found, ticket: found.ticket }, { kind: 'joined', follower }, role, incoming, world);
  if (acted.kind === 'refused' && acted.refusal !== 'already-waiting')
    return showCase(dialog, world, refused(acted.refusal, world));
  const known = acted.kind === 'acted' ? withFound(world, acted.found) : world;
  const { joined } = world.words.ticket.done;
  const notice: Notice = { text: joined(ticket.number), tone: 'quiet' };
  return preceded(effectsFrom(acted), handedOver(dialog, stage, ticket.number, incoming, known, notice));
}

/** Changes what stands in the form. */
export function fillIn(
  dialog: Dialog,
  { move, scene }: Stage,
  { filled, broken, isAltered, masks }: ReadForm,
  incoming: Incoming,
  world: World,
): Turn {
  const { handOver } = world.words;
  const text = [...broken.map((field) => handOver.broken[field]), ...(isAltered ? [handOver.altered] : [])].join(' ');
  const notice: Notice | undefined = text === '' ? undefined : { text, tone: 'warning' };
  // A case that is a ticket already shows no form.
  if (move.kind === 'hand-over' && move.same?.own !== undefined) return showCase(dialog, world);
  // What stands there already is nothing to go back from.
  const form: Readonly<Record<string, unknown>> = move.kind === 'hand-over' ? { ...move.form } : {};
  if (Object.entries(filled).every(([field, value]) => form[field] === value)) return showCase(dialog, world, notice);
  const told = { kind: 'filled-in', ...filled } as const;
  const kase = withTold(withMasks(scene.kase, masks), told, { user: incoming.user, ...world });
  return showCase({ ...dialog, case: kase, misunderstood: 0 }, world, notice);
}

/** Says something about the ticket of the case, or reopens it. */
export function comment(
  dialog: Dialog,
  { scene }: Stage,
  { kind, ticket: number }: Extract<Does, { kind: 'comment' | 'reopen' }>,
  inputs: Inputs,
  incoming: Incoming,
  world: World,
): Turn {
  const found = foundTicket(world.found, number);
  if (found?.ticket === undefined) return showCase(dialog, world);
  const role = roleIn(found.ticket, followerOf(incoming));
  const ticket = withMasksOf(scene.kase, found.ticket);
  const written = writtenFor({ ...found, ticket }, inputs[wordsId], dialog, world);
  const { known, text } = written;
  const { done, fixedIsBack } = world.words.ticket;
  const happened: Happened =
    kind === 'comment' ? { kind: 'said', text } : { kind: 'reopened', text: text === '' ? fixedIsBack : text };
  const acted = act(known, happened, role, incoming, world);
  if (acted.kind === 'refused') return showCase(dialog, world, refused(acted.refusal, world));
  if (written.isAltered) return showInCase(dialog, written, world);
  // A second press of the same button is then one from an earlier moment.
  const moved = { ...scene.kase, revision: scene.kase.revision + 1 };
  const kase = withLabelsOf(redactorOfTicket(acted.found.ticket, world.redaction).masks, moved);
  const notice: Notice = { text: kind === 'comment' ? done.say : done.reopen, tone: 'quiet' };
  const { written: _, ...rest } = dialog;
  const turn = showCase({ ...rest, case: kase }, withFound(world, acted.found), notice);
  return preceded(effectsFrom(acted), turn);
}

/** Does something to a ticket in the name of whoever says so. */
export function act(
  { ticket, deliveries }: FoundTicket & { readonly ticket: Ticket },
  happened: Happened,
  role: Role,
  incoming: Incoming,
  { now, destinations = noDestinations }: World,
): Acted {
  const { person } = followerOf(incoming);
  return actOnTicket(ticket, deliveries, happened, { by: person, role, at: now }, destinations);
}

export function effectsFrom(acted: Acted): readonly Effect[] {
  if (acted.kind === 'refused') return [];
  const { found, before, deliveries, outcomes } = acted;
  return [
    { kind: 'ticket', ticket: found.ticket, before, deliveries },
    ...outcomes.map((outcome): Effect => ({ kind: 'learnt', outcome })),
  ];
}

/** The world in which the ticket is as it will be once this turn is kept. */
export function withFound(world: World, ticket: FoundTicket): World {
  return { ...world, found: { ...world.found, tickets: [...(world.found?.tickets ?? []), ticket] } };
}

export function preceded(effects: readonly Effect[], turn: Turn): Turn {
  return { ...turn, effects: [...effects, ...turn.effects] };
}

export function refused(refusal: Extract<Acted, { kind: 'refused' }>['refusal'], { words }: World): Notice {
  return { text: words.ticket.refusals[refusal], tone: 'warning' };
}

const longestWords = 2_000;
/** A secret may end behind what is kept. */
const lookedThrough = 10 * longestWords;

/** A ticket, and what somebody has written for it: secrets hidden, empty where there is nothing. */
export interface Written<Known extends { readonly ticket: Ticket }> {
  /** The ticket knows the labels of the text. */
  readonly known: Known;
  readonly text: string;
  /** Whether something is hidden in it, or cut off, that they have not seen like this. */
  readonly isAltered: boolean;
}

/** @param dialog May have shown it before. */
export function writtenFor<Known extends { readonly ticket: Ticket }>(
  known: Known,
  words: string | undefined,
  { written }: Pick<Dialog, 'written'>,
  { redaction }: Pick<World, 'redaction'>,
): Written<Known> {
  const { ticket } = known;
  const before = masksOfTicket(ticket);
  const isShown = written?.ticket === ticket.number && written.masks.scope === before.scope;
  const { masks, renamed } = isShown ? reconciled(before, written.masks) : { masks: before, renamed: new Map() };
  const redactor = new Redactor(redaction, masks);
  const said = visible(words ?? '').trim();
  const text = asSent(relabelled(said, renamed).slice(0, lookedThrough), redactor, { longest: longestWords });
  return { known: { ...known, ticket: withTicketMasks(ticket, redactor) }, text, isAltered: text !== said };
}

type Known = FoundTicket & { readonly ticket: Ticket };

/** Words of somebody who waits for a ticket, as they would be sent: they are sent once they are said like this. */
export function showWritten(dialog: Dialog, written: Written<Known>, role: Role, { words }: World): Turn {
  const { known, text } = written;
  return show(withWritten(dialog, known), drawTicket(known, role, { words, notice: altered(words), written: text }));
}

/** The same below the case. */
function showInCase(dialog: Dialog, { known, text }: Written<Known>, world: World): Turn {
  const next = withWritten(dialog, known);
  const stage = stageOf(next, world);
  if (stage?.move.kind !== 'handed-over') return showCase(next, world);
  return again(next, { ...stage, move: { ...stage.move, written: text } }, altered(world.words));
}

function withWritten(dialog: Dialog, { ticket: { number, masks } }: Known): Dialog {
  return masks === undefined ? dialog : { ...dialog, written: { ticket: number, masks } };
}

function altered({ ticket }: World['words']): Notice {
  return { text: ticket.altered, tone: 'warning' };
}

function handedOver(
  dialog: Dialog,
  { scene }: Stage,
  ticket: number,
  incoming: Incoming,
  world: World,
  notice?: Notice,
): Turn {
  const told = { kind: 'handed-over', ticket } as const;
  // What is sent cannot be taken back: going back from here leads to where the case was before the form.
  const kase = withTold(withoutForm(scene.kase), told, { user: incoming.user, ...world });
  const turn = showCase({ ...dialog, case: kase, misunderstood: 0 }, world, notice);
  return preceded(effectsOf(told, scene), turn);
}
