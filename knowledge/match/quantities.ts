// What speaks for a candidate, in a few figures. They decide how sure the answer is, and they are what is shown as the
// reason for it.

import type { Index } from './build-index.js';
import { Kind } from './features.js';
import type { Query } from './read-query.js';
import { type KnownFeature, strengthIn } from './search.js';

/** A feature that the paste and the candidate share. */
export interface Shared extends KnownFeature {
  /** `weight` times its strength in the candidate. */
  readonly gain: number;
}

/** All figures are 0 or more; those called share, margin or strongest are at most 1. */
export interface Quantities {
  /** Share of the paste's information that the candidate explains. */
  readonly share: number;
  /** The same for the one line that it explains best. */
  readonly lineShare: number;
  /** Gain of that line, in units of the rarest single word. */
  readonly lineGain: number;
  /** The most telling single name or code that is shared, 1 for one that only this issue has. */
  readonly strongest: number;
  /** Distance to the next candidate, as a share of the score. */
  readonly margin: number;
}

export interface Weighed {
  readonly quantities: Quantities;
  /** Most gain first. */
  readonly shared: readonly Shared[];
  /** Positions of the lines that share something, most gain first. */
  readonly lines: readonly number[];
}

/** Phrases repeat what their words tell; information is counted in words, names and codes. */
function isOwnInformation(kind: Kind): boolean {
  return kind !== Kind.pair && kind !== Kind.triple && kind !== Kind.part && kind !== Kind.innerCode;
}

/** The weight of a word that a single issue has: the unit of information of an index. */
export function rarest(index: Index): number {
  return Math.log(1 + (index.issues + 0.5) / 1.5);
}

/** Information in each line of the paste, known to the index or not. Depends on the paste only: made once for all candidates. */
export function informationOf(index: Index, query: Query, known: readonly KnownFeature[]): Float64Array {
  const information = new Float64Array(query.lines.length);
  const unit = rarest(index);
  const weights = new Map(known.map((one) => [one.hash, one.weight]));
  for (const { hash, kind, at } of query.features) {
    // A word that no issue has may be a host name or the very fault that is unknown here; half a unit is between.
    if (isOwnInformation(kind)) information[at] = (information[at] ?? 0) + (weights.get(hash) ?? unit / 2);
  }
  return information;
}

export function weigh(
  index: Index,
  issue: number,
  known: readonly KnownFeature[],
  information: Float64Array,
  margin: number,
): Weighed {
  const unit = rarest(index);
  const gains = new Float64Array(information.length);
  const explained = new Float64Array(information.length);
  const shared: Shared[] = [];
  let strongest = 0;
  for (const feature of known) {
    const strength = strengthIn(index, feature.feature, issue);
    if (strength === 0) continue;
    const gain = feature.weight * strength;
    shared.push({ ...feature, gain });
    gains[feature.at] = (gains[feature.at] ?? 0) + gain;
    if (isOwnInformation(feature.kind)) {
      explained[feature.at] = (explained[feature.at] ?? 0) + feature.weight;
      strongest = Math.max(strongest, Math.min(1, gain / unit));
    }
  }
  const lines = [...gains.keys()]
    .filter((at) => (gains[at] ?? 0) > 0)
    .sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  const best = lines[0] ?? 0;
  const total = information.reduce((sum, one) => sum + one, 0);
  return {
    quantities: {
      share: ratio(
        explained.reduce((sum, one) => sum + one, 0),
        total,
      ),
      lineShare: ratio(explained[best] ?? 0, information[best] ?? 0),
      lineGain: (gains[best] ?? 0) / unit,
      strongest,
      margin,
    },
    shared: shared.sort((a, b) => b.gain - a.gain || a.at - b.at || a.start - b.start),
    lines,
  };
}

function ratio(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}
