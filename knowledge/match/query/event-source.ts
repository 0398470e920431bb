// Who reports an event: its number means something only together with that.

import { isOrigin } from '../../read/index.js';
import { featuresOf } from '../features/features.js';
import { Kind } from '../features/kind.js';
import type { Query } from './read-query.js';

/** @returns Hashes of what names the sources of the events in a paste; empty where it tells of none. */
export function sourcesOfEvents({ lines, features }: Query): ReadonlySet<number> {
  if (!holdsEvent(features)) return none;
  const sources = new Set<number>();
  for (const { read } of lines)
    if (isOrigin(read))
      featuresOf(read, false, (hash, kind) => {
        if (kind === Kind.word || kind === Kind.symbol || kind === Kind.name) sources.add(hash);
      });
  return sources;
}

function holdsEvent(features: Query['features']): boolean {
  for (const { kind } of features.values()) if (kind === Kind.event) return true;
  return false;
}

const none: ReadonlySet<number> = new Set();
