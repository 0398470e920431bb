// Ways to repair it that an author lists within one resolution: "Use one of the following methods:" and a list, parts
// headed "Method 1", "Method 2", things to try until it works. Walked through as steps they would all be done.

import type { Block } from '../../model.js';
import type { Alternative } from './alternative.js';
import { checkedWays } from './checked-ways.js';
import { headedWays } from './headed-ways.js';
import { listedWays } from './listed-ways.js';
import { proseWays } from './prose-ways.js';
import { triesIn } from './tries.js';

/** More make a list of things to look at, not of ways to choose from. */
const most = 12;

/** @returns At least two, each with what stands before all of them; or none. */
export function alternativesIn(blocks: readonly Block[]): readonly Alternative[] {
  for (const ways of [headedWays, listedWays, checkedWays, triesIn, proseWays]) {
    const found = ways(blocks);
    if (found.length > 1 && found.length <= most) return found;
  }
  return [];
}
