// A message: a number, a word, a value, or lines of a log.

import { answerShown, type Diagnosis } from '../../knowledge/index.js';
import type { Incoming } from '../bot.js';
import type { Dialog, Told } from '../case/dialog.js';
import { redactorOf, withMasks } from '../case/redactor-of-case.js';
import { valueToKeep } from '../case/value-to-keep.js';
import { valueIn } from '../check-value.js';
import type { Meaning } from '../meaning.js';
import type { Move } from '../next-move.js';
import type { Option } from '../options/option.js';
import { visible } from '../text/escape-markdown.js';
import type { Masks } from '../text/redact/masks.js';
import { readForm } from '../ticket/ticket-form.js';
import { understandField, understandTicket, understandWords } from '../understand-words.js';
import type { Action } from '../view.js';
import { drawSummary } from '../views/ending.js';
import { drawNotice } from '../views/welcome.js';
import { askToForget } from './forget.js';
import { readFreshLines } from './fresh-lines.js';
import { fillIn } from './hand-over.js';
import { listCases, listedCase, listNumber, resume } from './list-cases.js';
import { isOver, open } from './open.js';
import { park } from './parked-cases.js';
import { perform } from './perform.js';
import { pressAction } from './press.js';
import { type Stage, stageOf } from './stage.js';
import { takeIn } from './take-in.js';
import { hearTicket, listTickets } from './ticket-turn.js';
import { again, type Message, misunderstood, show, showCase, type Turn, welcome } from './turn.js';
import type { World } from './world.js';

export function hear(heard: Dialog, message: Message, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const { text } = message;
  const listed = listedCase(heard, text, world);
  const offered = offeredAction(heard, text);
  const { listed: _, offered: __, ...dialog } = heard;
  if (listed !== undefined) return resume(dialog, listed.caseId, listed.revision, world);
  if (offered !== undefined) return pressAction(dialog, offered, {}, incoming, world);
  // A number means something on the list that was just shown, or nothing: never a button of before.
  const isAboutList = (heard.listed ?? heard.offered) !== undefined && listNumber(text) !== undefined;
  if (isAboutList) return show(heard, drawNotice(notices.noSuchNumber));
  const ticket = understandTicket(text, world.words);
  if (ticket !== undefined) return hearTicket(dialog, ticket, incoming, world);
  const stage = stageOf(dialog, world);
  const understood = understandWords(text, stage?.options ?? [], stage?.onShow ?? [], world.words);

  switch (understood.kind) {
    case 'empty':
      return stage === undefined
        ? show(dialog, welcome(world, notices.empty))
        : again(dialog, stage, { text: notices.empty, tone: 'quiet' });
    case 'option':
      return perform(dialog, requireStage(stage), understood.option, incoming, world);
    case 'word':
      return hearWord(dialog, stage, understood.meaning, incoming, world);
    case 'no-such-number':
      return misunderstood(dialog, world, notices.noSuchNumber);
    case 'text':
      return hearText(dialog, stage, message, incoming, world);
    default:
      return understood satisfies never;
  }
}

function hearWord(dialog: Dialog, stage: Stage | undefined, meaning: Meaning, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const calm = { ...dialog, misunderstood: 0 };
  if (meaning === 'cases') return listCases(calm, incoming, world);
  if (meaning === 'tickets') return listTickets(calm, incoming, world);
  if (meaning === 'forget') return askToForget(calm, incoming, world);
  if (stage === undefined) {
    return show(calm, meaning === 'thanks' ? drawNotice(notices.thanksNoCase) : welcome(world));
  }
  switch (meaning) {
    case 'help':
      return showCase(calm, world, { text: notices.help, tone: 'quiet' });
    case 'thanks':
      if (stage.move.kind === 'closed') return show(calm, drawNotice(notices.thanksNoCase));
      return showCase(calm, world, { text: notices.thanks, tone: 'quiet' });
    case 'hello':
      return greet(calm, stage, world);
    case 'summary':
      // Nobody is lost any more, so the choices may be others than they were.
      return show(calm, drawSummary(stage.scene, stageOf(calm, world)?.onShow ?? []));
    case 'pause':
      return show(park(calm), drawNotice(notices.paused));
    case 'back':
      return showCase(calm, world, { text: notices.beginning, tone: 'quiet' });
    default:
      // It is understood, and there is nothing here that it could mean.
      return misunderstood(dialog, world, notices.notHere);
  }
}

/** What a message means right after choices that are not about the case: one of them, by number or as it is called. */
function offeredAction({ offered }: Dialog, text: string): Action | undefined {
  const said = text.trim().toLowerCase();
  const number = listNumber(said);
  const named = (label: string): boolean => label.toLowerCase() === said;
  const found = number === undefined ? offered?.find(({ label }) => named(label)) : offered?.[number - 1];
  return found?.action;
}

export function greet(dialog: Dialog, stage: Stage | undefined, world: World): Turn {
  if (stage === undefined) return show(dialog, welcome(world));
  return showCase(dialog, world, { text: world.words.notices.hello, tone: 'quiet' });
}

