// What it costs to repair a fault without asking anything more.

import type { Problem } from './problem.js';

/**
 * Minutes expected until the fault is gone when repairs are done in the order of probability over cost, and the helpdesk
 * is asked as soon as that is expected to cost less than the next repair.
 *
 * @param weights By fault, not negative. Need not add up to 1: the result is in proportion to their sum.
 */
export function repairCost(weights: readonly number[], { repairs, handOver }: Problem): number {
  const left = [...weights];
  const done = new Set<number>();
  let total = 0;
  for (;;) {
    const mass = sum(left);
    let best = -1;
    // The helpdesk repairs all that is left.
    let bestRatio = mass / handOver;
    for (const [at, { cost, cures }] of repairs.entries()) {
      const ratio = done.has(at) ? 0 : cured(left, cures) / cost;
      if (ratio > bestRatio) {
        best = at;
        bestRatio = ratio;
      }
    }
    const repair = repairs[best];
    if (repair === undefined) return total + mass * handOver;
    total += mass * repair.cost;
    done.add(best);
    for (const [fault, share] of repair.cures.entries()) left[fault] = (left[fault] ?? 0) * (1 - share);
  }
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

function cured(weights: readonly number[], cures: readonly number[]): number {
  let total = 0;
  for (const [fault, weight] of weights.entries()) total += weight * (cures[fault] ?? 0);
  return total;
}
