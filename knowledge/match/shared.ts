// What a paste and one issue have in common, feature by feature.

import type { Index } from './feature-index.js';
import { isInformation } from './features.js';
import type { KnownFeature } from './search.js';
import { strengths } from './weights.js';
import { Zone, zones } from './zones.js';

/** A feature that both have. */
export interface Shared extends KnownFeature {
  /** Where in the issue it stands: one bit a zone. */
  readonly zones: number;
  /** `weight` times its strength in the issue. */
  readonly gain: number;
}

/** @returns Most gain first. */
export function sharedWith(index: Index, issue: number, known: readonly KnownFeature[]): Shared[] {
  const shared: Shared[] = [];
  for (const one of known) {
    const zones = zonesOf(index, one.feature, issue);
    if (zones === 0) continue;
    const { hash, kind, at, start, end, feature, frequency, weight } = one;
    const gain = weight * (strengths[zones] ?? 0);
    shared.push({ hash, kind, at, start, end, feature, frequency, weight, zones, gain });
  }
  return shared.sort((a, b) => b.gain - a.gain || a.at - b.at || a.start - b.start);
}

/** @returns Information of the paste that the shared features explain. */
export function explainedBy(shared: readonly Shared[]): number {
  return shared.reduce((sum, { kind, weight }) => (isInformation(kind) ? sum + weight : sum), 0);
}

/** @returns 0 when the issue does not have the feature. */
function zonesOf(index: Index, feature: number, issue: number): number {
  let low = index.starts[feature] ?? 0;
  let high = (index.starts[feature + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const here = index.postedIssues[middle] ?? 0;
    if (here === issue) return index.postedZones[middle] ?? 0;
    if (here < issue) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

const prose = [Zone.title, Zone.article, Zone.symptom, Zone.cause, Zone.resolution, Zone.more];

/** By the zones that a feature stands in. */
const named = Uint8Array.from({ length: 1 << zones }, (_, mask) => prose.filter((zone) => (mask >> zone) & 1).length);

/** In how many parts of the issue the author writes about the feature, rather than quotes it in a log. */
export function timesNamed(one: Shared): number {
  return named[one.zones] ?? 0;
}
