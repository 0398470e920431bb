// Takes what was told one thing after another, and says where the case stands then.

import { type IssueRef, type Knowledge, verdictAt } from '../../../knowledge/index.js';
import type { CheckWords, Repair } from '../../../knowledge/troubleshoot/index.js';
import { Belief } from '../belief.js';
import type { Case, Told } from '../dialog.js';
import { faultsOf } from '../faults.js';
import { type ChoiceCheck, cureRate, likelihood, likelihoodOfChoice, type Question } from '../likelihood.js';
import { type Plan, planOf } from '../plan-of.js';
import { questionOfCase } from '../question-of-case.js';
import type { Entry, Standing } from '../standing.js';
import { Answers } from './answers.js';
import { RepairProgress } from './progress.js';
import { seenBefore } from './seen-before.js';
import { candidatesAmong, isGuessable, isSpokenAgainst, likelyEnough, type Suspects, sideBySide } from './suspects.js';
import { Wishes } from './wishes.js';

/** Where fresh lines show that a request now fails later on, how likely it is the issue found there. */
const movedOn = 0.9;
/** How much more lines count for an issue that they do not mention; one that they do adds its odds. */
const unmentioned = 0.3;
/** Lines are never surer than that. */
const surestOdds = 0.95;

/** Tells nothing about the fault. */
const saysNothing: ReadonlySet<Told['kind']> = new Set([
  'page',
  'looked-around',
  'asked-helpdesk',
  'filled-in',
  'handed-over',
]);

export class Replay {
  readonly #kase: Case;
  readonly #entries: readonly (Entry | undefined)[];
  readonly #routeOver: Knowledge['routeOver'];
  /** The one that came with the diagnosis, by the position of who asks it. */
  readonly #questions: ReadonlyMap<number, ChoiceCheck>;
  readonly #plans: readonly (Plan | undefined)[];
  readonly #belief: Belief;
  readonly #answers: Answers;
  readonly #repairs: RepairProgress;
  readonly #wishes = new Wishes();
  readonly #suspects: Suspects;
  readonly #began = new Set<number>();
  readonly #rejected = new Set<number>();
  readonly #seen = new Set<number>();
  #chosen: number | undefined;
  #narrowed = false;
  /** Cannot tell which description fits, so they are not shown again. */
  #undecided = false;
  /** What was thought likelier has been rejected: what is left is asked about before it is taken up. */
  #doubtful = false;

