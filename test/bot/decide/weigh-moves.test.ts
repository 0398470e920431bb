import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Problem } from '../../../bot/decide/problem.js';
import { repairCostIn } from '../../../bot/decide/repair-cost.js';
import { weighMoves } from '../../../bot/decide/weigh-moves.js';

/** One repair for each fault but the last, which only the helpdesk repairs. */
const singleFaults = (faults: readonly number[], costs: readonly number[], handOver = 1000): Problem => ({
  faults,
  repairs: costs.map((cost, at) => ({ cost, cures: faults.map((_, fault) => (fault === at ? 1 : 0)) })),
  questions: [],
  handOver,
});

const bestOf = (problem: Problem): string => {
  const [move] = weighMoves(problem);
  return move === undefined ? '' : move.kind === 'hand-over' ? move.kind : `${move.kind} ${move.at}`;
};

describe('repairs come in the order of probability over cost', () => {
  test.each([
    { name: 'the likelier of equally long ones', faults: [0.3, 0.7], costs: [10, 10], best: 'repair 1' },
    { name: 'the shorter of equally likely ones', faults: [0.5, 0.5], costs: [30, 5], best: 'repair 1' },
    { name: 'a quick try before a long likely one', faults: [0.2, 0.8], costs: [2, 60], best: 'repair 0' },
    { name: 'no quick try that hardly ever helps', faults: [0.01, 0.99], costs: [2, 60], best: 'repair 1' },
  ])('$name', ({ faults, costs, best }) => expect(bestOf(singleFaults(faults, costs))).toBe(best));

  test('and cost what arithmetic says', () => {
    // 10 for all, 20 for the 0.4 that it does not cure, 100 for the 0.1 that nothing cures.
    expect(repairCostIn(singleFaults([0.6, 0.3, 0.1], [10, 20], 100))([0.6, 0.3, 0.1])).toBeCloseTo(10 + 8 + 10);
  });

  test('a repair that cures two faults counts for both', () => {
    const problem: Problem = {
      faults: [0.4, 0.3, 0.3],
      repairs: [
        { cost: 10, cures: [1, 0, 0] },
        { cost: 10, cures: [0, 1, 1] },
      ],
      questions: [],
      handOver: 500,
    };
    expect(bestOf(problem)).toBe('repair 1');
  });
});

describe('the helpdesk', () => {
  test('is the best move when no repair is worth its time', () =>
    expect(bestOf(singleFaults([0.05, 0.95], [30], 100))).toBe('hand-over'));
  test('is not while one is', () => expect(bestOf(singleFaults([0.5, 0.5], [30], 100))).toBe('repair 0'));
  test('is all there is when nothing else is', () => expect(bestOf(singleFaults([1], [], 100))).toBe('hand-over'));
});

describe('a question is asked when it saves more than it costs', () => {
  const apart = (cost: number, right = 1): Problem => ({
    ...singleFaults([0.5, 0.5], [30, 30]),
    questions: [
      {
        cost,
        answers: [
          [right, 1 - right],
          [1 - right, right],
        ],
      },
    ],
  });
  test.each([
    { name: 'it tells long repairs apart', problem: apart(2), best: 'ask 0' },
    { name: 'it takes longer than trying', problem: apart(40), best: 'repair 0' },
    { name: 'its answers say nothing', problem: apart(2, 0.5), best: 'repair 0' },
  ])('$name', ({ problem, best }) => expect(bestOf(problem)).toBe(best));

  test('also where only two of them together tell', () => {
    // Four faults, of which each question alone halves the field without saving anything that it does not cost.
    const half = (first: readonly number[]): readonly (readonly number[])[] => [
      first,
      first.map((likely) => 1 - likely),
    ];
    const problem: Problem = {
      ...singleFaults([0.25, 0.25, 0.25, 0.25], [8, 8, 8, 8]),
      questions: [
        { cost: 5, answers: half([1, 1, 0, 0]) },
        { cost: 1, answers: half([1, 0, 1, 0]) },
      ],
    };
    const [best] = weighMoves(problem);
    expect(best?.kind).toBe('ask');
    expect(best?.cost).toBeLessThan(repairCostIn(problem)(problem.faults));
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const minutes = fc.double({ min: 0.5, max: 200, noNaN: true });

const problems: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 6 }).chain((faults) => {
  const byFault = fc.array(share, { minLength: faults, maxLength: faults });
  return fc.record({
    faults: fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: faults, maxLength: faults })
      .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b))),
    repairs: fc.array(fc.record({ cost: minutes, cures: byFault }), { maxLength: 5 }),
    questions: fc.array(
      fc.record({
        cost: minutes,
        answers: byFault.map((first) => [first, first.map((likely) => (1 - likely) * 0.9)]),
      }),
      { maxLength: 4 },
    ),
    handOver: fc.double({ min: 1, max: 500, noNaN: true }),
  });
});

test('the best move never costs more than repairs alone, nor than the helpdesk at once', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const [best] = weighMoves(problem);
      const least = Math.min(repairCostIn(problem)(problem.faults), problem.handOver);
      expect(best?.cost).toBeLessThanOrEqual(least + 1e-9);
    }),
  );
});

test('every move is weighed, cheapest first', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const moves = weighMoves(problem);
      expect(moves).toHaveLength(problem.repairs.length + problem.questions.length + 1);
      const costs = moves.map(({ cost }) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
      expect(costs.every((cost) => Number.isFinite(cost) && cost > 0)).toBe(true);
    }),
  );
});
