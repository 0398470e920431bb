// What to show next, given where a case stands.

import type { Knowledge } from '../knowledge/index.js';
import type { CheckWords, Repair } from '../knowledge/troubleshoot/index.js';
import type { Case } from './case/dialog.js';
import type { ChoiceCheck } from './case/likelihood.js';
import { repairKey } from './case/replay/progress.js';
import { standingOf } from './case/replay/standing-of.js';
import { sideBySide } from './case/replay/suspects.js';
import { issueAt, type Standing } from './case/standing.js';
import type { ValueCheck } from './check-value.js';
import { bestMove, type PossibleMove, possibleMoves } from './decide/possible-moves.js';
import { type SecondLook, secondLook } from './decide/second-look.js';
import type { Found, FoundTicket } from './look-up.js';
import type { TicketForm } from './ticket/form-fields.js';
import { emptyForm } from './ticket/ticket-form.js';

/** `issue` is a position among the case's issues; `withCause`: the person has not seen its cause yet. */
export type Move =
  /** `among`: the issues that could be it, the asked one included; `alone` when the case is about that one only. */
  | {
      readonly kind: 'ask';
      readonly issue: number;
      readonly check: ChoiceCheck;
      readonly withCause: boolean;
      readonly reason: WhyAsk;
    }
  /** Asks a question of one candidate that tells several apart. */
  | {
      readonly kind: 'split';
      readonly issue: number;
      readonly check: ChoiceCheck;
      readonly among: readonly number[];
      readonly reason: WhyAsk;
    }
  /** `given`: what was given already and broke rules. */
  | {
      readonly kind: 'ask-value';
      readonly issue: number;
      readonly check: ValueCheck;
      readonly withCause: boolean;
      readonly given?: { readonly value: string; readonly broken: readonly string[] };
    }
  /**
   * The cause, and the repair to begin with; none where the article knows none. `ways`: how many repairs there are.
   * `worthIt`: the repair is expected to cost less than the helpdesk.
   */
  | {
      readonly kind: 'cause';
      readonly issue: number;
      readonly repair: Repair | undefined;
      readonly ways: number;
      readonly worthIt: boolean;
      readonly withCause: boolean;
      readonly reason: WhyRepair | undefined;
    }
  /** Best first, one to four. */
  | { readonly kind: 'choose'; readonly among: readonly number[] }
  /** Everything that can be done, best first. */
  | { readonly kind: 'look-around'; readonly ways: readonly PossibleMove[] }
  /** `step`: 0-based. `reason`: why this repair, at its first step. */
  | {
      readonly kind: 'step';
      readonly issue: number;
      readonly repair: Repair;
      readonly step: number;
      readonly reason: WhyRepair | undefined;
    }
  | { readonly kind: 'blocked'; readonly issue: number; readonly repair: Repair; readonly step: number }
  /** `others`: there is more to try if it did not help. */
  | { readonly kind: 'verify'; readonly issue: number; readonly repair: Repair; readonly others: boolean }
  /** Nothing known explains it, or nothing known is left that is worth trying (`tried`). `guesses`: at most two. */
  | {
      readonly kind: 'unknown';
      readonly guesses: readonly number[];
      readonly tried: boolean;
      /** Some repair is left that could be tried all the same. */
      readonly ways: boolean;
    }
  /** More lines are about another fault, of this title: which of the two? */
  | { readonly kind: 'another'; readonly title: string }
  /**
   * The form to hand it over. `same`: other tickets of this fault, and of this case, as far as they were looked up. `isLong`:
   * what goes with it does not fit below the form.
   */
  | {
      readonly kind: 'hand-over';
      readonly form: TicketForm;
      readonly same?: Found['sameFault'];
      readonly isLong?: true;
    }
  /**
   * `ticket`: absent where it was handed over before there were tickets; `found`: as far as it was looked up. `written`: what
   * the person has written for it and not sent yet.
   */
  | {
      readonly kind: 'handed-over';
      readonly ticket?: number;
      readonly found?: FoundTicket;
      readonly written?: string;
    }
  | { readonly kind: 'closed'; readonly issue?: number; readonly repair?: string; readonly step?: number };

/** Why this is asked. */
export type WhyAsk =
  /** It tells so many causes, or repairs, apart. */
  | { readonly kind: 'tells-apart'; readonly what: 'causes' | 'repairs'; readonly count: number }
  /** It makes sure before a repair of so many minutes; 0 where it is not about a repair. */
  | { readonly kind: 'makes-sure'; readonly minutes: number }
  /** Nothing but this answer, by its label, sends the case to the helpdesk. */
  | { readonly kind: 'looks-again'; readonly answer: string };

