// Quantities → how sure, and what to call it.

import type { Weighed } from './candidates.js';
import type { Quantities } from './quantities.js';
import {
  confidenceModel,
  lackingName,
  namedEnough,
  otherCodeAtMost,
  questionAtMost,
  sideBySide,
  verdictAt,
  wordForWord,
} from './weights.js';

/** A candidate, and how sure it is: 0 to 1. */
export interface Judged extends Weighed {
  readonly confidence: number;
}

/** What the model takes. `lineGain` only tells how much the margins are worth; what is true or false decides by itself. */
export type ModelInput = Exclude<
  keyof Quantities,
  'lineGain' | 'isTitled' | 'quotesOtherCode' | 'lacksCodes' | 'lacksName'
>;

/**
 * The quantities as the model takes them: gains count less and less, and being ahead of the next counts only as far as
 * there is something to be ahead with.
 */
export function modelInputs({
  lineGain,
  isTitled: _,
  quotesOtherCode: __,
  lacksCodes: ___,
  lacksName: ____,
  ...quantities
}: Quantities): Readonly<Record<ModelInput, number>> {
  const substance = 1 - Math.exp(-lineGain / 5);
  return {
    ...quantities,
    telling: Math.log1p(quantities.telling),
    margin: quantities.margin * substance,
    articleMargin: quantities.articleMargin * substance,
  };
}

const { base, ...ofInputs } = confidenceModel;
const weights = Object.entries(ofInputs);

/** @returns 0 to 1: the share of answers with such quantities that are right. */
export function confidenceOf(quantities: Quantities): number {
  const inputs = modelInputs(quantities);
  let sum: number = base;
  for (const [name, weight] of weights) sum += weight * inputs[name as ModelInput];
  return withinLimits(1 / (1 + Math.exp(-sum)), quantities);
}

/** What the model says, where nothing else is known to decide. */
export function withinLimits(
  modelled: number,
  { margin, named, phraseShare, isTitled, quotesOtherCode, lacksCodes, lacksName }: Quantities,
): number {
  // Side by side with another, either may be right, however well both fit.
  const confidence = Math.min(
    modelled * (lacksName ? lackingName : 1),
    sideBySide.confidence + margin * sideBySide.perMargin,
  );
  // The same sentence about another fault.
  if (quotesOtherCode) return Math.min(confidence, otherCodeAtMost);
  // A name that hardly any issue has, and that this one is about, is worth a question whatever stands around it; and so is a
  // message that it is called by.
  const least = named >= namedEnough || isTitled ? verdictAt.ambiguous : 0;
  // Another code is another fault, unless the message is this one word for word.
  const most = lacksCodes && phraseShare < wordForWord ? questionAtMost : 1;
  return Math.max(least, Math.min(most, confidence));
}

/** @param confidence Of the best candidate; undefined when there is none. */
export function verdictOf(confidence: number | undefined): 'match' | 'ambiguous' | 'none' {
  if (confidence === undefined || confidence < verdictAt.ambiguous) return 'none';
  return confidence < verdictAt.match ? 'ambiguous' : 'match';
}
