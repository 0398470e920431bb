// Takes what was told one thing after another, and says where the case stands then.

import { type Knowledge, verdictAt } from '../../../knowledge/index.js';
import type { CheckWords } from '../../../knowledge/troubleshoot/index.js';
import { Belief } from '../belief.js';
import type { AnswerShown, Case, Told } from '../dialog.js';
import type { Standing } from '../standing.js';
import { Answers } from './answers.js';
import { Focus } from './focus.js';
import { KnownIssues } from './known-issues.js';
import { RepairProgress } from './progress.js';
import { seenBefore } from './seen-before.js';
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
  readonly #routeOver: Knowledge['routeOver'];
  readonly #known: KnownIssues;
  readonly #belief: Belief;
  readonly #answers: Answers;
  readonly #repairs: RepairProgress;
  readonly #focus: Focus;
  readonly #wishes = new Wishes();
  readonly #began = new Set<number>();
  readonly #seen = new Set<number>();

  constructor(kase: Case, knowledge: Knowledge, words: CheckWords) {
    this.#routeOver = (article) => knowledge.routeOver(article);
    const known = new KnownIssues(kase, knowledge, words);
    const repairs = new RepairProgress(known.plans);
    this.#known = known;
    this.#belief = new Belief(known.faults);
    this.#answers = new Answers(kase, known.plans);
    this.#repairs = repairs;
    this.#focus = new Focus({
      kase,
      belief: this.#belief,
      isSpent: (issue) => repairs.isExhausted(issue),
      isGone: (issue) => known.entries[issue] === undefined,
    });
    for (const it of kase.shown ?? []) this.#learn(it);
    const named = namedIn(kase);
    if (named !== undefined) this.#focus.choose(named);
  }

  take(it: Told): void {
    const seen = seenBefore(it, this.#focus.now());
    if (seen !== undefined) this.#seen.add(seen);
    this.#wishes.pass(it);
    this.#hear(it);
    if (!saysNothing.has(it.kind)) this.#focus.narrowed = true;
  }

  #hear(it: Told): void {
    switch (it.kind) {
      case 'chose':
        this.#focus.choose(it.issue);
        return;
      case 'rejected':
        this.#reject([it.issue]);
        return;
      case 'rejected-all':
        this.#reject(it.issues ?? this.#focus.candidates());
        this.#focus.doubtful = true;
        return;
      case 'could-not-choose':
        this.#focus.undecided = true;
        return;
      case 'answered':
        this.#answer(it);
        return;
      case 'gave':
        this.#answers.give(it.issue, it.check, it.value);
        return;
      case 'began':
        this.#began.add(it.issue);
        this.#focus.turnTo(it.issue);
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
    if (this.#repairs.left(issue).length === 0) this.#focus.turnTo(undefined);
    if (failed && repair !== undefined)
      this.#belief.weigh(this.#known.curesOf(issue, repair).map((share) => 1 - share));
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

  #add({ found, shown = [] }: Told<'added'>): void {
    const confidenceOf = (issue: number | undefined): number => found.find((it) => it.issue === issue)?.confidence ?? 0;
    this.#belief.weigh(this.#belief.faults.map(({ issue }) => unmentioned + oddsOf(confidenceOf(issue))));
    // What the first paste said nothing about enters with half of what the new lines give it.
    for (const { issue, confidence } of found) {
      if (this.#belief.of(issue) < confidence / 2) this.#belief.raise(issue, confidence / 2);
    }
    // Lines that name the fault answer the question that came with the first ones.
    const surest = Math.max(0, ...found.map(({ confidence }) => confidence));
    if (surest >= verdictAt.match)
      for (const question of this.#known.questions.values()) this.#answers.settle(question);
    for (const it of shown) this.#learn(it);
  }

  /** What lines answer counts like what a person does, but leads nowhere: the diagnosis of the lines did. */
  #learn({ issue, check: id, answer }: AnswerShown): void {
    const check = this.#answers.checkOf(issue, id);
    if (check?.kind !== 'choice' || this.#answers.isSettled(check)) return;
    this.#answers.settle(check);
    this.#belief.weigh(this.#known.likelihoodOf(this.#answers.questionOf(issue, check), answer));
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
    const first = this.#answers.note(issue, check, answer);
    if (answer === null) return;
    this.#belief.weigh(
      first === undefined
        ? this.#known.likelihoodOf(question, answer)
        : this.#known.likelihoodAgain(question, first, answer),
    );
    if (first === answer) return;
    // What the first answer led to is over.
    if (first !== undefined) this.#focus.turnTo(undefined);
    // Where an author says which issue it is then, it is that one; what came with the diagnosis is weighed alone.
    if (this.#known.questions.get(issue) === check) return;
    const leads = check.answers.find(({ label }) => label === answer)?.leads;
    const target = leads?.kind === 'issue' ? this.#known.positionOf(leads.ref) : -1;
    if (target < 0 || this.#focus.isOut(target)) return;
    this.#focus.turnTo(target);
    this.#answers.settleBack(target, (ref) => this.#known.positionOf(ref) === issue);
  }

  #turnTo(issue: number, id: string | undefined): void {
    const repair = this.#repairs.repairOf(issue, id);
    if (repair === undefined) return;
    this.#repairs.begin(issue, repair);
    this.#focus.turnTo(issue);
  }

  #reject(issues: readonly number[]): void {
    this.#focus.reject(issues);
    this.#repairs.leaveAll(issues);
  }

  standing(): Standing {
    const { entries, faults } = this.#known;
    const focus = this.#focus.standing();
    const likeliest = entries[focus.focus ?? focus.open[0] ?? 0];
    const { ending, handingOver, lookingAround, wanted } = this.#wishes;
    return {
      ...focus,
      route: likeliest && this.#routeOver(likeliest.article.path),
      entries,
      faults,
      belief: this.#belief.weights,
      seen: this.#seen,
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
      likelihoodOf: (question, label) => this.#known.likelihoodOf(question, label),
      answeredOnce: this.#answers.answeredOnce((issue) => this.#began.has(issue)),
      likelihoodAgain: (question, first, label) => this.#known.likelihoodAgain(question, first, label),
      curesOf: (issue, repair) => this.#known.curesOf(issue, repair),
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
