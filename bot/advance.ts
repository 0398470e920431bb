// The conversation's one decision: what a message or a press changes, and what is shown then.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Diagnosis, IssueRef, Knowledge } from '../knowledge/index.js';
import type { Incoming } from './bot.js';
import type { Case, Dialog, Told } from './case/dialog.js';
import { fitDialog } from './case/fit-dialog.js';
import { type Experience, openCase, personId } from './case/open-case.js';
import { withoutLast, withTold } from './case/tell-case.js';
import { valueIn } from './check-value.js';
import { escapeMarkdown, visible } from './escape-markdown.js';
import { addedFrom, type FreshLines, readFreshLines } from './fresh-lines.js';
import type { Meaning } from './meaning.js';
import { type Move, nextMove } from './next-move.js';
import type { Does, Option } from './options.js';
import { park, takeUp } from './parked-cases.js';
import { redact } from './redact.js';
import { isLost, patience, type Stage, stageOf } from './stage.js';
import { understandWords } from './understand-words.js';
import type { View } from './view.js';
import { drawCases } from './views/cases.js';
import { drawMove, type Notice } from './views/draw-move.js';
import { drawSummary } from './views/ending.js';
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
  /** A repair was gone through and did not help. */
  | { readonly kind: 'tried'; readonly caseId: string; readonly issue: IssueRef; readonly repair: string }
  | { readonly kind: 'ended'; readonly caseId: string; readonly outcome: Outcome };

/** How a case ended. */
export type Outcome =
  /** `repair` and `step` (1-based): where it began to work, as far as known. */
  | { readonly kind: 'resolved'; readonly issue?: IssueRef; readonly repair?: string; readonly step?: number }
  | { readonly kind: 'handed-over'; readonly issue?: IssueRef }
  | { readonly kind: 'abandoned'; readonly issue?: IssueRef };

/** So many deliveries are remembered; channels repeat one within seconds. */
const rememberedDeliveries = 24;

/**
 * Decides the next move. Never throws; a delivery that was handled before changes nothing and shows nothing.
 *
 * @returns The dialog to keep, at most 16 KB of JSON, and what to do.
 */
export function advance(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const delivery = incoming.delivery === undefined ? undefined : fingerprint(incoming.delivery);
  if (delivery !== undefined && dialog.deliveries.includes(delivery)) return { dialog, effects: [] };
  const deliveries = delivery === undefined ? dialog.deliveries : [delivery, ...dialog.deliveries];
  // A number means a case in the list only as long as that is the last thing on show.
  const { listed, ...rest } = dialog;
  const stillListed = listed !== undefined && incoming.event.kind === 'message';
  const current: Dialog = {
    ...rest,
    ...(stillListed ? { listed } : {}),
    deliveries: deliveries.slice(0, rememberedDeliveries),
  };
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
  const read = pressed.safeParse(data);
  if (read.success && read.data.action.verb === 'resume') {
    const { caseId, revision } = read.data.action;
    return resume(dialog, caseId, revision, world);
  }
  if (stage === undefined) return show(dialog, welcome(world, notices.staleNoCase));
  const { kase } = stage.scene;
  if (!read.success) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  const { action } = read.data;
  if (action.caseId !== kase.id) return again(dialog, stage, { text: notices.foreign, tone: 'quiet' });
  if (action.revision !== kase.revision) return again(dialog, stage, { text: notices.stale, tone: 'quiet' });
  const option = stage.options.find(({ verb, value }) => verb === action.verb && value === action.value);
  if (option === undefined) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  return perform(dialog, stage, option, incoming, world);
}

type Message = Extract<Incoming['event'], { kind: 'message' }>;

