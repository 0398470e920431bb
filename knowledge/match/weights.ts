// What counts how much. Data, not logic: fitted figures belong here and nowhere else.

import { Kind } from './features.js';
import { Zone } from './zones.js';

/** How much an occurrence counts by the part of the issue it stands in. */
export const zoneWeight: Readonly<Record<Zone, number>> = {
  [Zone.title]: 3,
  [Zone.symptomLog]: 2.5,
  [Zone.symptom]: 1.5,
  [Zone.cause]: 1,
  [Zone.otherLog]: 1.5,
  [Zone.resolution]: 0.7,
  [Zone.more]: 0.7,
  [Zone.article]: 1.5,
};

/** How much a shared feature counts, times its rarity. */
export const kindWeight: Readonly<Record<Kind, number>> = {
  [Kind.word]: 1,
  [Kind.pair]: 1,
  [Kind.triple]: 1,
  [Kind.symbol]: 1.5,
  [Kind.part]: 0.3,
  [Kind.code]: 1.5,
  [Kind.innerCode]: 0.7,
  [Kind.status]: 2,
  [Kind.event]: 1.5,
};

/** BM25's k1 and b: how soon repetition stops counting, and how much a long issue is held against it. */
export const saturation = 0.6;
export const lengthNorm = 0.3;

/** Features in more than this share of the issues tell nothing. */
export const commonShare = 0.2;

/** Logistic model over the quantities. */
export const confidenceModel = {
  base: -5,
  share: 1.5,
  lineShare: 2.5,
  lineGain: 1.6,
  strongest: 1.5,
  margin: 4,
} as const;

/** Least confidence of each verdict. */
export const verdictAt = { ambiguous: 0.25, match: 0.75 } as const;
