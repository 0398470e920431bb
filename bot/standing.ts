// Where a case stands: what follows from the diagnosis and from everything told since.

import {
  type Check,
  type Issue,
  type IssueRef,
  type Knowledge,
  type Lead,
  type Repair,
  repairsOf,
  verdictAt,
} from '../knowledge/index.js';
import { brokenRules } from './check-value.js';
import type { Case, Told } from './dialog.js';

export interface Standing {
  /** The issues of the case as the knowledge has them now; undefined for one that is gone. */
  readonly entries: readonly (Entry | undefined)[];
  /** Position of the issue that is being worked on. */
  readonly focus: number | undefined;
  /** Positions of the issues that may still be it, best first; not the focus. */
  readonly open: readonly number[];
  /** Positions of weaker candidates, best first: to be offered, never to be claimed. */
  readonly guesses: readonly number[];
  /** Issues whose cause the person has seen. */
  readonly seen: ReadonlySet<number>;
  /** Issues that were worked on and turned out not to be it, or whose repairs did not help. */
  readonly past: ReadonlySet<number>;
  /** How far along each repair is, by `repairKey`. */
  readonly progress: ReadonlyMap<string, Progress>;
  readonly ending: Ending | undefined;
  /** The first check of an issue that is still worth asking. */
  checkOf(issue: number): Check | undefined;
  /** Whether a check needs no asking any more. */
  isSettled(issue: number, check: Check): boolean;
  /** Repairs of an issue that are still to be tried, in order. */
  repairsLeft(issue: number): readonly Repair[];
  /** Variants of an issue, when the person has not been asked yet which of them fits; else empty. */
  variantsOf(issue: number): readonly Repair[];
  /** The value given to a check, latest first choice, and the rules it breaks. */
  valueOf(issue: number, check: Check): { readonly value: string; readonly broken: readonly string[] } | undefined;
}

/** An issue and what is known of its article. */
export type Entry = NonNullable<ReturnType<Knowledge['find']>>;

export interface Progress {
  /** Steps that are done or were left out; the next one stands at this position. */
  readonly at: number;
  /** The next step cannot be done by this person. */
  readonly stuck: boolean;
  readonly leftOut: readonly number[];
}

export type Ending =
  | { readonly kind: 'fixed'; readonly issue?: number; readonly repair?: string; readonly step?: number }
  | { readonly kind: 'handed-over' };

// Which candidates are taken up where several are possible: those that are not far behind the best.
const notFarBehind = { least: 0.1, share: 0.25 };
// Good enough to be offered as a guess, and called that.
const guessable = 0.2;

export const repairKey = (issue: number, repair: string): string => `${issue} ${repair}`;

const noProgress: Progress = { at: 0, stuck: false, leftOut: [] };

