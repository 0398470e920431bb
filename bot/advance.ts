// The conversation's one decision: what a message or a press changes, and what is shown then.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Diagnosis, IssueRef, Knowledge } from '../knowledge/index.js';
import type { Incoming } from './bot.js';
import type { Dialog, Told } from './case/dialog.js';
import { fitDialog } from './case/fit-dialog.js';
import { type Experience, openCase } from './case/open-case.js';
import { withoutLast, withTold } from './case/tell-case.js';
import { valueIn } from './check-value.js';
import { escapeMarkdown, visible } from './escape-markdown.js';
import type { Meaning } from './meaning.js';
import { type Move, nextMove } from './next-move.js';
import { type Does, type Option, optionsOf, optionsOnShow, pageOf } from './options.js';
import { redact } from './redact.js';
import { understandWords } from './understand-words.js';
import type { View } from './view.js';
import { drawMove, type Notice } from './views/draw-move.js';
import type { Scene } from './views/scene.js';
import { drawNotice, drawWelcome } from './views/welcome.js';
import type { Words } from './words/en.js';
import { inCompany } from './words/in-company.js';

/** What a decision rests on besides the dialog and the event. */
export interface World {
  readonly knowledge: Knowledge;
  readonly now: Date;
  readonly words: Words;
  /** None unless told. */
  readonly experience?: Experience;
}

export interface Turn {
  readonly dialog: Dialog;
  /** To be performed in this order. */
  readonly effects: readonly Effect[];
}

export type Effect =
  | { readonly kind: 'show'; readonly view: View }
  | {
      readonly kind: 'opened';
      readonly caseId: string;
      readonly verdict: Diagnosis['verdict'];
      readonly issue?: IssueRef;
    }
  | { readonly kind: 'ended'; readonly caseId: string; readonly outcome: Outcome };

/** How a case ended. */
export type Outcome =
  /** `repair` and `step` (1-based): where it began to work, as far as known. */
  | { readonly kind: 'resolved'; readonly issue?: IssueRef; readonly repair?: string; readonly step?: number }
  | { readonly kind: 'handed-over'; readonly issue?: IssueRef }
  | { readonly kind: 'abandoned'; readonly issue?: IssueRef };

/** So many deliveries are remembered; channels repeat one within seconds. */
const rememberedDeliveries = 24;

/** After so many messages in a row that make no sense, the helpdesk is offered. */
const patience = 3;

/**
 * Decides the next move. Never throws; a delivery that was handled before changes nothing and shows nothing.
 *
 * @returns The dialog to keep, at most 16 KB of JSON, and what to do.
 */
export function advance(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const delivery = incoming.delivery === undefined ? undefined : fingerprint(incoming.delivery);
  if (delivery !== undefined && dialog.deliveries.includes(delivery)) return { dialog, effects: [] };
  const deliveries = delivery === undefined ? dialog.deliveries : [delivery, ...dialog.deliveries];
  const current = { ...dialog, deliveries: deliveries.slice(0, rememberedDeliveries) };
  const words = incoming.shared === undefined ? world.words : inCompany(world.words);
  const turn = answer(current, incoming, { ...world, words });
  return { ...turn, dialog: fitDialog(turn.dialog) };
}

function answer(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const { event } = incoming;
  switch (event.kind) {
    case 'joined':
      return greet(dialog, stageOf(dialog, world), world);
    case 'press':
      return press(dialog, event.data, incoming, world);
    case 'message':
      return hear(dialog, event, incoming, world);
    default:
      return event satisfies never;
  }
}

const pressed = z.object({
  action: z.object({
    caseId: z.string(),
    revision: z.int(),
    verb: z.string(),
    value: z.string().exactOptional(),
  }),
});

function press(dialog: Dialog, data: unknown, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const stage = stageOf(dialog, world);
  if (stage === undefined) return show(dialog, welcome(world, notices.staleNoCase));
  const { kase } = stage.scene;
  const read = pressed.safeParse(data);
  if (!read.success) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  const { action } = read.data;
  if (action.caseId !== kase.id) return again(dialog, stage, { text: notices.foreign, tone: 'quiet' });
  if (action.revision !== kase.revision) return again(dialog, stage, { text: notices.stale, tone: 'quiet' });
  const option = stage.options.find(({ verb, value }) => verb === action.verb && value === action.value);
  if (option === undefined) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  return perform(dialog, stage, option, incoming, world);
}

type Message = Extract<Incoming['event'], { kind: 'message' }>;

