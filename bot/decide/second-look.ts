// Before a case goes to the helpdesk because of what was answered: whether one of the answers is worth another look.

import { costOfCheck } from '../../knowledge/troubleshoot/index.js';
import type { ChoiceCheck } from '../case/likelihood.js';
import type { Standing } from '../case/standing.js';
import { costOfRepair, handOverCost } from './costs.js';
import type { Problem } from './problem.js';
import { weighMoves } from './weigh-moves.js';

export interface SecondLook {
  readonly issue: number;
  readonly check: ChoiceCheck;
  /** The label of what was answered. */
  readonly answer: string;
}

/** Minutes that it must save beyond what it takes: nobody likes to be asked twice. */
const bother = 2;

/** @returns undefined where handing over is the better way. */
export function secondLook(standing: Standing): SecondLook | undefined {
  const { belief, answeredOnce, entries } = standing;
  if (answeredOnce.length === 0) return undefined;
  const repairs = [...entries.keys()].flatMap((issue) =>
    standing
      .repairsLeft(issue)
      .map((repair) => ({ cost: costOfRepair(repair), cures: standing.curesOf(issue, repair) })),
  );
  const looks = answeredOnce.flatMap(({ question, label: answer }) => {
    const [asker] = question.askers;
    return asker === undefined ? [] : [{ ...asker, question, answer }];
  });
  const problem: Problem = {
    faults: belief,
    repairs,
    questions: looks.map(({ check, question, answer }) => ({
      cost: costOfCheck(check),
      answers: check.answers.map(({ label }) => standing.likelihoodAgain(question, answer, label)),
    })),
    handOver: handOverCost,
  };
  const best = weighMoves(problem).find(({ kind }) => kind === 'ask');
  const look = best?.kind === 'ask' ? looks[best.at] : undefined;
  if (look === undefined || best === undefined || best.cost + bother > handOverCost) return undefined;
  const { issue, check, answer } = look;
  return { issue, check, answer };
}
