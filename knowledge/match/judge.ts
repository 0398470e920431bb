// Quantities → how sure, and what to call it.

import type { Quantities } from './quantities.js';
import { confidenceModel, verdictAt } from './weights.js';

/** The quantities as the model takes them: gains count less and less. */
export function modelInputs(quantities: Quantities): Readonly<Record<keyof Quantities, number>> {
  return {
    ...quantities,
    lineGain: Math.log1p(quantities.lineGain),
    telling: Math.log1p(quantities.telling),
    phrases: Math.log1p(quantities.phrases),
  };
}

/** @returns 0 to 1: the share of answers with such quantities that are right. */
export function confidenceOf(quantities: Quantities): number {
  const { base, ...weights } = confidenceModel;
  const inputs = modelInputs(quantities);
  let sum: number = base;
  for (const [name, weight] of Object.entries(weights)) sum += weight * inputs[name as keyof Quantities];
  return 1 / (1 + Math.exp(-sum));
}

/** @param confidence Of the best candidate; undefined when there is none. */
export function verdictOf(confidence: number | undefined): 'match' | 'ambiguous' | 'none' {
  if (confidence === undefined || confidence < verdictAt.ambiguous) return 'none';
  return confidence < verdictAt.match ? 'ambiguous' : 'match';
}
