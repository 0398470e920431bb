// A simulated person: answers questions and tries repairs as what is really wrong has it, with what people are like.

import type { ChoiceCheck } from '../../bot/case/likelihood.js';
import type { Plan } from '../../bot/case/plan-of.js';
import type { Answer, IssueRef } from '../../knowledge/index.js';
import { chanceOf, pick } from './chance.js';
import { helping, isSameIssue, type Truth } from './truth.js';

export interface Person {
  /** @returns The label of an answer; `null`: does not know. The same question always gets the same answer. */
  answer(asker: IssueRef, check: ChoiceCheck): string | null;
  /** @returns The label of an answer when asked to look once more. @param first What they answered before. */
  answerAgain(asker: IssueRef, check: ChoiceCheck, first: string): string;
  /** @returns Which of several descriptions fits: its position; -1: none of them; `null`: cannot tell. Never asked of none. */
  choose(issues: readonly IssueRef[]): number | null;
  /** Whether a repair, done as it is meant, helps. */
  isHelpedBy(issue: IssueRef, repair: string): boolean;
}

export interface Habits {
  /** Share of questions that they do not know the answer to. */
  readonly unknown: number;
  /** Share of questions that they answer wrong. */
  readonly wrong: number;
  /** Of wrong answers, the share that they correct when they look once more. */
  readonly corrected: number;
  /** Of right ones, the share that they change then. */
  readonly spoilt: number;
}

export const everybody: Habits = { unknown: 0.1, wrong: 0.05, corrected: 0.5, spoilt: 0.02 };

/**
 * @param planAt What can be asked and done about an issue.
 * @param seed Of chance: two persons of one seed and truth answer alike.
 */
export function makePerson(
  truth: Truth,
  planAt: (issue: IssueRef) => Plan | undefined,
  seed: string,
  { unknown, wrong, corrected, spoilt }: Habits = everybody,
): Person {
  const plan = truth.issue === undefined ? undefined : planAt(truth.issue);
  const deeds = helping(truth).map((id) => deedOf(plan, id));
  return {
    answer(asker, check) {
      const chance = chanceOf(seed, check.question);
      const mood = chance();
      if (mood < unknown) return null;
      const right = rightAnswers(truth, asker, check, planAt);
      const others = check.answers.filter((answer) => !right.includes(answer));
      return pick(mood < unknown + wrong && others.length > 0 ? others : right, chance)?.label ?? null;
    },
    answerAgain(asker, check, first) {
      const chance = chanceOf(seed, check.question, 'again');
      const right = rightAnswers(truth, asker, check, planAt);
      const isRight = right.some(({ label }) => label === first);
      if (chance() >= (isRight ? spoilt : corrected)) return first;
      const others = check.answers.filter((answer) => answer.label !== first);
      return pick(isRight ? others : right, chance)?.label ?? first;
    },
    choose(issues) {
      const chance = chanceOf(seed, 'which of these');
      const mood = chance();
      if (mood < unknown) return null;
      const right = issues.findIndex((issue) => isSameIssue(issue, truth.issue));
      const others = [...issues.keys()].filter((at) => at !== right);
      return mood < unknown + wrong ? (pick(others, chance) ?? right) : right;
    },
    isHelpedBy(issue, repair) {
      if (isSameIssue(issue, truth.issue) && helping(truth).includes(repair)) return true;
      // The same steps help, whichever article tells them.
      const deed = deedOf(planAt(issue), repair);
      return deed !== undefined && deeds.includes(deed);
    },
  };
}

/** @returns At least one; all of them where what is wrong has nothing to do with the question. */
function rightAnswers(
  truth: Truth,
  asker: IssueRef,
  check: ChoiceCheck,
  planAt: (issue: IssueRef) => Plan | undefined,
): readonly Answer[] {
  // Where the issue that it is asks the same, its own answers say more.
  const own = truth.issue === undefined ? undefined : sameQuestion(planAt(truth.issue), check);
  const from = own === undefined ? asker : (truth.issue ?? asker);
  const answers = (own ?? check).answers;
  const isIt = isSameIssue(from, truth.issue);
  const ways: readonly ((answer: Answer) => boolean)[] = [
    ({ leads }) => leads.kind === 'issue' && isSameIssue(leads.ref, truth.issue),
    ({ leads }) => isIt && leads.kind === 'resolution' && leads.ids.some((id) => truth.repairs.includes(id)),
    ({ leads }) => leads.kind === (isIt ? 'confirms' : 'excludes'),
    ({ leads }) => isIt && leads.kind === 'resolution',
  ];
  for (const way of ways) {
    const labels = answers.filter(way).map(({ label }) => label);
    const right = check.answers.filter(({ label }) => labels.includes(label));
    if (right.length > 0) return right;
  }
  return check.answers;
}

function sameQuestion(plan: Plan | undefined, { question }: ChoiceCheck): ChoiceCheck | undefined {
  const same = plan?.checks.find((it) => it.question === question);
  return same?.kind === 'choice' ? same : undefined;
}

function deedOf(plan: Plan | undefined, repair: string): string | undefined {
  return plan?.deeds[plan.repairs.findIndex(({ id }) => id === repair)];
}