function hearText(heard: Dialog, before: Stage | undefined, message: Message, incoming: Incoming, world: World): Turn {
  const { text } = message;
  // Whoever pastes more while asked which of two faults it is has not chosen the second.
  const { pending, ...dialog } = heard;
  const stage = pending === undefined ? before : stageOf(dialog, world);
  const field = stage?.move.kind === 'hand-over' ? understandField(text, world.words) : undefined;
  if (stage !== undefined && field !== undefined) {
    const read = readForm(field, redactorOf(stage.scene.kase, world.redaction));
    return fillIn(dialog, stage, read, incoming, world);
  }
  const diagnosis = world.knowledge.diagnose(text);
  if (stage === undefined) return open(dialog, undefined, message, diagnosis, incoming, world);
  const given = givenValue(stage, text, diagnosis, world);
  if (given !== undefined) return take(given, { dialog, stage, incoming, world });
  const answer = shownAnswer(stage, text, diagnosis);
  if (answer !== undefined) return perform(dialog, stage, answer, incoming, world);
  if (isRemark(stage.move, text, diagnosis)) return misunderstood(dialog, world);
  if (isOver(stage.move)) return open(dialog, stage, message, diagnosis, incoming, world);
  const fresh = readFreshLines(text, diagnosis, stage, world);
  return takeIn(fresh, { dialog, stage, message, diagnosis, incoming, world });
}

interface Given {
  readonly told: Told<'gave'>;
  /** What is hidden in it and in the case. */
  readonly masks: Masks;
}

interface Moment {
  readonly dialog: Dialog;
  readonly stage: Stage;
  readonly incoming: Incoming;
  readonly world: World;
}

function take({ told, masks }: Given, { dialog, stage, incoming, world }: Moment): Turn {
  if (isGivenAgain(told, stage)) return again(dialog, stage);
  const turn = perform(dialog, stage, { label: told.value, does: { kind: 'tell', told } }, incoming, world);
  const { case: kase } = turn.dialog;
  return kase === undefined ? turn : { ...turn, dialog: { ...turn.dialog, case: withMasks(kase, masks) } };
}

/** Saying the same again changes nothing, so there would be nothing to go back from. */
function isGivenAgain({ value }: Told<'gave'>, { move }: Stage): boolean {
  return move.kind === 'ask-value' && move.given?.value === value;
}

// Who is asked what a command says pastes what it says.
function shownAnswer({ move, options }: Stage, text: string, { verdict }: Diagnosis): Option | undefined {
  if ((move.kind !== 'ask' && move.kind !== 'split') || verdict !== 'none') return undefined;
  const shown = answerShown(move.check, visible(text));
  const value = String(move.check.answers.findIndex(({ label }) => label === shown?.label));
  return options.find((option) => option.verb === 'answer' && option.value === value);
}

// The value that was asked for, unless the message is plainly an error of its own.
function givenValue(
  { move, scene }: Stage,
  text: string,
  diagnosis: Diagnosis,
  { redaction }: World,
): Given | undefined {
  if (move.kind !== 'ask-value') return undefined;
  const line = visible(text).trim();
  const found = valueIn(move.check, line);
  if (found === undefined && (line.includes('\n') || line.length > longestValue)) return undefined;
  const [best] = diagnosis.candidates;
  const own = scene.kase.issues[move.issue]?.ref;
  const elsewhere = best !== undefined && (best.article.path !== own?.article || best.issue.id !== own.issue);
  if (diagnosis.verdict === 'match' && elsewhere && found === undefined) return undefined;
  const redactor = redactorOf(scene.kase, redaction);
  const value = valueToKeep(found ?? line, move.check, redactor).slice(0, longestValue);
  return { told: { kind: 'gave', issue: move.issue, check: move.check.id, value }, masks: redactor.masks };
}

const longestValue = 120;
const longestRemark = 200;

// What people do not write to each other: several lines, names_with_underscores, CamelCase, assignments, paths, numbers.
const logLike = /\n|\w_\w|[a-z][A-Z]|[=[\]{}<>|\\]|\w\/\w|\d{3,}/;

// A sentence in the middle of a case that says nothing the knowledge is sure about is talk, not the next error.
function isRemark(move: Move, text: string, { verdict, codes }: Diagnosis): boolean {
  switch (move.kind) {
    case 'closed':
    case 'unknown':
    case 'handed-over':
      return false;
    case 'ask':
    case 'split':
    case 'ask-value':
    case 'cause':
    case 'choose':
    case 'look-around':
    case 'another':
    case 'step':
    case 'blocked':
    case 'verify':
    case 'hand-over': {
      const line = text.trim();
      return verdict !== 'match' && codes.length === 0 && line.length <= longestRemark && !logLike.test(line);
    }
    default:
      return move satisfies never;
  }
}

function requireStage(stage: Stage | undefined): Stage {
  if (stage === undefined) throw new Error('Without a case there are no options to choose');
  return stage;
}