function hear(dialog: Dialog, message: Message, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const { text } = message;
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
      return hearWord(dialog, stage, understood.meaning, world);
    case 'no-such-number':
      return misunderstood(dialog, world);
    case 'text':
      return hearText(dialog, stage, message, incoming, world);
    default:
      return understood satisfies never;
  }
}

function hearWord(dialog: Dialog, stage: Stage | undefined, meaning: Meaning, world: World): Turn {
  const { notices } = world.words;
  const calm = { ...dialog, misunderstood: 0 };
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
    case 'back':
      return showCase(calm, world, { text: notices.beginning, tone: 'quiet' });
    default:
      return misunderstood(dialog, world);
  }
}

function greet(dialog: Dialog, stage: Stage | undefined, world: World): Turn {
  if (stage === undefined) return show(dialog, welcome(world));
  return showCase(dialog, world, { text: world.words.notices.hello, tone: 'quiet' });
}

function hearText(dialog: Dialog, stage: Stage | undefined, message: Message, incoming: Incoming, world: World): Turn {
  const { text } = message;
  const diagnosis = world.knowledge.diagnose(text);
  if (stage === undefined) return open(dialog, undefined, message, diagnosis, incoming, world);
  const told = givenValue(stage, text, diagnosis);
  if (told !== undefined) {
    return perform(dialog, stage, { label: told.value, does: { kind: 'tell', told } }, incoming, world);
  }
  if (isRemark(stage.move, text, diagnosis)) return misunderstood(dialog, world);
  return open(dialog, stage, message, diagnosis, incoming, world);
}

// The value that was asked for, unless the message is plainly an error of its own.
function givenValue({ move, scene }: Stage, text: string, diagnosis: Diagnosis): Told<'gave'> | undefined {
  if (move.kind !== 'ask-value') return undefined;
  const line = visible(text).trim();
  const found = valueIn(move.check, line);
  if (found === undefined && (line.includes('\n') || line.length > longestValue)) return undefined;
  const [best] = diagnosis.candidates;
  const own = scene.kase.issues[move.issue]?.ref;
  const elsewhere = best !== undefined && (best.article.path !== own?.article || best.issue.id !== own.issue);
  if (diagnosis.verdict === 'match' && elsewhere && found === undefined) return undefined;
  const value = redact(found ?? line).slice(0, longestValue);
  return { kind: 'gave', issue: move.issue, check: move.check.id, value };
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
    case 'step':
    case 'blocked':
    case 'verify': {
      const line = text.trim();
      return verdict !== 'match' && codes.length === 0 && line.length <= longestRemark && !logLike.test(line);
    }
    default:
      return move satisfies never;
  }
}

function open(
  dialog: Dialog,
  before: Stage | undefined,
  message: Message,
  diagnosis: Diagnosis,
  incoming: Incoming,
  world: World,
): Turn {
  const { knowledge, now } = world;
  const { notices } = world.words;
  const cases = dialog.cases + 1;
  const seed = `${incoming.conversation}\n${cases}`;
  const { experience = () => [] } = world;
  const kase = openCase({ paste: message.text, diagnosis, knowledge, experience, user: incoming.user, now, seed });
  const issue = kase.issues[0]?.ref;
  const left = abandoned(dialog, world);
  // Where nothing was known, there is nothing that somebody might miss.
  const interrupts = left.length > 0 && before?.move.kind !== 'unknown';
  const sentences = [
    ...(interrupts ? [notices.newCase] : []),
    ...(message.incomplete === true ? [notices.incomplete] : []),
  ];
  const notice: Notice | undefined = sentences.length === 0 ? undefined : { text: sentences.join(' '), tone: 'quiet' };
  const turn = showCase({ ...dialog, cases, misunderstood: 0, case: kase }, world, notice);
  return {
    ...turn,
    effects: [
      ...left,
      { kind: 'opened', caseId: kase.id, verdict: kase.verdict, ...(issue === undefined ? {} : { issue }) },
      ...turn.effects,
    ],
  };
}

