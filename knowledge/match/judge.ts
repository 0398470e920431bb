// Quantities → how sure, and what to call it.

import type { Quantities } from './quantities.js';
import { confidenceModel, namedEnough, sideBySide, verdictAt } from './weights.js';

/**
 * The quantities as the model takes them: gains count less and less, and being ahead of the next counts only as far as
 * there is something to be ahead with.
 */
export function modelInputs(quantities: Quantities): Readonly<Record<keyof Quantities, number>> {
  const substance = 1 - Math.exp(-quantities.lineGain / 5);
  return {
    ...quantities,
    lineGain: Math.log1p(quantities.lineGain),
    telling: Math.log1p(quantities.telling),
    phrases: Math.log1p(quantities.phrases),
    margin: quantities.margin * substance,
    articleMargin: quantities.articleMargin * substance,
  };
}

/** @returns 0 to 1: the share of answers with such quantities that are right. */
export function confidenceOf(quantities: Quantities): number {
  const { base, ...weights } = confidenceModel;
  const inputs = modelInputs(quantities);
  let sum: number = base;
  for (const [name, weight] of Object.entries(weights)) sum += weight * inputs[name as keyof Quantities];
  return withinLimits(1 / (1 + Math.exp(-sum)), quantities);
}

/** What the model says, where nothing else is known to decide. */
export function withinLimits(modelled: number, { margin, named }: Quantities): number {
  // Side by side with another, either may be right, however well both fit.
  const confidence = Math.min(modelled, sideBySide.confidence + margin * sideBySide.perMargin);
  // A name that hardly any issue has, and that this one is about, is worth a question whatever stands around it.
  return named >= namedEnough ? Math.max(confidence, verdictAt.ambiguous) : confidence;
}

/** @param confidence Of the best candidate; undefined when there is none. */
export function verdictOf(confidence: number | undefined): 'match' | 'ambiguous' | 'none' {
  if (confidence === undefined || confidence < verdictAt.ambiguous) return 'none';
  return confidence < verdictAt.match ? 'ambiguous' : 'match';
}