export function standingOf(kase: Case, knowledge: Knowledge): Standing {
  const entries = kase.issues.map(({ ref }) => knowledge.find(ref));
  const answers = new Map<string, string | null>();
  const answersByQuestion = new Map<string, string | null>();
  const values = new Map(kase.values.map(({ issue, check, value }) => [`${issue} ${check}`, value]));
  const environments = new Map<number, string | null>();
  const began = new Set<number>();
  const ready = new Set<number>();
  const tried = new Set<string>();
  const rejected = new Set<number>();
  const exhausted = new Set<number>();
  const cameFrom = new Map<number, Set<number>>();
  const seen = new Set<number>();
  const progress = new Map<string, Progress>();
  let focus = firstFocus(kase);
  let ending: Ending | undefined;
  let narrowed = false;

  const issueAt = (position: number): Issue | undefined => entries[position]?.issue;
  const isOut = (position: number): boolean =>
    rejected.has(position) || exhausted.has(position) || entries[position] === undefined;
  const confidenceOf = (position: number): number => kase.issues[position]?.confidence ?? 0;
  const bar = barOf(kase);
  const open = (): number[] =>
    [...kase.issues.keys()].filter((it) => !isOut(it) && it !== focus && confidenceOf(it) >= bar);
  const guesses = (): number[] =>
    [...kase.issues.keys()].filter(
      (it) => !isOut(it) && it !== focus && confidenceOf(it) < bar && confidenceOf(it) >= guessable,
    );

  const positionOf = (ref: IssueRef): number =>
    kase.issues.findIndex((it) => it.ref.article === ref.article && it.ref.issue === ref.issue);

  const isSettled = (issue: number, check: Check): boolean => {
    const key = `${issue} ${check.id}`;
    if (answers.has(key)) return true;
    if (check.kind === 'value') {
      const value = values.get(key);
      return value !== undefined && brokenRules(check, value).length === 0;
    }
    // The very question that led here, asked from this side, has been answered.
    return check.answers.some(
      ({ leads }) => leads.kind === 'issue' && cameFrom.get(issue)?.has(positionOf(leads.ref)) === true,
    );
  };

  // Once the fault is certain, all that is left to ask is which variant of the repair fits.
  const checkOf = (issue: number): Check | undefined => {
    const certain = ready.has(issue) || began.has(issue);
    return issueAt(issue)?.checks.find(
      (check) =>
        matters(check) &&
        !isSettled(issue, check) &&
        (!certain || (picksVariant(check) && variantsOf(issue).length > 0)),
    );
  };

  const repairs = (issue: number): Repair[] => {
    const found = issueAt(issue);
    return found === undefined ? [] : repairsOf(found, environments.get(issue));
  };
  const repairsLeft = (issue: number): Repair[] =>
    repairs(issue).filter((repair) => !tried.has(repairKey(issue, repair.id)));
  const variantsOf = (issue: number): Repair[] => {
    if (environments.has(issue)) return [];
    const asked = issueAt(issue)?.checks.some((check) => picksVariant(check) && isSettled(issue, check)) === true;
    if (asked) return [];
    const variants = repairs(issue).filter(({ kind }) => kind === 'variant');
    return variants.length > 1 ? variants : [];
  };

  const follow = (issue: number, leads: Lead): void => {
    switch (leads.kind) {
      case 'confirms':
        focus = issue;
        ready.add(issue);
        return;
      case 'resolution':
        focus = issue;
        ready.add(issue);
        environments.set(issue, leads.id);
        return;
      case 'excludes':
        rejected.add(issue);
        return;
      case 'issue': {
        const target = positionOf(leads.ref);
        if (target === issue) {
          follow(issue, { kind: 'confirms' });
          return;
        }
        rejected.add(issue);
        if (target < 0 || isOut(target)) return;
        focus = target;
        cameFrom.set(target, (cameFrom.get(target) ?? new Set()).add(issue));
        return;
      }
      default:
        leads satisfies never;
    }
  };

  const answer = (issue: number, check: Check & { kind: 'choice' }, label: string | null): void => {
    answers.set(`${issue} ${check.id}`, label);
    answersByQuestion.set(wording(check.question), label);
    const given = check.answers.find((it) => it.label === label);
    if (given !== undefined) follow(issue, given.leads);
  };

  const take = (it: Told): void => {
    switch (it.kind) {
      case 'chose':
        if (!isOut(it.issue)) focus = it.issue;
        return;
      case 'rejected':
        rejected.add(it.issue);
        return;
      case 'rejected-all':
        for (const position of open()) rejected.add(position);
        return;
      case 'answered': {
        const check = issueAt(it.issue)?.checks.find(({ id }) => id === it.check);
        if (check?.kind === 'choice') answer(it.issue, check, it.answer);
        else answers.set(`${it.issue} ${it.check}`, it.answer);
        return;
      }
      case 'gave':
        values.set(`${it.issue} ${it.check}`, it.value);
        return;
      case 'began':
        began.add(it.issue);
        return;
      case 'environment':
        environments.set(it.issue, it.repair);
        return;
      case 'did':
      case 'skipped':
      case 'stuck': {
        const key = repairKey(it.issue, it.repair);
        const before = progress.get(key) ?? noProgress;
        progress.set(key, moved(before, it));
        return;
      }
      case 'tried':
        tried.add(repairKey(it.issue, it.repair));
        return;
      case 'fixed':
      case 'handed-over':
        ending = it;
        return;
      case 'page':
        return;
      default:
        it satisfies never;
    }
  };

  // Every repair has been gone through.
  const isSpent = (issue: number): boolean =>
    checkOf(issue) === undefined && repairs(issue).length > 0 && repairsLeft(issue).length === 0;

  // Draws every conclusion that needs no person. Ends: each round settles a check or puts an issue out.
  const conclude = (): void => {
    for (;;) {
      if (focus === undefined || isOut(focus)) {
        focus = undefined;
        const [only, ...others] = open();
        // A lone candidate that is not sure is asked about first.
        if (only === undefined || others.length > 0 || (!narrowed && kase.verdict === 'ambiguous')) return;
        focus = only;
      }
      const check = checkOf(focus);
      const known = check?.kind === 'choice' ? answersByQuestion.get(wording(check.question)) : undefined;
      if (check?.kind === 'choice' && known !== undefined && isAnswer(check, known)) answer(focus, check, known);
      else if (isSpent(focus)) exhausted.add(focus);
      else return;
    }
  };

  conclude();
  for (const it of kase.told) {
    if (focus !== undefined && it.kind !== 'page') seen.add(focus);
    take(it);
    narrowed = true;
    conclude();
  }

  return {
    entries,
    focus,
    open: open(),
    guesses: guesses(),
    seen,
    past: new Set([...rejected, ...exhausted]),
    progress,
    ending,
    checkOf,
    isSettled,
    repairsLeft,
    variantsOf,
    valueOf: (issue, check) => {
      const value = values.get(`${issue} ${check.id}`);
      if (value === undefined || check.kind !== 'value') return undefined;
      return { value, broken: brokenRules(check, value) };
    },
  };
}