function hear(heard: Dialog, message: Message, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const { text } = message;
  const listed = listedCase(heard, text, world);
  const { listed: _, ...dialog } = heard;
  if (listed !== undefined) return resume(dialog, listed.action.caseId, listed.action.revision, world);
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
      return misunderstood(dialog, world);
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
      return show(calm, drawSummary(stage.scene, stage.onShow));
    case 'pause': {
      const paused = park(calm);
      return show(paused, drawNotice(notices.paused));
    }
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

function hearText(heard: Dialog, before: Stage | undefined, message: Message, incoming: Incoming, world: World): Turn {
  const { text } = message;
  // Whoever pastes more while asked which of two faults it is has not chosen the second.
  const { pending, ...dialog } = heard;
  const stage = pending === undefined ? before : stageOf(dialog, world);
  const diagnosis = world.knowledge.diagnose(text);
  if (stage === undefined) return open(dialog, undefined, message, diagnosis, incoming, world);
  const told = givenValue(stage, text, diagnosis);
  if (told !== undefined && isGivenAgain(told, stage)) return again(dialog, stage);
  if (told !== undefined) {
    return perform(dialog, stage, { label: told.value, does: { kind: 'tell', told } }, incoming, world);
  }
  if (isRemark(stage.move, text, diagnosis)) return misunderstood(dialog, world);
  if (isOver(stage.move)) return open(dialog, stage, message, diagnosis, incoming, world);
  const fresh = readFreshLines(text, diagnosis, stage, world.knowledge);
  return takeIn(fresh, { dialog, stage, message, diagnosis, incoming, world });
}

/** Saying the same again changes nothing, so there would be nothing to go back from. */
function isGivenAgain({ value }: Told<'gave'>, { move }: Stage): boolean {
  return move.kind === 'ask-value' && move.given?.value === value;
}

/** Nothing of the case is left that more lines could be about. */
function isOver({ kind }: Move): boolean {
  return kind === 'closed' || kind === 'unknown' || kind === 'handed-over';
}

interface Moment {
  readonly dialog: Dialog;
  readonly stage: Stage;
  readonly message: Message;
  readonly diagnosis: Diagnosis;
  readonly incoming: Incoming;
  readonly world: World;
}

// More lines in the middle of a case.
function takeIn(fresh: FreshLines, moment: Moment): Turn {
  const { dialog, stage, message, diagnosis, incoming, world } = moment;
  const { notices } = world.words;
  const calm = { ...dialog, misunderstood: 0 };
  const quietly = (text: string): Turn => showCase(calm, world, { text, tone: 'quiet' });
  switch (fresh.kind) {
    case 'told':
      return tellFresh(calm, stage, fresh, incoming, world);
    case 'another': {
      // Nobody has done anything for the case yet: there is nothing to choose between.
      if (stage.scene.kase.told.length === 0) return open(dialog, stage, message, diagnosis, incoming, world);
      const pending = newCase(dialog, message, diagnosis, incoming, world);
      const revision = stage.scene.kase.revision + 1;
      return showCase({ ...calm, case: { ...stage.scene.kase, revision }, pending: { ...pending, revision } }, world);
    }
    case 'still-there':
      return quietly(notices.stillThere(fresh.line));
    case 'not-seen':
      return quietly(notices.notSeen(fresh.count));
    case 'old':
      return quietly(notices.oldLines);
    case 'silent':
      return quietly(notices.silentLines);
    default:
      return fresh satisfies never;
  }
}

/** Tells the case what fresh lines say, and the person what has changed by it. */
function tellFresh(
  dialog: Dialog,
  { scene }: Stage,
  { told, issues }: Extract<FreshLines, { kind: 'told' }>,
  incoming: Incoming,
  world: World,
): Turn {
  const { kase } = scene;
  const wider = { ...kase, issues: [...kase.issues, ...issues] };
  const next: Dialog = { ...dialog, case: withTold(wider, told, incoming.user, world.knowledge) };
  const after = stageOf(next, world);
  const turn = showCase(next, world, told.kind === 'added' ? whatChanged(scene, after, world) : undefined);
  const outcome =
    told.kind === 'verified' && told.outcome === 'gone'
      ? outcomeOf({ kind: 'fixed', issue: told.issue, repair: told.repair }, { scene })
      : undefined;
  const failed = told.kind === 'verified' && told.outcome === 'still' ? failedRepair(told, scene) : [];
  return {
    ...turn,
    effects: [
      ...failed,
      ...(outcome === undefined ? [] : [{ kind: 'ended', caseId: kase.id, outcome } as const]),
      ...turn.effects,
    ],
  };
}

function whatChanged(before: Scene, after: Stage | undefined, { words }: World): Notice {
  const titleOf = ({ standing }: Scene): string | undefined => {
    const best = standing.focus ?? standing.open[0];
    return best === undefined ? undefined : standing.entries[best]?.issue.title;
  };
  const [was, is] = [titleOf(before), after === undefined ? undefined : titleOf(after.scene)];
  const title = escapeMarkdown(is ?? '');
  const text = is === undefined ? words.notices.silentLines : words.notices.pointsTo(title, was === is);
  return { text, tone: 'quiet' };
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
    case 'another':
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
  const { notices } = world.words;
  const kase = newCase(dialog, message, diagnosis, incoming, world);
  const issue = kase.issues[0]?.ref;
  // Where nothing was known, there is nothing that somebody might miss.
  const interrupts = before !== undefined && !isOver(before.move);
  const sentences = [
    ...(interrupts ? [notices.newCase] : []),
    ...(message.incomplete === true ? [notices.incomplete] : []),
  ];
  const notice: Notice | undefined = sentences.length === 0 ? undefined : { text: sentences.join(' '), tone: 'quiet' };
  const turn = showCase({ ...park(dialog), cases: dialog.cases + 1, misunderstood: 0, case: kase }, world, notice);
  return {
    ...turn,
    effects: [
      ...forgotten(dialog, turn.dialog, world),
      { kind: 'opened', caseId: kase.id, verdict: kase.verdict, ...(issue === undefined ? {} : { issue }) },
      ...turn.effects,
    ],
  };
}

function newCase(
  dialog: Dialog,
  { text }: Message,
  diagnosis: Diagnosis,
  incoming: Incoming,
  { knowledge, now, experience = () => [] }: World,
): Case {
  const seed = `${incoming.conversation}\n${dialog.cases + 1}`;
  return openCase({ paste: text, diagnosis, knowledge, experience, user: incoming.user, now, seed });
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
      const rest = park(calm);
      const turn = show(rest, welcome(world, world.words.notices.restarted));
      return { ...turn, effects: [...forgotten(dialog, rest, world), ...turn.effects] };
    }
    case 'switch': {
      const { pending } = dialog;
      if (pending === undefined) return showCase(calm, world);
      const opened = { ...pending, revision: pending.revision + 1 };
      const next = { ...park(calm), cases: dialog.cases + 1, case: opened };
      const issue = pending.issues[0]?.ref;
      const turn = showCase(next, world, notice);
      return {
        ...turn,
        effects: [
          ...forgotten(dialog, next, world),
          { kind: 'opened', caseId: pending.id, verdict: pending.verdict, ...(issue === undefined ? {} : { issue }) },
          ...turn.effects,
        ],
      };
    }
    case 'join': {
      const { pending, ...rest } = calm;
      return pending === undefined
        ? showCase(calm, world)
        : tellFresh(rest, stage, addedFrom(pending, stage.scene), incoming, world);
    }
    case 'stay': {
      const { pending: _, ...rest } = calm;
      return showCase({ ...rest, case: { ...kase, revision: kase.revision + 1 } }, world, notice);
    }
    case 'back':
      return showCase({ ...calm, case: withoutLast(kase) }, world, notice);
    case 'tell': {
      const next = withTold(kase, does.told, incoming.user, world.knowledge);
      const turn = showCase({ ...calm, case: next }, world, notice);
      const outcome = outcomeOf(does.told, stage);
      const failed = does.told.kind === 'tried' ? failedRepair(does.told, stage.scene) : [];
      return {
        ...turn,
        effects: [
          ...failed,
          ...(outcome === undefined ? [] : [{ kind: 'ended', caseId: kase.id, outcome } as const]),
          ...turn.effects,
        ],
      };
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

function show(dialog: Dialog, view: View): Turn {
  return { dialog, effects: [{ kind: 'show', view }] };
}

function welcome({ words, knowledge }: World, notice?: string): View {
  return drawWelcome(words, knowledge.issueCount, notice);
}

function outcomeOf(told: Told, { scene }: Pick<Stage, 'scene'>): Outcome | undefined {
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

function failedRepair(
  { issue, repair }: { readonly issue: number; readonly repair: string },
  { kase }: Scene,
): Effect[] {
  const ref = kase.issues[issue]?.ref;
  return ref === undefined ? [] : [{ kind: 'tried', caseId: kase.id, issue: ref, repair }];
}

/** Cases that nobody has brought to an end and that are no longer kept. */
function forgotten(before: Dialog, after: Dialog, { knowledge, words }: World): Effect[] {
  const ids = (dialog: Dialog): Case[] => [...dialog.parked, ...(dialog.case === undefined ? [] : [dialog.case])];
  const kept = new Set(ids(after).map(({ id }) => id));
  return ids(before).flatMap((kase) => {
    if (kept.has(kase.id)) return [];
    const { ending, focus } = nextMove(kase, knowledge, words.derivedChecks).standing;
    if (ending !== undefined) return [];
    const issue = focus === undefined ? undefined : kase.issues[focus]?.ref;
    return [
      { kind: 'ended', caseId: kase.id, outcome: { kind: 'abandoned', ...(issue === undefined ? {} : { issue }) } },
    ];
  });
}

/** Lists the parked cases that the person has had a part in, and the one that is open. */
function listCases(dialog: Dialog, { user }: Incoming, world: World): Turn {
  const listed = dialog.parked.filter(({ people }) => people.includes(personId(user))).map(({ id }) => id);
  return show({ ...dialog, listed }, casesView(dialog, listed, world));
}

function casesView(dialog: Dialog, listed: readonly string[], world: World): View {
  const parked = dialog.parked.filter(({ id }) => listed.includes(id));
  return drawCases(
    parked.map((kase) => sceneOf(kase, world)),
    stageOf(dialog, world)?.scene,
    world.words,
  );
}

/** What a message means right after the list of cases: one of them, by number or as it is called. */
function listedCase(dialog: Dialog, text: string, world: World): View['choices'][number] | undefined {
  if (dialog.listed === undefined) return undefined;
  const { choices } = casesView(dialog, dialog.listed, world);
  const said = text.trim();
  const number = /^#?(\d{1,2})[.)]?$/.exec(said)?.[1];
  return number === undefined ? choices.find(({ label }) => label === said) : choices[Number(number) - 1];
}

function resume(dialog: Dialog, id: string, revision: number, world: World): Turn {
  const resumed = takeUp(dialog, id, revision);
  if (resumed !== undefined) return showCase(resumed, world, { text: world.words.notices.resumed, tone: 'quiet' });
  return showCase(dialog, world, { text: world.words.notices.stale, tone: 'quiet' });
}

function sceneOf(kase: Case, { knowledge, words }: World): Scene {
  return { kase, standing: nextMove(kase, knowledge, words.derivedChecks).standing, words };
}

function fingerprint(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 16);
}