function perform(
  dialog: Dialog,
  stage: Stage,
  { label, does }: Pick<Option, 'label' | 'does'>,
  incoming: Incoming,
  world: World,
): Turn {
  const calm = { ...dialog, misunderstood: 0 };
  const { kase } = stage.scene;
  const notice = whoSaid(label, does, incoming, world);
  switch (does.kind) {
    case 'restart': {
      const { case: _, ...rest } = calm;
      return {
        dialog: rest,
        effects: [...abandoned(dialog, world), ...show(rest, welcome(world, world.words.notices.restarted)).effects],
      };
    }
    case 'back':
      return showCase({ ...calm, case: withoutLast(kase) }, world, notice);
    case 'tell': {
      const next = withTold(kase, does.told, incoming.user, world.knowledge);
      const turn = showCase({ ...calm, case: next }, world, notice);
      const outcome = outcomeOf(does.told, stage);
      return outcome === undefined
        ? turn
        : { ...turn, effects: [{ kind: 'ended', caseId: kase.id, outcome }, ...turn.effects] };
    }
    default:
      return does satisfies never;
  }
}

// Where others read along, they see who moved the case.
function whoSaid(label: string, does: Does, { shared }: Incoming, { words }: World): Notice | undefined {
  if (shared?.name === undefined) return undefined;
  const answers = does.kind === 'tell' && ['answered', 'gave'].includes(does.told.kind);
  const said = answers ? words.notices.answered : words.notices.chose;
  return { text: said(escapeMarkdown(shared.name), escapeMarkdown(label)), tone: 'quiet' };
}

/** A case and what it shows. */
interface Stage {
  readonly move: Move;
  readonly scene: Scene;
  /** Choices on show, in order. */
  readonly onShow: readonly Option[];
  /** Everything that can be done, those on show included. */
  readonly options: readonly Option[];
}

function stageOf(dialog: Dialog, { knowledge, words }: World): Stage | undefined {
  const kase = dialog.case;
  if (kase === undefined) return undefined;
  const { move, standing } = nextMove(kase, knowledge, words.derivedChecks);
  const options = optionsOf(move, kase, standing, words);
  const onShow = optionsOnShow(options, pageOf(kase), words, isLost(dialog));
  return {
    move,
    scene: { kase, standing, words },
    onShow,
    options: [...options, ...onShow.filter((option) => !options.includes(option))],
  };
}

function requireStage(stage: Stage | undefined): Stage {
  if (stage === undefined) throw new Error('Without a case there are no options to choose');
  return stage;
}

function showCase(dialog: Dialog, world: World, notice?: Notice): Turn {
  const stage = stageOf(dialog, world);
  return stage === undefined ? show(dialog, welcome(world)) : again(dialog, stage, notice);
}

function again(dialog: Dialog, { move, scene, onShow }: Stage, notice?: Notice): Turn {
  return show(dialog, drawMove(move, scene, onShow, notice));
}

function misunderstood(dialog: Dialog, world: World): Turn {
  const puzzled = { ...dialog, misunderstood: Math.min(dialog.misunderstood + 1, patience) };
  const text = isLost(puzzled) ? world.words.notices.lost : world.words.notices.misunderstood;
  return showCase(puzzled, world, { text, tone: 'warning' });
}

function isLost({ misunderstood: times }: Dialog): boolean {
  return times >= patience;
}

function show(dialog: Dialog, view: View): Turn {
  return { dialog, effects: [{ kind: 'show', view }] };
}

function welcome({ words, knowledge }: World, notice?: string): View {
  return drawWelcome(words, knowledge.issueCount, notice);
}

function outcomeOf(told: Told, { scene }: Stage): Outcome | undefined {
  const refOf = (issue: number | undefined): IssueRef | undefined =>
    issue === undefined ? undefined : scene.kase.issues[issue]?.ref;
  if (told.kind === 'handed-over') {
    const issue = refOf(scene.standing.focus);
    return { kind: 'handed-over', ...(issue === undefined ? {} : { issue }) };
  }
  if (told.kind !== 'fixed') return undefined;
  const issue = refOf(told.issue);
  return {
    kind: 'resolved',
    ...(issue === undefined ? {} : { issue }),
    ...(told.repair === undefined ? {} : { repair: told.repair }),
    ...(told.step === undefined ? {} : { step: told.step + 1 }),
  };
}

function abandoned(dialog: Dialog, world: World): Effect[] {
  const stage = stageOf(dialog, world);
  if (stage === undefined || stage.scene.standing.ending !== undefined) return [];
  const { kase, standing } = stage.scene;
  const issue = standing.focus === undefined ? undefined : kase.issues[standing.focus]?.ref;
  const outcome: Outcome = { kind: 'abandoned', ...(issue === undefined ? {} : { issue }) };
  return [{ kind: 'ended', caseId: kase.id, outcome }];
}

function fingerprint(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 16);
}
