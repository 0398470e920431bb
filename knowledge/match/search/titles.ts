// How well titles fit a paste: how much of each the paste holds.

import type { Query } from '../query/read-query.js';
import type { Index } from './feature-index.js';

export interface TitleFit {
  /** Gain of the title's words that the paste holds. */
  readonly gain: number;
  /** Their share of the title, 0 to 1. */
  readonly share: number;
  /** How many they are. */
  readonly words: number;
}

export const noTitle: TitleFit = { gain: 0, share: 0, words: 0 };

/** Asked of many titles at once; kept between searches, as what it marks is quicker taken back than made anew. */
export class Titles {
  /** The lower bits of what the paste holds: most words of titles are not among it, and that is told soonest so. */
  readonly #marks = new Uint8Array(1 << 13);

  /** @returns For each issue, in their order: how well the title of it that fits best does. */
  fits(index: Index, { features }: Query, issues: Uint32Array): TitleFit[] {
    const marks = this.#marks;
    const last = marks.length - 1;
    for (const hash of features.keys()) marks[hash & last] = 1;
    const holds = (hash: number): boolean => marks[hash & last] === 1 && features.has(hash);
    const fits = Array.from(issues, (issue) => bestFit(index, issue, holds));
    for (const hash of features.keys()) marks[hash & last] = 0;
    return fits;
  }
}

/** Each issue has up to three titles: its own, its article's, and the name of the file. */
function bestFit(
  { titleStarts, titleWords, titleHashes, titleWeights }: Index,
  issue: number,
  holds: (hash: number) => boolean,
): TitleFit {
  let best = noTitle;
  for (let title = titleStarts[issue] ?? 0; title < (titleStarts[issue + 1] ?? 0); title += 1) {
    let whole = 0;
    let gain = 0;
    let words = 0;
    for (let at = titleWords[title] ?? 0; at < (titleWords[title + 1] ?? 0); at += 1) {
      const weight = titleWeights[at] ?? 0;
      whole += weight;
      if (!holds(titleHashes[at] ?? 0)) continue;
      gain += weight;
      words += 1;
    }
    const share = whole === 0 ? 0 : gain / whole;
    if (gain * share > best.gain * best.share) best = { gain, share, words };
  }
  return best;
}
