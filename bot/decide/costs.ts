// What it costs to repair something, or to hand over, in minutes.

import { costOf, type Repair } from '../../knowledge/troubleshoot/index.js';

/** Minutes that a ticket costs: writing it, waiting, answering. */
export const handOverCost = 120;

/** Minutes that a workaround costs more than it takes: the fault stays. */
const faultStays = 15;

/** Nothing takes no time at all. */
const least = 0.5;

/** @returns Minutes, above 0. */
export function costOfRepair({ kind, effort }: Repair): number {
  return Math.max(least, costOf(effort)) + (kind === 'workaround' ? faultStays : 0);
}