  constructor(kase: Case, knowledge: Knowledge, words: CheckWords) {
    this.#kase = kase;
    this.#routeOver = (article) => knowledge.routeOver(article);
    this.#entries = kase.issues.map(({ ref }) => knowledge.find(ref));
    const issues = this.#entries.map((entry) => entry?.issue);
    this.#questions = questionOfCase(kase, words);
    this.#plans = issues.map((issue, position) => {
      const plan = issue === undefined ? undefined : planOf(issue, words);
      const question = this.#questions.get(position);
      return plan === undefined || question === undefined ? plan : { ...plan, checks: [...plan.checks, question] };
    });
    this.#belief = new Belief(faultsOf(kase, issues, this.#plans));
    this.#answers = new Answers(kase, this.#plans);
    this.#repairs = new RepairProgress(this.#plans);
    this.#suspects = { kase, belief: this.#belief, isOut: (issue) => this.#isOut(issue) };
    const named = namedIn(kase);
    if (named !== undefined) this.#choose(named);
  }

  take(it: Told): void {
    const seen = seenBefore(it, this.#focus());
    if (seen !== undefined) this.#seen.add(seen);
    this.#wishes.pass(it);
    this.#hear(it);
    if (!saysNothing.has(it.kind)) this.#narrowed = true;
  }

  #hear(it: Told): void {
    switch (it.kind) {
      case 'chose':
        this.#choose(it.issue);
        return;
      case 'rejected':
        this.#reject([it.issue]);
        return;
      case 'rejected-all':
        this.#reject(it.issues ?? candidatesAmong(this.#suspects));
        this.#doubtful = true;
        return;
      case 'could-not-choose':
        this.#undecided = true;
        return;
      case 'answered':
        this.#answer(it);
        return;
      case 'gave':
        this.#answers.give(it.issue, it.check, it.value);
        return;
      case 'began':
        this.#began.add(it.issue);
        this.#chosen = it.issue;
        this.#turnTo(it.issue, it.repair);
        return;
      case 'did':
      case 'skipped':
      case 'stuck':
        this.#repairs.step(it);
        this.#turnTo(it.issue, it.repair);
        return;
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
        this.#wishes.ending = it;
        return;
      case 'wanted': {
        const check = this.#answers.checkOf(it.issue, it.check);
        if (check?.kind === 'choice') this.#wishes.wanted = { issue: it.issue, check };
        return;
      }
      case 'asked-helpdesk':
        this.#wishes.openForm(it);
        return;
      case 'filled-in':
        this.#wishes.fillIn(it);
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
    const repair = this.#repairs.repairOf(issue, id);
    this.#repairs.leave(issue, id);
    if (this.#repairs.left(issue).length === 0) this.#chosen = undefined;
    if (failed && repair !== undefined) this.#belief.weigh(this.#curesOf(issue, repair).map((share) => 1 - share));
  }

  #verify({ issue, repair, outcome, to }: Told<'verified'>): void {
    switch (outcome) {
      case 'gone':
        this.#wishes.ending = { kind: 'fixed', issue, repair };
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
    const surest = Math.max(0, ...found.map(({ confidence }) => confidence));
    if (surest >= verdictAt.match) for (const question of this.#questions.values()) this.#answers.settle(question);
  }

  #answer({ issue, check: id, answer }: Told<'answered'>): void {
    const check = this.#answers.checkOf(issue, id);
    if (check === undefined) return;
    if (check.kind === 'value') {
      this.#answers.skip(issue, id);
      return;
    }
    const question = this.#answers.questionOf(issue, check);
    this.#answers.settle(check);
    if (answer === null) return;
    this.#belief.weigh(this.#likelihoodOf(question, answer));
    // Where an author says which issue it is then, it is that one; what came with the diagnosis is weighed alone.
    if (this.#questions.get(issue) === check) return;
    const leads = check.answers.find(({ label }) => label === answer)?.leads;
    const target = leads?.kind === 'issue' ? this.#positionOf(leads.ref) : -1;
    if (target < 0 || this.#isOut(target)) return;
    this.#chosen = target;
    this.#answers.settleBack(target, (ref) => this.#positionOf(ref) === issue);
  }

  #choose(issue: number): void {
    this.#chosen = issue;
    this.#belief.weigh(likelihoodOfChoice(issue, this.#shownWith(issue), this.#belief.faults));
  }

  /** What an issue was chosen from; a guess stands alone. */
  #shownWith(issue: number): number[] {
    const shown = candidatesAmong(this.#suspects).slice(0, sideBySide);
    return shown.includes(issue) ? shown : [issue];
  }

  #turnTo(issue: number, id: string | undefined): void {
    const repair = this.#repairs.repairOf(issue, id);
    if (repair === undefined) return;
    this.#repairs.begin(issue, repair);
    this.#chosen = issue;
  }

  #reject(issues: readonly number[]): void {
    for (const issue of issues) this.#rejected.add(issue);
    if (this.#chosen !== undefined && issues.includes(this.#chosen)) this.#chosen = undefined;
    this.#repairs.leaveAll(issues);
    this.#belief.weigh(this.#belief.faults.map(({ issue }) => (issue !== undefined && issues.includes(issue) ? 0 : 1)));
  }

  #isOut(issue: number): boolean {
    return this.#rejected.has(issue) || this.#entries[issue] === undefined || this.#repairs.isExhausted(issue);
  }

  #focus(): number | undefined {
    if (this.#chosen !== undefined && !this.#isOut(this.#chosen)) return this.#chosen;
    const [first, ...others] = candidatesAmong(this.#suspects);
    if (first === undefined || (!this.#narrowed && this.#kase.verdict !== 'match')) return undefined;
    if (this.#undecided || this.#belief.of(first) >= likelyEnough || this.#kase.told.length === 0) return first;
    // Candidates that are close to each other are shown side by side, a lone one is taken up. Where it is likelier that
    // nobody knows it, that one is asked about first.
    const isDoubtful = this.#doubtful || this.#belief.of(first) < this.#belief.of(undefined);
    return others.length === 0 && !isDoubtful ? first : undefined;
  }

  #likelihoodOf(question: Question, label: string): number[] {
    return likelihood(question, label, this.#belief.faults, (ref) => this.#positionOf(ref));
  }

  #positionOf(ref: IssueRef): number {
    return this.#kase.issues.findIndex((it) => it.ref.article === ref.article && it.ref.issue === ref.issue);
  }

  /** The same steps repair the same, whichever article tells them. */
  #curesOf(issue: number, repair: Repair): number[] {
    const deed = this.#deed(issue, repair.id);
    return this.#belief.faults.map((fault) => {
      const { issue: of, repairs, around } = fault;
      if (of === undefined) return 0;
      const helps = of === issue ? repairs.includes(repair.id) : repairs.some((id) => this.#deed(of, id) === deed);
      const besides = of === issue ? (around.get(repair.id) ?? 0) : 0;
      return cureRate * (helps ? 1 : besides);
    });
  }

  #deed(issue: number, id: string): string | undefined {
    const plan = this.#plans[issue];
    return plan?.deeds[plan.repairs.findIndex((repair) => repair.id === id)];
  }

  standing(): Standing {
    const focus = this.#focus();
    const candidates = candidatesAmong(this.#suspects);
    const positions = [...this.#kase.issues.keys()];
    const past = positions.filter(
      (issue) =>
        this.#rejected.has(issue) ||
        this.#repairs.isExhausted(issue) ||
        (!candidates.includes(issue) && isSpokenAgainst(issue, this.#belief)),
    );
    const likeliest = this.#entries[focus ?? candidates[0] ?? 0];
    const { ending, handingOver, lookingAround, wanted } = this.#wishes;
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
          issue !== focus && !candidates.includes(issue) && !past.includes(issue) && isGuessable(issue, this.#suspects),
      ),
      seen: this.#seen,
      past: new Set(past.filter((issue) => issue !== focus)),
      current: this.#repairs.current,
      progress: this.#repairs.byRepair,
      ending,
      handingOver,
      lookingAround,
      wanted,
      questionsOf: (issue) => this.#answers.questionsOf(issue, this.#began.has(issue)),
      valueCheckOf: (issue) => this.#answers.valueCheckOf(issue, this.#began.has(issue)),
      repairsLeft: (issue) => this.#repairs.left(issue),
      repairOf: (issue, id) => this.#repairs.repairOf(issue, id),
      likelihoodOf: (question, label) => this.#likelihoodOf(question, label),
      curesOf: (issue, repair) => this.#curesOf(issue, repair),
      valueOf: (issue, check) => this.#answers.valueOf(issue, check),
      checkOf: (issue, id) => this.#answers.checkOf(issue, id),
    };
  }
}

/** The one candidate whose question the paste has answered already. */
function namedIn({ verdict, values }: Case): number | undefined {
  const [valued, ...others] = new Set(values.map(({ issue }) => issue));
  return verdict === 'ambiguous' && others.length === 0 ? valued : undefined;
}

/** How much more likely it is than not; bounded, since lines can be of something else. */
function oddsOf(confidence: number): number {
  return confidence / (1 - Math.min(confidence, surestOdds));
}
