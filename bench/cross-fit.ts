// How sure the model of confidence is of rows that it was not fitted to. One split into halves is a matter of luck, with as
// few posts as there are: figures are taken over several.

import { withinLimits } from '../knowledge/match/judge.js';
import { confidence, type Example, fitModel } from './fit-model.js';
import { halfOf } from './halves.js';
import { calibrationError } from './score.js';

/** A row with how sure a model is of it that was fitted without it. */
export interface Judged extends Example {
  readonly confidence: number;
}

export const splits = 10;

/** @returns Every row once a split, judged by the model that is fitted to the half without it. */
export function crossFitted(examples: readonly Example[]): Judged[][] {
  return Array.from({ length: splits }, (_, split) =>
    [0, 1].flatMap((half) => {
      const isKept = ({ id }: Example): boolean => halfOf(id, split) === half;
      const model = fitModel(examples.filter((example) => !isKept(example)));
      return examples
        .filter(isKept)
        .map((one) => ({ ...one, confidence: withinLimits(confidence(model, one), one.quantities) }));
    }),
  );
}

/** Calibration error of the rows of these sets, the mean of all splits. */
export function calibrationOf(judged: readonly (readonly Judged[])[], sets: readonly string[]): number {
  const errors = judged.map((rows) => calibrationError(rows.filter(({ set }) => sets.includes(set))));
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}