// The answer, where there is one; else the one candidate whose question the paste has answered already.
function firstFocus({ verdict, issues, values }: Case): number | undefined {
  if (verdict === 'match') return issues.length > 0 ? 0 : undefined;
  const [valued, ...others] = new Set(values.map(({ issue }) => issue));
  return verdict === 'ambiguous' && others.length === 0 ? valued : undefined;
}

function barOf({ verdict, issues }: Case): number {
  switch (verdict) {
    // Once the answer is out, only what would have been one itself: the rest shares no more with the paste than its
    // surroundings.
    case 'match':
      return verdictAt.match;
    case 'ambiguous':
      return Math.max(notFarBehind.least, (issues[0]?.confidence ?? 0) * notFarBehind.share);
    case 'none':
      return Number.POSITIVE_INFINITY;
    default:
      return verdict satisfies never;
  }
}

/** A check matters when its answers lead to different places. */
function matters(check: Check): boolean {
  return check.kind === 'value' || new Set(check.answers.map(({ leads }) => JSON.stringify(leads))).size > 1;
}

/** Some answer says which variant of the repair fits. */
export function picksVariant(check: Check): boolean {
  return check.kind === 'choice' && check.answers.some(({ leads }) => leads.kind === 'resolution');
}

function isAnswer(check: Check & { kind: 'choice' }, label: string | null): boolean {
  return label === null || check.answers.some((it) => it.label === label);
}

function wording(question: string): string {
  return question.toLowerCase().replace(/\s+/g, ' ').trim();
}

function moved(before: Progress, it: Extract<Told, { kind: 'did' | 'skipped' | 'stuck' }>): Progress {
  switch (it.kind) {
    case 'did':
      return { ...before, at: before.at + it.steps, stuck: false };
    case 'skipped':
      return { at: before.at + 1, stuck: false, leftOut: [...before.leftOut, before.at] };
    case 'stuck':
      return { ...before, stuck: true };
    default:
      return it satisfies never;
  }
}
