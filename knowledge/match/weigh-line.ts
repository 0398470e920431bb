// One line of a log, weighed fast: of a hundred thousand different lines, a hundred are worth a diagnosis.

import { readPaste, type Weigher } from '../read/index.js';
import { featuresOf, lineHash, messageHash, statusHash } from './features/features.js';
import { isInformation, isTelling, Kind } from './features/kind.js';
import { featureAt, type Index, listLength, listStart, rarityIn } from './search/feature-index.js';
import { kindWeight, rarityPower, strengths } from './weights.js';

/** How much the features tell, by how many issues have them. */
class Rarity {
  readonly #byFrequency: Float64Array;
  /** Of what a single issue has. */
  readonly highest: number;

  constructor(index: Index) {
    this.#byFrequency = Float64Array.from(
      { length: index.issues + 1 },
      (_, frequency) => rarityIn(index, frequency) ** rarityPower,
    );
    this.highest = this.#byFrequency[1] ?? 0;
  }

  /** @param frequency 0 when so many issues have it that the index names none: then it tells nothing. */
  of(frequency: number): number {
    return frequency === 0 ? 0 : (this.#byFrequency[frequency] ?? 0);
  }
}

/** Rare words that a line has to tell as much as. */
const least = 3;

/** What so many issues have cannot point to one of them. */
const mostIssues = 256;

/**
 * Weighs a line by how much it tells about the one issue that it fits best: what they share, times the share of the line
 * that this is, and once more the name or code that tells most. A line quoted in an article weighs most, whatever stands
 * in other lines. What tells less than a few rare words do weighs nothing: among thousands of lines, some share that much
 * with anything.
 */
export function makeWeigher(index: Index): Weigher {
  const rarity = new Rarity(index);
  const rareWord = rarity.highest * kindWeight[Kind.word];
  const gains = new Float64Array(index.issues);
  const touched: number[] = [];
  const seen = new Set<number>();
  let best = 0;
  let telling = 0;
  let whole = 0;
  const add = (hash: number, kind: Kind): void => {
    if (kind === Kind.product) return;
    const feature = featureAt(index, hash);
    if (feature < 0) {
      if (isInformation(kind)) whole += kindWeight[kind] * rarity.highest;
      return;
    }
    if (seen.has(feature)) return;
    seen.add(feature);
    const frequency = listLength(index, feature);
    const weight = kindWeight[kind] * rarity.of(frequency);
    if (isInformation(kind)) whole += weight;
    if (isTelling(kind)) telling = Math.max(telling, weight);
    if (frequency > mostIssues) return;
    const list = listStart(index, hash, feature);
    index.needPosted(list, list + frequency);
    for (let at = list; at < list + frequency; at += 1) {
      const issue = index.postedIssues[at] ?? 0;
      const before = gains[issue] ?? 0;
      if (before === 0) touched.push(issue);
      const gain = before + weight * (strengths[index.postedZones[at] ?? 0] ?? 0);
      gains[issue] = gain;
      best = Math.max(best, gain);
    }
  };
  const weigh = (line: string): number => {
    for (const issue of touched) gains[issue] = 0;
    touched.length = 0;
    seen.clear();
    best = 0;
    telling = 0;
    whole = 0;
    for (const { message, status } of readPaste(line)) {
      for (const text of message.split('\n')) {
        const all = featuresOf(text, true, add);
        if (all === 0) continue;
        add(lineHash(all), Kind.whole);
        add(messageHash(all), Kind.whole);
      }
      if (status !== undefined) add(statusHash(status), Kind.status);
    }
    const weight = whole <= 0 ? 0 : best * Math.min(1, best / whole) + telling;
    return weight < least * rareWord ? 0 : weight;
  };
  const knows = (word: string): boolean => {
    let isKnown = false;
    featuresOf(word, false, (hash) => {
      isKnown ||= featureAt(index, hash) >= 0;
    });
    return isKnown;
  };
  return { weigh, knows };
}