/** Why this repair: the likeliest of several, quick to try among those that may help, or as good as any other. */
export interface WhyRepair {
  readonly kind: 'likeliest' | 'quickest' | 'only';
  readonly minutes: number;
}

/** A repair that is less likely to help is not held out to somebody for whom the helpdesk is the better way. */
const worthNaming = 0.2;

/** So many questions, the best ones, are among what can be chosen. */
const questionsToChoose = 2;

export interface Next {
  readonly move: Move;
  readonly standing: Standing;
  /** What could be done instead, best first. */
  readonly moves: readonly PossibleMove[];
}

/** For the same values the very same, worked out once: what is shown is asked for again when a button of it is pressed. */
export function nextMove(kase: Case, knowledge: Knowledge, words: CheckWords): Next {
  const known = decided.get(kase);
  if (known?.knowledge === knowledge && known.words === words) return known.next;
  const next = decide(kase, knowledge, words);
  decided.set(kase, { knowledge, words, next });
  return next;
}

const decided = new WeakMap<Case, { readonly knowledge: Knowledge; readonly words: CheckWords; readonly next: Next }>();

function decide(kase: Case, knowledge: Knowledge, words: CheckWords): Next {
  const standing = standingOf(kase, knowledge, words);
  const moves = possibleMoves(standing);
  const move = moveFor(kase, standing, moves);
  if (move.kind !== 'verify') return { move, standing, moves };
  // What is held out as still to be tried must come when it did not help.
  const failed: Case = {
    ...kase,
    told: [...kase.told, { kind: 'tried', issue: move.issue, repair: move.repair.id, by: 0 }],
  };
  const then = decide(failed, knowledge, words).move;
  return { move: { ...move, others: then.kind !== 'unknown' && !looksAgain(then) }, standing, moves };
}

/** Whether it asks what was answered before. */
export function looksAgain(move: Move): boolean {
  return move.kind === 'ask' && move.reason.kind === 'looks-again';
}

function moveFor(kase: Case, standing: Standing, moves: readonly PossibleMove[]): Move {
  const { ending, focus, open, current } = standing;
  if (ending?.kind === 'handed-over') return ending;
  if (ending?.kind === 'fixed') return { ...ending, kind: 'closed' };
  if (standing.handingOver !== undefined) {
    return { kind: 'hand-over', form: { ...emptyForm(kase, standing), ...standing.handingOver } };
  }
  if (standing.lookingAround) return { kind: 'look-around', ways: withFewQuestions(moves) };
  if (standing.wanted !== undefined) return asking({ kind: 'ask', ...standing.wanted, cost: 0 }, moves, standing);
  if (current !== undefined) return inRepair(current, standing);

  if (focus !== undefined) {
    const value = valueMove(focus, standing);
    if (value !== undefined) return value;
  }
  const issues = focus === undefined ? open : [focus];
  const best = bestMove(moves);
  if (best?.kind === 'ask') return asking(best, moves, standing);
  // After all that was told, none of those that are left is worth a try; whoever has worked on one is not asked whether it is
  // what they see.
  const isTold = standing.past.size > 0 || issues.every((issue) => standing.seen.has(issue));
  const isOver = issues.length === 0 || (focus === undefined && best?.kind === 'hand-over' && isTold);
  if (focus === undefined && !isOver) return { kind: 'choose', among: open.slice(0, sideBySide) };
  if (best?.kind === 'repair') return repairing(best, moves, standing);
  const again = secondLook(standing);
  if (again !== undefined) return askingAgain(again);
  return focus === undefined || isOver ? unknown(kase, standing, moves) : withoutRepair(focus, kase, standing, moves);
}

/** More of them only make the list longer: whoever wants to choose wants something to do. */
function withFewQuestions(moves: readonly PossibleMove[]): readonly PossibleMove[] {
  const questions = moves.filter(({ kind }) => kind === 'ask').slice(0, questionsToChoose);
  return moves.filter((move) => move.kind !== 'ask' || questions.includes(move));
}

function valueMove(issue: number, standing: Standing): Move | undefined {
  const check = standing.valueCheckOf(issue);
  if (check === undefined) return undefined;
  const given = standing.valueOf(issue, check);
  const withCause = !standing.seen.has(issue);
  return { kind: 'ask-value', issue, check, withCause, ...(given === undefined ? {} : { given }) };
}

