// Quantities → how sure, and what to call it.

import type { Quantities } from './quantities.js';
import { confidenceModel, verdictAt } from './weights.js';

/** @returns 0 to 1: the share of answers with such quantities that are right. */
export function confidenceOf({ share, lineShare, lineGain, strongest, margin }: Quantities): number {
  const { base, ...weights } = confidenceModel;
  const sum =
    base +
    weights.share * share +
    weights.lineShare * lineShare +
    weights.lineGain * Math.log1p(lineGain) +
    weights.strongest * strongest +
    weights.margin * margin;
  return 1 / (1 + Math.exp(-sum));
}

/** @param confidence Of the best candidate; undefined when there is none. */
export function verdictOf(confidence: number | undefined): 'match' | 'ambiguous' | 'none' {
  if (confidence === undefined || confidence < verdictAt.ambiguous) return 'none';
  return confidence < verdictAt.match ? 'ambiguous' : 'match';
}
