// What it costs to repair a fault without asking anything more.

import type { Problem } from './problem.js';

/**
 * Minutes expected until the fault is gone when repairs are done in the order of probability over cost, and the helpdesk
 * is asked as soon as that is expected to cost less than the next repair.
 *
 * @returns A function of weights by fault, not negative. They need not add up to 1: the result is in proportion to their
 *   sum. It is asked thousands of times a turn, and most repairs cure few of the faults.
 */
export function repairCostIn({ repairs, handOver }: Problem): (weights: readonly number[]) => number {
  const remedies = repairs.map(
    ({ cost, cures }): Remedy => ({
      cost,
      cures: cures.flatMap((share, fault) => (share === 0 ? [] : [{ fault, share }])),
    }),
  );
  return (weights) => {
    const left = [...weights];
    const waiting = new Set(remedies);
    let total = 0;
    for (;;) {
      const mass = sum(left);
      let best: Remedy | undefined;
      // The helpdesk repairs all that is left.
      let bestRatio = mass / handOver;
      for (const remedy of waiting) {
        const ratio = cured(left, remedy) / remedy.cost;
        if (ratio > bestRatio) {
          best = remedy;
          bestRatio = ratio;
        }
      }
      if (best === undefined) return total + mass * handOver;
      total += mass * best.cost;
      waiting.delete(best);
      for (const { fault, share } of best.cures) left[fault] = (left[fault] ?? 0) * (1 - share);
    }
  };
}

interface Remedy {
  readonly cost: number;
  /** The faults that it cures, and in which share of cases. */
  readonly cures: readonly { readonly fault: number; readonly share: number }[];
}

/** The weights that are left when a repair, or an answer, has taken its share of each. */
export function times(weights: readonly number[], shares: readonly number[]): number[] {
  return weights.map((weight, fault) => weight * (shares[fault] ?? 0));
}

export function sum(weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}

function cured(weights: readonly number[], { cures }: Remedy): number {
  let total = 0;
  for (const { fault, share } of cures) total += (weights[fault] ?? 0) * share;
  return total;
}
