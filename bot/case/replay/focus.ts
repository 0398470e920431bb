// Which of the issues is being worked on, and which are out.

import type { Belief } from '../belief.js';
import type { Case } from '../dialog.js';
import { likelihoodOfChoice } from '../likelihood.js';
import type { Standing } from '../standing.js';
import { candidatesAmong, isGuessable, isSpokenAgainst, likelyEnough, type Suspects, sideBySide } from './suspects.js';

interface Surroundings {
  readonly kase: Case;
  readonly belief: Belief;
  /** Nothing more can be done about it. */
  isSpent(issue: number): boolean;
  /** The knowledge has it no longer. */
  isGone(issue: number): boolean;
}

export class Focus {
  readonly #kase: Case;
  readonly #belief: Belief;
  readonly #isSpent: Surroundings['isSpent'];
  readonly #isGone: Surroundings['isGone'];
  readonly #suspects: Suspects;
  readonly #rejected = new Set<number>();
  #chosen: number | undefined;
  /** Something was told that says which it may be. */
  narrowed = false;
  /** Cannot tell which description fits, so they are not shown again. */
  undecided = false;
  /** What was thought likelier has been rejected: what is left is asked about before it is taken up. */
  doubtful = false;

  constructor({ kase, belief, isSpent, isGone }: Surroundings) {
    this.#kase = kase;
    this.#belief = belief;
    this.#isSpent = isSpent;
    this.#isGone = isGone;
    this.#suspects = { kase, belief, isOut: (issue) => this.isOut(issue) };
  }

  /** The person says that it is this one. */
  choose(issue: number): void {
    this.turnTo(issue);
    this.#belief.weigh(likelihoodOfChoice(issue, this.#shownWith(issue), this.#belief.faults));
  }

  /** @param issue None: whichever is likeliest is next. */
  turnTo(issue: number | undefined): void {
    this.#chosen = issue;
  }

  /** It is none of these. */
  reject(issues: readonly number[]): void {
    for (const issue of issues) this.#rejected.add(issue);
    if (this.#chosen !== undefined && issues.includes(this.#chosen)) this.#chosen = undefined;
    this.#belief.weigh(this.#belief.faults.map(({ issue }) => (issue !== undefined && issues.includes(issue) ? 0 : 1)));
  }

  isOut(issue: number): boolean {
    return this.#rejected.has(issue) || this.#isGone(issue) || this.#isSpent(issue);
  }

  /** Positions of the issues that may still be it, likeliest first. */
  candidates(): number[] {
    return candidatesAmong(this.#suspects);
  }

  /** The issue that is being worked on; undefined where several stand side by side, or none is left. */
  now(): number | undefined {
    if (this.#chosen !== undefined && !this.isOut(this.#chosen)) return this.#chosen;
    const [first, ...others] = this.candidates();
    if (first === undefined || (!this.narrowed && this.#kase.verdict !== 'match')) return undefined;
    if (this.undecided || this.#belief.of(first) >= likelyEnough || this.#kase.told.length === 0) return first;
    // Candidates that are close to each other are shown side by side, a lone one is taken up. Where it is likelier that
    // nobody knows it, that one is asked about first.
    const isDoubtful = this.doubtful || this.#belief.of(first) < this.#belief.of(undefined);
    return others.length === 0 && !isDoubtful ? first : undefined;
  }

  /** Where all issues stand now. */
  standing(): Pick<Standing, 'focus' | 'chosen' | 'open' | 'guesses' | 'past'> {
    const focus = this.now();
    const candidates = this.candidates();
    const positions = [...this.#kase.issues.keys()].filter((issue) => issue !== focus);
    const isPast = (issue: number): boolean =>
      this.#rejected.has(issue) ||
      this.#isSpent(issue) ||
      (!candidates.includes(issue) && isSpokenAgainst(issue, this.#belief));
    const isGuess = (issue: number): boolean =>
      !candidates.includes(issue) && !isPast(issue) && isGuessable(issue, this.#suspects);
    return {
      focus,
      chosen: focus !== undefined && focus === this.#chosen,
      open: candidates.filter((issue) => issue !== focus),
      guesses: positions.filter(isGuess),
      past: new Set(positions.filter(isPast)),
    };
  }

  /** What an issue was chosen from; a guess stands alone. */
  #shownWith(issue: number): number[] {
    const shown = this.candidates().slice(0, sideBySide);
    return shown.includes(issue) ? shown : [issue];
  }
}