function asking(
  { issue, check }: PossibleMove & { kind: 'ask' },
  moves: readonly PossibleMove[],
  standing: Standing,
): Move {
  const { focus, open } = standing;
  if (focus === issue) {
    const reason = reasonToAsk(issue, check, moves, standing);
    return { kind: 'ask', issue, check, withCause: !standing.seen.has(issue), reason };
  }
  const likely = (focus === undefined ? open : [focus, ...open]).slice(0, sideBySide);
  const among = likely.includes(issue) ? likely : [issue, ...likely];
  const reason: WhyAsk =
    among.length > 1
      ? { kind: 'tells-apart', what: 'causes', count: among.length }
      : reasonToAsk(issue, check, moves, standing);
  return { kind: 'split', issue, check, among, reason };
}

function askingAgain({ issue, check, answer }: SecondLook): Move {
  return { kind: 'ask', issue, check, withCause: false, reason: { kind: 'looks-again', answer } };
}

function repairing(
  { issue, repair }: PossibleMove & { kind: 'repair' },
  moves: readonly PossibleMove[],
  standing: Standing,
): Move {
  const reason = reasonToRepair(issue, repair, moves);
  if (standing.seen.has(issue)) return { kind: 'step', issue, repair, step: 0, reason };
  return {
    kind: 'cause',
    issue,
    repair,
    ways: standing.repairsLeft(issue).length,
    worthIt: true,
    withCause: true,
    reason,
  };
}

// The helpdesk is the better move, or the article knows no repair: the cause is told all the same.
function withoutRepair(issue: number, kase: Case, standing: Standing, moves: readonly PossibleMove[]): Move {
  const ways = moves.filter((move) => move.kind === 'repair');
  const own = ways.find((move) => move.issue === issue);
  const hopeless = own !== undefined && own.likely < worthNaming;
  if (standing.seen.has(issue) && hopeless) return unknown(kase, standing, moves);
  const repair = own?.repair;
  const left = standing.repairsLeft(issue).length;
  const withCause = !standing.seen.has(issue);
  return { kind: 'cause', issue, repair, ways: left, worthIt: false, withCause, reason: undefined };
}

function inRepair({ issue, repair }: NonNullable<Standing['current']>, standing: Standing): Move {
  const { at, stuck } = standing.progress.get(repairKey(issue, repair.id)) ?? { at: 0, stuck: false };
  if (at >= repair.steps.length) {
    return { kind: 'verify', issue, repair, others: false };
  }
  return stuck
    ? { kind: 'blocked', issue, repair, step: at }
    : { kind: 'step', issue, repair, step: at, reason: undefined };
}

function unknown(kase: Case, { open, guesses, past, seen }: Standing, moves: readonly PossibleMove[]): Move {
  return {
    kind: 'unknown',
    // What they have worked on is no news to them.
    guesses: [...open, ...guesses].filter((issue) => !seen.has(issue)).slice(0, 2),
    tried: kase.verdict !== 'none' || past.size > 0,
    ways: moves.some(({ kind }) => kind === 'repair'),
  };
}

function reasonToAsk(issue: number, check: ChoiceCheck, moves: readonly PossibleMove[], standing: Standing): WhyAsk {
  const repairs = moves.filter((move) => move.kind === 'repair');
  const left = standing.repairsLeft(issue).length;
  const picks = check.answers.filter(({ leads }) => leads.kind === 'resolution').length;
  if (picks > 1 && left > 1) return { kind: 'tells-apart', what: 'repairs', count: Math.min(picks, left) };
  const causes = check.answers.filter(({ leads }) => leads.kind === 'issue').length;
  if (causes > 1) return { kind: 'tells-apart', what: 'causes', count: causes };
  const repair = repairs.find((move) => move.issue === issue)?.repair;
  const guide = issueAt(standing, issue)?.kind === 'guide';
  return { kind: 'makes-sure', minutes: guide ? 0 : (repair?.effort.minutes ?? 0) };
}

function reasonToRepair(issue: number, { id, effort: { minutes } }: Repair, moves: readonly PossibleMove[]): WhyRepair {
  const repairs = moves.filter((move) => move.kind === 'repair');
  const own = repairs.find((move) => move.issue === issue && move.repair.id === id);
  if (repairs.length < 2 || own === undefined) return { kind: 'only', minutes };
  const others = repairs.filter((move) => move !== own);
  if (others.every(({ likely }) => likely < own.likely - 1e-9)) return { kind: 'likeliest', minutes };
  return others.some(({ repair }) => repair.effort.minutes > minutes)
    ? { kind: 'quickest', minutes }
    : { kind: 'only', minutes };
}
