// Where a case stands: what follows from the diagnosis and from everything told since.

import {
  type Check,
  type CheckWords,
  type Issue,
  type IssueRef,
  type Knowledge,
  type Repair,
  type Route,
  verdictAt,
} from '../../knowledge/index.js';
import { brokenRules, type ValueCheck } from '../check-value.js';
import type { TicketForm } from '../ticket/ticket-form.js';
import { Belief } from './belief.js';
import type { Case, Told } from './dialog.js';
import { type Fault, faultsOf } from './faults.js';
import { type ChoiceCheck, cureRate, likelihood, likelihoodOfChoice, type Question } from './likelihood.js';
import { type Plan, planOf } from './plan-of.js';
import { questionOfCase } from './question-of-case.js';

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
  /** How likely an answer is, by fault. */
  likelihoodOf(question: Question, label: string): readonly number[];
  /** Share of cases in which a repair helps, by fault. */
  curesOf(issue: number, repair: Repair): readonly number[];
  /** The value given to a check, latest first choice, and the rules it breaks. */
  valueOf(issue: number, check: Check): { readonly value: string; readonly broken: readonly string[] } | undefined;
  /** The check of an issue, authored or derived. */
  checkOf(issue: number, id: string): Check | undefined;
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
  | { readonly kind: 'handed-over'; readonly ticket?: number };

/** An issue is worked on when it is at least so likely. */
const likelyEnough = 0.55;
/** An issue is worth a thought when it is at least this share of what is likeliest. */
const notFarBehind = 0.2;
/** What shares less than that with the paste is worked on only when what was told speaks for it. */
const faint = 0.1;
/** Good enough to be offered as a guess, and called that. */
const guessable = 0.2;
/** An issue that has become so much less likely by what was told is out. */
const spokenAgainst = 0.4;

/** Where fresh lines show that a request now fails later on, how likely it is the issue found there. */
const movedOn = 0.9;
/** How much more lines count for an issue that they do not mention; one that they do adds its odds. */
const unmentioned = 0.3;
/** Lines are never surer than that. */
const surestOdds = 0.95;

export const repairKey = (issue: number, repair: string): string => `${issue} ${repair}`;

const noProgress: Progress = { at: 0, stuck: false, leftOut: [] };

/** @param words Of the questions that are made from an article's text. */
export function standingOf(kase: Case, knowledge: Knowledge, words: CheckWords): Standing {
  const replay = new Replay(kase, knowledge, words);
  for (const it of kase.told) replay.take(it);
  return replay.standing();
}

/** Tells nothing about the fault. */
const saysNothing: ReadonlySet<Told['kind']> = new Set([
  'page',
  'looked-around',
  'asked-helpdesk',
  'filled-in',
  'handed-over',
]);

/** Takes what was told one thing after another. */
class Replay {
  readonly #kase: Case;
  readonly #entries: readonly (Entry | undefined)[];
  readonly #routeOver: Knowledge['routeOver'];
  readonly #plans: readonly (Plan | undefined)[];
  readonly #belief: Belief;

  /** Answers by the wording of their question: what was answered once is not asked again for another issue. */
  readonly #answers = new Map<string, string | null>();
  readonly #values: Map<string, string>;
  readonly #skippedValues = new Set<string>();
  readonly #began = new Set<number>();
  readonly #tried = new Set<string>();
  readonly #rejected = new Set<number>();
  readonly #seen = new Set<number>();
  readonly #progress = new Map<string, Progress>();
  #chosen: number | undefined;
  #current: { issue: number; repair: Repair } | undefined;
  #ending: Ending | undefined;
  #handingOver: Partial<TicketForm> | undefined;
  #lookingAround = false;
  #wanted: { issue: number; check: ChoiceCheck } | undefined;
  #narrowed = false;

