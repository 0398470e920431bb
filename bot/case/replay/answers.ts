// Questions that were answered, values that were given, and what is still to be asked.

import type { Check, IssueRef } from '../../../knowledge/index.js';
import { brokenRules, type ValueCheck } from '../../check-value.js';
import { matters, picksVariant, wordingOf } from '../choice-check.js';
import type { Case } from '../dialog.js';
import type { ChoiceCheck, Question } from '../likelihood.js';
import type { Plan } from '../plan-of.js';

export class Answers {
  readonly #plans: readonly (Plan | undefined)[];
  /** By the wording of their question: what was answered once is not asked again for another issue. */
  readonly #known = new Set<string>();
  readonly #values: Map<string, string>;
  readonly #skipped = new Set<string>();
  /** Labels, by issue and check. */
  readonly #answered = new Map<string, AnsweredQuestion>();
  readonly #lookedAgain = new Set<string>();

  constructor({ values }: Case, plans: readonly (Plan | undefined)[]) {
    this.#plans = plans;
    this.#values = new Map(values.map(({ issue, check, value }) => [keyOf(issue, check), value]));
  }

  checkOf(issue: number, id: string): Check | undefined {
    return this.#plans[issue]?.checks.find((check) => check.id === id);
  }

  /** A check of one issue, and the same question as others ask it. */
  questionOf(issue: number, check: ChoiceCheck): Question {
    const own = { issue, check };
    const others = this.#plans.flatMap((plan, position) => {
      const same = plan?.checks.find((it) => it.kind === 'choice' && wordingOf(it) === wordingOf(check));
      return position === issue || same?.kind !== 'choice' ? [] : [{ issue: position, check: same }];
    });
    return { askers: [own, ...others] };
  }

  /** There is an answer, or there is no need of one any more. */
  settle(check: ChoiceCheck): void {
    this.#known.add(wordingOf(check));
  }

  isSettled(check: ChoiceCheck): boolean {
    return this.#known.has(wordingOf(check));
  }

  /** @returns The first answer, where this is the second one to the same question. */
  note(issue: number, check: ChoiceCheck, label: string | null): string | undefined {
    const key = keyOf(issue, check.id);
    const before = this.#answered.get(key);
    if (before !== undefined) this.#lookedAgain.add(key);
    else if (label !== null) this.#answered.set(key, { question: this.questionOf(issue, check), label });
    return before?.label;
  }

  /** Questions that were answered once, in order. @param begun Its steps are wanted, whatever its questions say. */
  answeredOnce(begun: (issue: number) => boolean): AnsweredQuestion[] {
    return [...this.#answered].flatMap(([key, it]) => {
      const isWanted = it.question.askers.slice(0, 1).some(({ issue, check }) => !begun(issue) || picksVariant(check));
      return isWanted && !this.#lookedAgain.has(key) ? [it] : [];
    });
  }

  /** The very question that led to an issue, asked from its side, is settled. */
  settleBack(target: number, isFrom: (ref: IssueRef) => boolean): void {
    for (const check of this.#plans[target]?.checks ?? []) {
      if (check.kind === 'choice' && check.answers.some(({ leads }) => leads.kind === 'issue' && isFrom(leads.ref)))
        this.settle(check);
    }
  }

  give(issue: number, check: string, value: string): void {
    this.#values.set(keyOf(issue, check), value);
  }

  skip(issue: number, check: string): void {
    this.#skipped.add(keyOf(issue, check));
  }

  /** @param begun Its steps are wanted: only what says which of them fit is still to be asked. */
  questionsOf(issue: number, begun: boolean): Question[] {
    return (this.#plans[issue]?.checks ?? []).flatMap((check) =>
      check.kind === 'choice' && matters(check) && !this.isSettled(check) && (!begun || picksVariant(check))
        ? [this.questionOf(issue, check)]
        : [],
    );
  }

  valueCheckOf(issue: number, begun: boolean): ValueCheck | undefined {
    if (begun) return undefined;
    for (const check of this.#plans[issue]?.checks ?? []) {
      if (check.kind !== 'value' || this.#skipped.has(keyOf(issue, check.id))) continue;
      const given = this.valueOf(issue, check);
      if (given === undefined || given.broken.length > 0) return check;
    }
    return undefined;
  }

  valueOf(issue: number, check: Check): { value: string; broken: readonly string[] } | undefined {
    const value = this.#values.get(keyOf(issue, check.id));
    if (value === undefined || check.kind !== 'value') return undefined;
    return { value, broken: brokenRules(check, value) };
  }
}

/** A question and the label of its answer. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly label: string;
}

const keyOf = (issue: number, check: string): string => `${issue} ${check}`;
