// What can be done next in a case, weighed: its questions, its repairs, and the helpdesk.

import { costOfCheck, type Repair } from '../../knowledge/troubleshoot/index.js';
import { picksVariant } from '../case/choice-check.js';
import type { ChoiceCheck, Question } from '../case/likelihood.js';
import type { Standing } from '../case/standing.js';
import { costOfRepair, handOverCost } from './costs.js';
import type { Inquiry, Problem, Remedy } from './problem.js';
import { weighMoves } from './weigh-moves.js';

/** `cost`: minutes expected until the fault is gone when this is done next. */
export type PossibleMove = (
  | { readonly kind: 'ask'; readonly issue: number; readonly check: ChoiceCheck }
  /** `likely`: how likely it helps. */
  | { readonly kind: 'repair'; readonly issue: number; readonly repair: Repair; readonly likely: number }
  | { readonly kind: 'hand-over' }
) & { readonly cost: number };

/** @returns Best first; with nothing else left, only the helpdesk. */
export function possibleMoves(standing: Standing): PossibleMove[] {
  const { focus, chosen, open } = standing;
  const all = focus === undefined ? open : [focus, ...open];
  if (focus === undefined || !chosen) return movesAbout(all, standing);
  // They have named it. Where the helpdesk is the best that can be done about it, what else it may be comes first; but
  // where no repair of it is known, its cause is told before that.
  const own = movesAbout([focus], standing);
  const leadsOn = own[0]?.kind !== 'hand-over';
  const tells = standing.repairsLeft(focus).length === 0 && !standing.seen.has(focus);
  return leadsOn || tells ? own : movesAbout(all, standing);
}

function movesAbout(issues: readonly number[], standing: Standing): PossibleMove[] {
  const { faults, belief } = standing;

  const repairs = issues.flatMap((issue) =>
    standing.repairsLeft(issue).map((repair) => ({ issue, repair, cures: standing.curesOf(issue, repair) })),
  );
  const questions = distinct(issues.flatMap((issue) => standing.questionsOf(issue)));
  const problem: Problem = {
    faults: belief,
    repairs: repairs.map(({ repair, cures }): Remedy => ({ cost: costOfRepair(repair), cures })),
    questions: questions.map((question): Inquiry => inquiryOf(question, standing)),
    handOver: handOverCost,
  };
  return weighMoves(problem).flatMap((move): PossibleMove[] => {
    const { cost } = move;
    switch (move.kind) {
      case 'hand-over':
        return [{ kind: 'hand-over', cost }];
      case 'ask': {
        const asker = questions[move.at]?.askers[0];
        return asker === undefined ? [] : [{ kind: 'ask', ...asker, cost }];
      }
      case 'repair': {
        const it = repairs[move.at];
        if (it === undefined) return [];
        const likely = faults.reduce((sum, _, at) => sum + (belief[at] ?? 0) * (it.cures[at] ?? 0), 0);
        return [{ kind: 'repair', issue: it.issue, repair: it.repair, likely, cost }];
      }
      default:
        return move satisfies never;
    }
  });
}

/** Whether all repairs are of one fault, which needs no naming then: it is what the conversation is about. */
export function aboutOneFault(moves: readonly PossibleMove[]): boolean {
  return new Set(moves.flatMap((move) => (move.kind === 'repair' ? [move.issue] : []))).size === 1;
}

/** Minutes that may be spent on an order of questions that people find natural. */
const forOrder = 2;

/**
 * The move to suggest: the one that costs least. Where it costs about as much, whether it is this fault at all is asked
 * before which of its repairs fits: people wonder otherwise why they are asked.
 */
export function bestMove(moves: readonly PossibleMove[]): PossibleMove | undefined {
  const [best] = moves;
  if (best?.kind !== 'ask' || !picksVariant(best.check)) return best;
  const isAboutAll = (move: PossibleMove): boolean =>
    move.kind === 'ask' && move.issue === best.issue && !picksVariant(move.check);
  return moves.find((move) => isAboutAll(move) && move.cost <= best.cost + forOrder) ?? best;
}

function inquiryOf(question: Question, standing: Standing): Inquiry {
  const [asker] = question.askers;
  const labels = asker?.check.answers.map(({ label }) => label) ?? [];
  return {
    cost: asker === undefined ? 1 : costOfCheck(asker.check),
    answers: labels.map((label) => standing.likelihoodOf(question, label)),
  };
}

/** A question that several issues ask is one. */
function distinct(questions: readonly Question[]): Question[] {
  const seen = new Set<string>();
  return questions.filter(({ askers }) => {
    const key = askers
      .map(({ issue, check }) => `${issue} ${check.id}`)
      .sort()
      .join('\n');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
