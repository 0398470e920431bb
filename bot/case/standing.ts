// Where a case stands: what follows from the diagnosis and from everything told since.

import type { Check, Issue, Knowledge, Route } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import type { ValueCheck } from '../check-value.js';
import type { TicketForm } from '../ticket/form-fields.js';
import type { Fault } from './faults.js';
import type { ChoiceCheck, Question } from './likelihood.js';
import type { AnsweredQuestion } from './replay/answers.js';
import type { Progress } from './replay/progress.js';

export interface Standing {
  /** The issues of the case as the knowledge has them now; undefined for one that is gone. */
  readonly entries: readonly (Entry | undefined)[];
  /** The way of the requests that the likeliest issue is about; undefined when nobody has described it. */
  readonly route: Route | undefined;
  /** What may be wrong. */
  readonly faults: readonly Fault[];
  /** How likely each of the faults is now; together 1. */
  readonly belief: readonly number[];
  /** Position of the issue that is being worked on. */
  readonly focus: number | undefined;
  /** The person has named the focus. */
  readonly chosen: boolean;
  /** Positions of the issues that may still be it, likeliest first; not the focus. */
  readonly open: readonly number[];
  /** Positions of unlikely candidates, best first: to be offered, never to be claimed. */
  readonly guesses: readonly number[];
  /** Issues whose cause the person has seen. */
  readonly seen: ReadonlySet<number>;
  /** Issues that turned out not to be it, or whose repairs did not help. */
  readonly past: ReadonlySet<number>;
  /** The repair that the person is in the middle of. */
  readonly current: { readonly issue: number; readonly repair: Repair } | undefined;
  /** How far along each repair is, by `repairKey`. */
  readonly progress: ReadonlyMap<string, Progress>;
  readonly ending: Ending | undefined;
  /** The form to hand the case over is open: what was filled in so far. */
  readonly handingOver: Partial<TicketForm> | undefined;
  /** Wants to choose among all that can be done. */
  readonly lookingAround: boolean;
  /** The question that the person has picked to answer now. */
  readonly wanted: { readonly issue: number; readonly check: ChoiceCheck } | undefined;
  /** Questions of an issue that are still open; once its steps are wanted, only those for the steps that fit. */
  questionsOf(issue: number): readonly Question[];
  /** The first value of an issue that is to be held against rules and has not been given. */
  valueCheckOf(issue: number): ValueCheck | undefined;
  /** Repairs of an issue that are still to be tried, in the author's order. */
  repairsLeft(issue: number): readonly Repair[];
  /** The repair of an issue, whether or not it was tried. */
  repairOf(issue: number, id: string | undefined): Repair | undefined;
  /** How likely an answer is, by fault. */
  likelihoodOf(question: Question, label: string): readonly number[];
  /** Questions that were answered and not looked at again, in order; none of those whose issue's steps are wanted all the same. */
  readonly answeredOnce: readonly AnsweredQuestion[];
  /** How likely an answer is when they look once more, after the first one, by fault. */
  likelihoodAgain(question: Question, first: string, label: string): readonly number[];
  /** Share of cases in which a repair helps, by fault. */
  curesOf(issue: number, repair: Repair): readonly number[];
  /** The value given to a check, latest first choice, and the rules it breaks. */
  valueOf(issue: number, check: Check): { readonly value: string; readonly broken: readonly string[] } | undefined;
  /** The check of an issue, authored or derived. */
  checkOf(issue: number, id: string): Check | undefined;
}

/** An issue and what is known of its article. */
export type Entry = NonNullable<ReturnType<Knowledge['find']>>;

export type Ending =
  | { readonly kind: 'fixed'; readonly issue?: number; readonly repair?: string; readonly step?: number }
  | { readonly kind: 'handed-over'; readonly ticket?: number };

/** The issue at a position, where the knowledge still has it. */
export function issueAt({ entries }: Standing, position: number): Issue | undefined {
  return entries[position]?.issue;
}
