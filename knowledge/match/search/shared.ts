// What a paste and one issue have in common, feature by feature.

import { isInformation } from '../features/kind.js';
import { strengths } from '../weights.js';
import { Zone, zones } from '../zones.js';
import type { KnownFeature } from './known-features.js';

/** A feature that both have. */
export interface Shared extends KnownFeature {
  /** Where in the issue it stands: one bit a zone. */
  readonly zones: number;
  /** `weight` times its strength in the issue. */
  readonly gain: number;
}

/**
 * @param zonesOf Where in the issue each of the features stands: one bit a zone, 0 where it does not.
 * @returns Most gain first.
 */
export function sharedWith(zonesOf: Uint8Array, known: readonly KnownFeature[]): Shared[] {
  const shared: Shared[] = [];
  for (let column = 0; column < zonesOf.length; column += 1) {
    const zones = zonesOf[column] ?? 0;
    const one = zones === 0 ? undefined : known[column];
    if (one === undefined) continue;
    const { hash, kind, at, start, end, list, frequency, weight } = one;
    const gain = weight * (strengths[zones] ?? 0);
    shared.push({ hash, kind, at, start, end, list, frequency, weight, zones, gain });
  }
  return shared.sort((a, b) => b.gain - a.gain || a.at - b.at || a.start - b.start);
}

/** @returns Information of the paste that the shared features explain. */
export function explainedBy(shared: readonly Shared[]): number {
  return shared.reduce((sum, { kind, weight }) => (isInformation(kind) ? sum + weight : sum), 0);
}

const prose = [Zone.title, Zone.article, Zone.symptom, Zone.cause, Zone.resolution, Zone.more];

/** By the zones that a feature stands in. */
const named = Uint8Array.from({ length: 1 << zones }, (_, mask) => prose.filter((zone) => (mask >> zone) & 1).length);

/** In how many parts of the issue the author writes about the feature, rather than quotes it in a log. */
export function timesNamed(one: Shared): number {
  return named[one.zones] ?? 0;
}
