// The logistic model of confidence: fitted to what was right, and asked.

import type { ModelInput } from '../knowledge/match/judge.js';
import type { Quantities } from '../knowledge/match/quantities.js';

/** The best candidate of one row. */
export interface Example {
  readonly id: string;
  readonly set: string;
  readonly quantities: Quantities;
  /** In the order of `quantityNames`. */
  readonly inputs: readonly number[];
  readonly right: boolean;
  /** The row has a right answer at all. */
  readonly positive: boolean;
  /** How much it counts when fitting. */
  readonly weight: number;
}

export const quantityNames: readonly ModelInput[] = [
  'share',
  'phraseShare',
  'telling',
  'named',
  'title',
  'margin',
  'articleMargin',
  'otherProduct',
  'central',
];

/** Base first, then a weight for each name. */
export type Model = readonly number[];

/** Newton's method on the regularised likelihood: the same every time. */
export function fitModel(rows: readonly Example[]): Model {
  const size = quantityNames.length + 1;
  const ridge = 0.5;
  let weights: number[] = Array<number>(size).fill(0);
  for (let round = 0; round < 40; round += 1) {
    const gradient = Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => Array<number>(size).fill(0));
    for (const row of rows) {
      const x = [1, ...row.inputs];
      const p = confidence(weights, row);
      for (let i = 0; i < size; i += 1) {
        add(gradient, i, row.weight * ((row.right ? 1 : 0) - p) * (x[i] ?? 0));
        for (let j = 0; j < size; j += 1)
          add(hessian[i] ?? [], j, row.weight * p * (1 - p) * (x[i] ?? 0) * (x[j] ?? 0));
      }
    }
    for (let i = 1; i < size; i += 1) {
      add(gradient, i, -ridge * (weights[i] ?? 0));
      add(hessian[i] ?? [], i, ridge);
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** What the model says of a candidate, 0 to 1, before `withinLimits`. */
export function confidence([base = 0, ...weights]: Model, { inputs }: Pick<Example, 'inputs'>): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (inputs[i] ?? 0), base);
  return 1 / (1 + Math.exp(-sum));
}

function add(numbers: number[], at: number, value: number): void {
  numbers[at] = (numbers[at] ?? 0) + value;
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const size = vector.length;
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (let i = 0; i < size; i += 1) {
    rows.splice(i, size - i, ...rows.slice(i).sort((a, b) => Math.abs(b[i] ?? 0) - Math.abs(a[i] ?? 0)));
    const pivot = rows[i] ?? [];
    for (let j = i + 1; j < size; j += 1) {
      const row = rows[j] ?? [];
      const factor = (row[i] ?? 0) / (pivot[i] || 1);
      for (let k = i; k <= size; k += 1) add(row, k, -factor * (pivot[k] ?? 0));
    }
  }
  const solution = Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    const rest = solution.reduce((sum, value, k) => (k > i ? sum + value * (row[k] ?? 0) : sum), 0);
    solution[i] = ((row[size] ?? 0) - rest) / (row[i] || 1);
  }
  return solution;
}