  constructor(kase: Case, knowledge: Knowledge, words: CheckWords) {
    this.#kase = kase;
    this.#routeOver = (article) => knowledge.routeOver(article);
    this.#entries = kase.issues.map(({ ref }) => knowledge.find(ref));
    const issues = this.#entries.map((entry) => entry?.issue);
    const question = questionOfCase(kase);
    this.#plans = issues.map((issue, position) => {
      const plan = issue === undefined ? undefined : planOf(issue, words);
      if (plan === undefined || position > 0 || question === undefined) return plan;
      return { ...plan, checks: [...plan.checks, question] };
    });
    this.#belief = new Belief(faultsOf(kase, issues, this.#plans));
    this.#values = new Map(kase.values.map(({ issue, check, value }) => [`${issue} ${check}`, value]));
    this.#chosen = this.#named();
  }

  /** The one candidate whose question the paste has answered already. */
  #named(): number | undefined {
    const { verdict, values } = this.#kase;
    const [valued, ...others] = new Set(values.map(({ issue }) => issue));
    return verdict === 'ambiguous' && others.length === 0 ? valued : undefined;
  }

  take(it: Told): void {
    const focus = this.#focus();
    if (focus !== undefined && it.kind !== 'page' && it.kind !== 'looked-around') this.#seen.add(focus);
    if (it.kind !== 'page') {
      this.#lookingAround = it.kind === 'looked-around';
      this.#wanted = undefined;
      if (it.kind !== 'filled-in') this.#handingOver = undefined;
    }
    this.#hear(it);
    if (!saysNothing.has(it.kind)) this.#narrowed = true;
  }

  #hear(it: Told): void {
    switch (it.kind) {
      case 'chose':
        this.#chosen = it.issue;
        this.#belief.weigh(likelihoodOfChoice(it.issue, this.#belief.faults));
        return;
      case 'rejected':
        this.#reject([it.issue]);
        return;
      case 'rejected-all':
        this.#reject(this.#candidates());
        return;
      case 'answered':
        this.#answer(it);
        return;
      case 'gave':
        this.#values.set(`${it.issue} ${it.check}`, it.value);
        return;
      case 'began':
        this.#began.add(it.issue);
        this.#chosen = it.issue;
        this.#turnTo(it.issue, it.repair);
        return;
      case 'did':
      case 'skipped':
      case 'stuck': {
        const key = repairKey(it.issue, it.repair);
        this.#progress.set(key, moved(this.#progress.get(key) ?? noProgress, it));
        this.#turnTo(it.issue, it.repair);
        return;
      }
      case 'tried':
      case 'put-off':
        this.#leave(it.issue, it.repair, it.kind === 'tried');
        return;
      case 'verified':
        this.#verify(it);
        return;
      case 'added':
        this.#add(it);
        return;
      case 'fixed':
      case 'handed-over':
        this.#ending = it;
        return;
      case 'wanted': {
        const check = this.#checkOf(it.issue, it.check);
        if (check?.kind === 'choice') this.#wanted = { issue: it.issue, check };
        return;
      }
      case 'asked-helpdesk':
        this.#handingOver = it.contact === undefined ? {} : { contact: it.contact };
        return;
      case 'filled-in':
        this.#handingOver = { ...this.#handingOver, ...filledIn(it) };
        return;
      case 'looked-around':
      case 'page':
        return;
      default:
        it satisfies never;
    }
  }

  /** @param failed It was done and did not help. */
  #leave(issue: number, id: string, failed: boolean): void {
    const repair = this.#plans[issue]?.repairs.find((it) => it.id === id);
    this.#tried.add(repairKey(issue, id));
    this.#current = undefined;
    if (this.#repairsLeft(issue).length === 0) this.#chosen = undefined;
    if (failed && repair !== undefined) this.#belief.weigh(this.#curesOf(issue, repair).map((share) => 1 - share));
  }

  #verify({ issue, repair, outcome, to }: Told<'verified'>): void {
    switch (outcome) {
      case 'gone':
        this.#ending = { kind: 'fixed', issue, repair };
        return;
      case 'still':
        this.#leave(issue, repair, true);
        return;
      case 'further':
        this.#reject([issue]);
        if (to !== undefined) this.#belief.raise(to, movedOn);
        return;
      default:
        outcome satisfies never;
    }
  }

  #add({ found }: Told<'added'>): void {
    const confidenceOf = (issue: number | undefined): number => found.find((it) => it.issue === issue)?.confidence ?? 0;
    this.#belief.weigh(this.#belief.faults.map(({ issue }) => unmentioned + oddsOf(confidenceOf(issue))));
    // What the first paste said nothing about enters with half of what the new lines give it.
    for (const { issue, confidence } of found) {
      if (this.#belief.of(issue) < confidence / 2) this.#belief.raise(issue, confidence / 2);
    }
    // Lines that name the fault answer the question that came with the first ones.
    const question = questionOfCase(this.#kase);
    const surest = Math.max(0, ...found.map(({ confidence }) => confidence));
    if (question !== undefined && surest >= verdictAt.match) this.#answers.set(wording(question), null);
  }

  #answer({ issue, check: id, answer }: Told<'answered'>): void {
    const check = this.#checkOf(issue, id);
    if (check === undefined) return;
    if (check.kind === 'value') {
      this.#skippedValues.add(`${issue} ${id}`);
      return;
    }
    const question = this.#questionOf(issue, check);
    this.#answers.set(wording(check), answer);
    if (answer === null) return;
    this.#belief.weigh(this.#likelihoodOf(question, answer));
    // Where an author says which issue it is then, it is that one.
    const leads = check.answers.find(({ label }) => label === answer)?.leads;
    const target = leads?.kind === 'issue' ? this.#positionOf(leads.ref) : -1;
    if (target < 0 || this.#isOut(target)) return;
    this.#chosen = target;
    this.#settleBack(issue, target);
  }

  /** The very question that led to an issue, asked from its side, has been answered. */
  #settleBack(from: number, target: number): void {
    for (const check of this.#plans[target]?.checks ?? []) {
      if (check.kind !== 'choice') continue;
      const mirrored = check.answers.some(
        ({ leads }) => leads.kind === 'issue' && this.#positionOf(leads.ref) === from,
      );
      if (mirrored && !this.#answers.has(wording(check))) this.#answers.set(wording(check), null);
    }
  }

  #turnTo(issue: number, id: string | undefined): void {
    const repair = this.#plans[issue]?.repairs.find((it) => it.id === id);
    if (repair === undefined) return;
    this.#tried.delete(repairKey(issue, repair.id));
    this.#chosen = issue;
    this.#current = { issue, repair };
  }

  #reject(issues: readonly number[]): void {
    for (const issue of issues) this.#rejected.add(issue);
    if (this.#chosen !== undefined && issues.includes(this.#chosen)) this.#chosen = undefined;
    if (this.#current !== undefined && issues.includes(this.#current.issue)) this.#current = undefined;
    this.#belief.weigh(this.#belief.faults.map(({ issue }) => (issue !== undefined && issues.includes(issue) ? 0 : 1)));
  }

  #isOut(issue: number): boolean {
    return this.#rejected.has(issue) || this.#entries[issue] === undefined || this.#isExhausted(issue);
  }

  #isExhausted(issue: number): boolean {
    return (this.#plans[issue]?.repairs ?? []).length > 0 && this.#repairsLeft(issue).length === 0;
  }

  /** Issues that may still be it, likeliest first. */
  #candidates(): number[] {
    const { verdict, issues } = this.#kase;
    if (verdict === 'none') return [];
    const likely = [...issues.keys()].map((issue) => ({ issue, share: this.#belief.of(issue) }));
    const most = Math.max(this.#belief.of(undefined), ...likely.map(({ share }) => share));
    return likely
      .filter(({ issue, share }) => {
        const confidence = issues[issue]?.confidence ?? 0;
        return !this.#isOut(issue) && share >= (confidence < faint ? likelyEnough : most * notFarBehind);
      })
      .sort((a, b) => b.share - a.share)
      .map(({ issue }) => issue);
  }

  #focus(): number | undefined {
    if (this.#chosen !== undefined && !this.#isOut(this.#chosen)) return this.#chosen;
    const [first, ...others] = this.#candidates();
    if (first === undefined || (!this.#narrowed && this.#kase.verdict !== 'match')) return undefined;
    // Candidates that are close to each other are shown side by side, a lone one is taken up.
    return others.length === 0 || this.#belief.of(first) >= likelyEnough || this.#kase.told.length === 0
      ? first
      : undefined;
  }

  #checkOf(issue: number, id: string): Check | undefined {
    return this.#plans[issue]?.checks.find((check) => check.id === id);
  }

  #questionOf(issue: number, check: ChoiceCheck): Question {
    const own = { issue, check };
    const others = this.#plans.flatMap((plan, position) => {
      const same = plan?.checks.find((it) => it.kind === 'choice' && wording(it) === wording(check));
      return position === issue || same?.kind !== 'choice' ? [] : [{ issue: position, check: same }];
    });
    return { askers: [own, ...others] };
  }

  #questionsOf(issue: number): Question[] {
    const stepsWanted = this.#began.has(issue);
    return (this.#plans[issue]?.checks ?? []).flatMap((check) =>
      check.kind === 'choice' &&
      matters(check) &&
      !this.#answers.has(wording(check)) &&
      (!stepsWanted || picksVariant(check))
        ? [this.#questionOf(issue, check)]
        : [],
    );
  }

  #likelihoodOf(question: Question, label: string): number[] {
    return likelihood(question, label, this.#belief.faults, (ref) => this.#positionOf(ref));
  }

  #positionOf(ref: IssueRef): number {
    return this.#kase.issues.findIndex((it) => it.ref.article === ref.article && it.ref.issue === ref.issue);
  }

  #repairsLeft(issue: number): Repair[] {
    return (this.#plans[issue]?.repairs ?? []).filter(({ id }) => !this.#tried.has(repairKey(issue, id)));
  }

  /** The same steps repair the same, whichever article tells them. */
  #curesOf(issue: number, repair: Repair): number[] {
    const deed = this.#deed(issue, repair.id);
    return this.#belief.faults.map((fault) => {
      const { issue: of, repairs } = fault;
      if (of === undefined) return 0;
      const helps = of === issue ? repairs.includes(repair.id) : repairs.some((id) => this.#deed(of, id) === deed);
      return helps ? cureRate : 0;
    });
  }

  #deed(issue: number, id: string): string | undefined {
    const plan = this.#plans[issue];
    return plan?.deeds[plan.repairs.findIndex((repair) => repair.id === id)];
  }

  standing(): Standing {
    const focus = this.#focus();
    const candidates = this.#candidates();
    const positions = [...this.#kase.issues.keys()];
    const past = positions.filter(
      (issue) =>
        this.#rejected.has(issue) ||
        this.#isExhausted(issue) ||
        (!candidates.includes(issue) && this.#belief.of(issue) < this.#belief.priorOf(issue) * spokenAgainst),
    );
    const likeliest = this.#entries[focus ?? candidates[0] ?? 0];
    return {
      route: likeliest && this.#routeOver(likeliest.article.path),
      entries: this.#entries,
      faults: this.#belief.faults,
      belief: this.#belief.weights,
      focus,
      chosen: focus !== undefined && focus === this.#chosen,
      open: candidates.filter((issue) => issue !== focus),
      guesses: positions.filter(
        (issue) =>
          issue !== focus &&
          !this.#isOut(issue) &&
          !candidates.includes(issue) &&
          !past.includes(issue) &&
          (this.#kase.issues[issue]?.confidence ?? 0) >= guessable,
      ),
      seen: this.#seen,
      past: new Set(past.filter((issue) => issue !== focus)),
      current: this.#current,
      progress: this.#progress,
      ending: this.#ending,
      handingOver: this.#handingOver,
      lookingAround: this.#lookingAround,
      wanted: this.#wanted,
      questionsOf: (issue) => this.#questionsOf(issue),
      valueCheckOf: (issue) => this.#valueCheckOf(issue),
      repairsLeft: (issue) => this.#repairsLeft(issue),
      likelihoodOf: (question, label) => this.#likelihoodOf(question, label),
      curesOf: (issue, repair) => this.#curesOf(issue, repair),
      valueOf: (issue, check) => this.#valueOf(issue, check),
      checkOf: (issue, id) => this.#checkOf(issue, id),
    };
  }

  #valueCheckOf(issue: number): ValueCheck | undefined {
    if (this.#began.has(issue)) return undefined;
    for (const check of this.#plans[issue]?.checks ?? []) {
      if (check.kind !== 'value' || this.#skippedValues.has(`${issue} ${check.id}`)) continue;
      const given = this.#valueOf(issue, check);
      if (given === undefined || given.broken.length > 0) return check;
    }
    return undefined;
  }

  #valueOf(issue: number, check: Check): { value: string; broken: readonly string[] } | undefined {
    const value = this.#values.get(`${issue} ${check.id}`);
    if (value === undefined || check.kind !== 'value') return undefined;
    return { value, broken: brokenRules(check, value) };
  }
}

function filledIn({ summary, severity, devices, contact }: Told<'filled-in'>): Partial<TicketForm> {
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(severity === undefined ? {} : { severity }),
    ...(devices === undefined ? {} : { devices }),
    ...(contact === undefined ? {} : { contact }),
  };
}

/** A check matters when its answers lead to different places. */
function matters({ answers }: ChoiceCheck): boolean {
  return new Set(answers.map(({ leads }) => JSON.stringify(leads))).size > 1;
}

/** Some answer says which variant of the repair fits. */
export function picksVariant({ answers }: ChoiceCheck): boolean {
  return answers.some(({ leads }) => leads.kind === 'resolution');
}

const wordings = new WeakMap<ChoiceCheck, string>();

/** The same for questions that differ in case and blanks only. */
function wording(check: ChoiceCheck): string {
  const known = wordings.get(check) ?? check.question.toLowerCase().replace(/\s+/g, ' ').trim();
  wordings.set(check, known);
  return known;
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

/** How much more likely it is than not; bounded, since lines can be of something else. */
function oddsOf(confidence: number): number {
  return confidence / (1 - Math.min(confidence, surestOdds));
}

/** The issue at a position, where the knowledge still has it. */
export function issueAt({ entries }: Standing, position: number): Issue | undefined {
  return entries[position]?.issue;
}
