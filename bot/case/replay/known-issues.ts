// The issues of a case as the knowledge has them: what may be done about each, and what that would change.

import type { IssueRef, Knowledge } from '../../../knowledge/index.js';
import type { CheckWords, Repair } from '../../../knowledge/troubleshoot/index.js';
import type { Case } from '../dialog.js';
import { type Fault, faultsOf } from '../faults.js';
import { type ChoiceCheck, cureRate, likelihood, likelihoodAgain, type Question } from '../likelihood.js';
import { type Plan, planOf } from '../plan-of.js';
import { questionOfCase } from '../question-of-case.js';
import type { Entry } from '../standing.js';

export class KnownIssues {
  readonly #kase: Case;
  readonly entries: readonly (Entry | undefined)[];
  /** The one that came with the diagnosis, by the position of who asks it. */
  readonly questions: ReadonlyMap<number, ChoiceCheck>;
  readonly plans: readonly (Plan | undefined)[];
  /** What may be wrong. */
  readonly faults: readonly Fault[];

  constructor(kase: Case, knowledge: Knowledge, words: CheckWords) {
    this.#kase = kase;
    this.entries = kase.issues.map(({ ref }) => knowledge.find(ref));
    const issues = this.entries.map((entry) => entry?.issue);
    this.questions = questionOfCase(kase, words);
    this.plans = issues.map((issue, position) => {
      const plan = issue === undefined ? undefined : planOf(issue, words);
      const question = this.questions.get(position);
      return plan === undefined || question === undefined ? plan : { ...plan, checks: [...plan.checks, question] };
    });
    this.faults = faultsOf(kase, issues, this.plans);
  }

  /** @returns -1 for an issue that is none of the case's. */
  positionOf({ article, issue }: IssueRef): number {
    return this.#kase.issues.findIndex(({ ref }) => ref.article === article && ref.issue === issue);
  }

  /** How likely an answer is, by fault. */
  likelihoodOf(question: Question, label: string): number[] {
    return likelihood(question, label, this.faults, (ref) => this.positionOf(ref));
  }

  /** The same, after `first` was answered and they were asked to look once more. */
  likelihoodAgain(question: Question, first: string, label: string): number[] {
    return likelihoodAgain(question, first, label, this.faults, (ref) => this.positionOf(ref));
  }

  /** Share of cases in which a repair helps, by fault: the same steps repair the same, whichever article tells them. */
  curesOf(issue: number, repair: Repair): number[] {
    const deed = this.#deed(issue, repair.id);
    return this.faults.map(({ issue: of, repairs, around }) => {
      if (of === undefined) return 0;
      const helps = of === issue ? repairs.includes(repair.id) : repairs.some((id) => this.#deed(of, id) === deed);
      const besides = of === issue ? (around.get(repair.id) ?? 0) : 0;
      return cureRate * (helps ? 1 : besides);
    });
  }

  #deed(issue: number, id: string): string | undefined {
    const plan = this.plans[issue];
    return plan?.deeds[plan.repairs.findIndex((repair) => repair.id === id)];
  }
}
