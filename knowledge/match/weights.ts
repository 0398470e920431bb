// What counts how much. Data, not logic: `npm run fit` measures these figures and says how they were chosen.

import type { Aside } from '../model.js';
import type { LineRole } from '../read/index.js';
import { Kind } from './features/kind.js';
import { Zone, zones } from './zones.js';

/** Strength of a feature by the part of the issue it stands in. */
export const zoneWeight: Readonly<Record<Zone, number>> = {
  [Zone.title]: 0.85,
  [Zone.symptomLog]: 0.95,
  [Zone.symptom]: 0.85,
  [Zone.cause]: 0.85,
  [Zone.otherLog]: 0.95,
  [Zone.resolution]: 0.6,
  [Zone.more]: 0.6,
  [Zone.article]: 1,
};

/** Strength of a feature by the zones it stands in, one bit each: that of the strongest. */
export const strengths: Float64Array = Float64Array.from({ length: 1 << zones }, (_, mask) =>
  Math.max(0, ...Object.entries(zoneWeight).map(([zone, weight]) => ((mask >> Number(zone)) & 1) * weight)),
);

/** How much a shared feature counts, times its rarity. */
export const kindWeight: Readonly<Record<Kind, number>> = {
  [Kind.word]: 1.5,
  [Kind.pair]: 0.75,
  [Kind.triple]: 0.9,
  [Kind.symbol]: 2.3,
  [Kind.part]: 0.3,
  [Kind.code]: 8.5,
  [Kind.innerCode]: 0.7,
  [Kind.status]: 6.5,
  [Kind.event]: 1.4,
  [Kind.name]: 5,
  [Kind.codeText]: 2,
  [Kind.genericCode]: 0.6,
  [Kind.place]: 1.2,
  [Kind.commonWord]: 1.2,
  [Kind.commonPhrase]: 0.6,
  [Kind.whole]: 1.5,
  [Kind.product]: 2,
};

/** How much a line of the paste counts by what it is there for; `plain` and `consequence` where another line tells. */
export const roleWeight: Readonly<Record<LineRole | Aside['kind'], number>> = {
  tells: 1,
  plain: 0.4,
  frame: 0.2,
  header: 0.2,
  consequence: 0.1,
  harmless: 0.05,
};

/** Rarity counts to this power: rare features more than BM25 has it. */
export const rarityPower = 1.3;

/** Issues of other subjects that a commonplace feature is weighed among, besides those that are known. */
export const elsewhere = 14;

export const rankWeights = {
  /** Words and phrases of the lines add up in this norm: one line that fits well beats many that fit a little. */
  lineNorm: 1.5,
  /** Gain of all names and codes, wherever they stand. */
  allTelling: 0.4,
  /** Gain of the title words that the paste holds, times their share of the title. */
  title: 4.5,
  /** Power of that share: a whole title tells more than two halves. */
  titlePower: 2,
  /** Given to an issue whose whole title the paste holds, if that is some words long: the message is what it is about. */
  wholeTitle: 0.12,
  /** Power of the title's share for that. */
  wholeTitlePower: 4,
  /** Words of the title that it takes. */
  wholeTitleWords: 6,
  /** Share from which on a title of so many words passes for whole. */
  wholeTitleShare: 0.85,
  /** Gain of the most telling single name or code, once more; twice that where it stands in a title. */
  telling: 0.45,
  /** So many times that gain where it is of a name that hardly any issue has, and stands in a title. */
  rareName: 3,
  /** So many times the gain of a word that few issues have, where it stands in a title. */
  rareWord: 2.5,
  /** Gain of an event's number, so many times more where the issue names what reports it. */
  event: 3,
  /** Taken off an issue that has none of the codes that other issues know, unless a name or the whole message is its title. */
  otherCode: 0.22,
  /** The same where it quotes the line of the paste with another code: the same sentence about another fault. */
  otherCodeInQuote: 0.5,
  /** Taken off for names and codes of the paste that other issues know and this one does not, times their share. */
  missing: 0.07,
  /** Given to an issue about the products that the paste names, times their share. */
  product: 0.2,
  /** Long issues share something with everything: the score is divided by (features + 50) to this power. */
  length: 0.1,
} as const;

/** Issues that a name may stand in, for it to name what one of them is about. */
export const mostIssuesOfName = 10;
/** The same for a word. */
export const mostIssuesOfWord = 25;

/** Features in more than this share of the issues tell nothing. */
export const commonShare = 0.2;

/** Logistic model over the quantities: what `npm run fit` prints as fitted on all. */
export const confidenceModel = {
  base: -4.77,
  share: 0.96,
  phraseShare: 3.06,
  telling: 0.4,
  named: 1.08,
  title: 0.53,
  margin: 5.27,
  articleMargin: 2.18,
  otherProduct: -1.22,
  central: 1.52,
} as const;

/** Most confidence for a candidate that is no better than the next, and what each share of being ahead adds. */
export const sideBySide = { confidence: 0.5, perMargin: 8 } as const;

/**
 * Least confidence of each verdict; of matches among posts that the model is not fitted to, 19 of 20 are right. Articles that
 * are so sure together are asked about though none is by itself: of 14 pastes and posts, the right one was among them for 11.
 * So are articles side by side of which the last would be nearly certain of itself: of three posts, it was for all; from 0.85
 * on it would be for one of two.
 */
export const verdictAt = { ambiguous: 0.35, match: 0.8, together: 0.6, oneOfThem: 0.9 } as const;

/** Of answers that leave a name or a code of the paste unexplained, so much of what the model says are right. */
export const lackingName = 0.95;

/** Least share of a line's phrases in an issue that quotes it, but for a name or two. */
export const wordForWord = 0.9;

/** Most confidence of what is worth a question and no more. */
export const questionAtMost = verdictAt.match - 0.01;

/** Most confidence for a candidate that quotes the paste with another code: too little to answer with, or to ask about. */
export const otherCodeAtMost = 0.1;

/** `named` from which on an issue is at least asked about: right for 105 of 110 pastes and posts. */
export const namedEnough = 0.6;
