// Chance by name: the same thing happens to everybody whom it happens to, whatever else they do before.

import { createHash } from 'node:crypto';
import { makeRandom } from '../random.js';

/** @returns Numbers from 0 to below 1, another sequence for each name. */
export function chanceOf(...name: readonly string[]): () => number {
  const random = makeRandom(createHash('sha256').update(name.join('\n')).digest().readInt32LE());
  const most = 1 << 30;
  return () => random(most) / most;
}

/** One of several, each as likely as its weight says; undefined when none has any. */
export function pick<T>(
  items: readonly T[],
  chance: () => number,
  weightOf: (item: T) => number = () => 1,
): T | undefined {
  let left = chance() * items.reduce((sum, item) => sum + weightOf(item), 0);
  return items.find((item) => {
    left -= weightOf(item);
    return left < 0;
  });
}
