// Which move is expected to cost least until the fault is gone. After Heckerman, Breese and Rommelse, "Decision-theoretic
// troubleshooting" (CACM 38(3), 1995): repairs in the order of probability over cost, a question when it saves more than
// it costs. Theirs looks one move ahead. Here the best question after each move is looked at as well, and a repair counts
// for every fault that it cures, since repairs of several faults are what breaks their assumptions (as in SACSO, Jensen
// and others, AI EDAM 15(4), 2001).

import type { Inquiry, Problem } from './problem.js';
import { repairCostIn, sum, times } from './repair-cost.js';

/** `at`: position among the problem's questions or repairs. `cost`: minutes expected until the fault is gone. */
export type WeighedMove =
  | { readonly kind: 'repair' | 'ask'; readonly at: number; readonly cost: number }
  | { readonly kind: 'hand-over'; readonly cost: number };

/** So many questions, the best by themselves, are looked at as what comes next. */
const lookedAhead = 4;

/** @returns Every possible move, the one that costs least first; of equals, a repair comes first, then a question. */
export function weighMoves(problem: Problem): WeighedMove[] {
  const { faults, repairs, questions, handOver } = problem;
  const repairCost = repairCostIn(problem);
  const alone = questions
    .map((question, at) => ({ question, at, cost: askCost(question, faults, repairCost) }))
    .sort((a, b) => a.cost - b.cost);
  const promising = alone.slice(0, lookedAhead).map(({ question }) => question);

  // The best way on without the question that was just asked.
  const onward = (left: readonly number[], asked?: Inquiry): number =>
    promising.reduce(
      (least, next) => (next === asked ? least : Math.min(least, askCost(next, left, repairCost))),
      repairCost(left),
    );

  const moves: WeighedMove[] = [
    ...repairs.map(({ cost, cures }, at) => {
      const left = times(
        faults,
        cures.map((share) => 1 - share),
      );
      return { kind: 'repair', at, cost: cost * sum(faults) + onward(left) } as const;
    }),
    ...alone.map(({ question, at, cost }) => {
      const ahead = promising.includes(question) ? askCost(question, faults, (left) => onward(left, question)) : cost;
      return { kind: 'ask', at, cost: ahead } as const;
    }),
    { kind: 'hand-over', cost: handOver * sum(faults) },
  ];
  return moves.sort((a, b) => a.cost - b.cost);
}

/** @param goOn What it costs from there, for the weights that an answer leaves. */
function askCost(
  { cost, answers }: Inquiry,
  weights: readonly number[],
  goOn: (left: readonly number[]) => number,
): number {
  const unknown = weights.map((weight, fault) => {
    let known = 0;
    for (const likely of answers) known += likely[fault] ?? 0;
    return weight * Math.max(0, 1 - known);
  });
  let total = cost * sum(weights) + goOn(unknown);
  for (const likely of answers) total += goOn(times(weights, likely));
  return total;
}
