// Which issues may still be it.

import type { Belief } from '../belief.js';
import type { Case } from '../dialog.js';

/** An issue is worked on when it is at least so likely. */
export const likelyEnough = 0.55;
/** An issue is worth a thought when it is at least this share of what is likeliest. */
const notFarBehind = 0.2;
/** What shares less than that with the paste is worked on only when what was told speaks for it. */
const faint = 0.1;
/** Good enough to be offered as a guess, and called that. */
const guessable = 0.2;
/** An issue that has become so much less likely by what was told is out. */
const spokenAgainst = 0.4;

/** At most so many candidates are shown side by side. */
export const sideBySide = 4;

/** What is known of the issues of a case. */
export interface Suspects {
  readonly kase: Case;
  readonly belief: Belief;
  /** It is not that one, or nothing more can be done about it, or the knowledge has it no longer. */
  isOut(issue: number): boolean;
}

/** Positions of the issues that may still be it, likeliest first. */
export function candidatesAmong({ kase: { verdict, issues }, belief, isOut }: Suspects): number[] {
  if (verdict === 'none') return [];
  const likely = [...issues.keys()].map((issue) => ({ issue, share: belief.of(issue) }));
  const most = Math.max(belief.of(undefined), ...likely.map(({ share }) => share));
  return likely
    .filter(({ issue, share }) => {
      const confidence = issues[issue]?.confidence ?? 0;
      return !isOut(issue) && share >= (confidence < faint ? likelyEnough : most * notFarBehind);
    })
    .sort((a, b) => b.share - a.share)
    .map(({ issue }) => issue);
}

/** Whether what was told speaks so much against an issue that it is past. */
export function isSpokenAgainst(issue: number, belief: Belief): boolean {
  return belief.of(issue) < belief.priorOf(issue) * spokenAgainst;
}

/** Whether an issue can be offered as a guess, once it is no candidate. */
export function isGuessable(issue: number, { kase, isOut }: Suspects): boolean {
  return !isOut(issue) && (kase.issues[issue]?.confidence ?? 0) >= guessable;
}
