// The repairs of an issue, in the author's order, with what each takes.

import type { Block, Effort, Issue } from '../model.js';
import { effortOf } from './effort.js';
import { type WalkStep, walkSteps } from './steps.js';

/** One way to repair it. */
export interface Repair {
  readonly kind: 'only' | 'variant' | 'alternative' | 'workaround';
  /** The resolution's id, or `workaroundId`. */
  readonly id: string;
  /** Plain text; empty where there is just one repair. */
  readonly title: string;
  /** Never empty. */
  readonly steps: readonly WalkStep[];
  /** As the author says; where the author does not, as the steps read. */
  readonly effort: Effort;
}

/** No heading has this slug. */
export const workaroundId = '*workaround';

/**
 * @param environment The variant that fits. `undefined` (not asked yet) and `null` (the person does not know) keep all of
 * them, to be tried in turn.
 * @returns In the order in which to try them; the workaround last. Repairs without any step are left out.
 */
export function repairsOf(issue: Issue, environment?: string | null): Repair[] {
  const fitting = issue.resolutions.some(({ kind, id }) => kind === 'variant' && id === environment);
  const repairs: Repair[] = issue.resolutions
    .filter(({ kind, id }) => kind !== 'variant' || !fitting || id === environment)
    .map(({ kind, id, title, blocks, effort }) => repairOf(kind, id, title, blocks, effort));
  repairs.push(repairOf('workaround', workaroundId, '', issue.workaround));
  return repairs.filter(({ steps }) => steps.length > 0);
}

function repairOf(kind: Repair['kind'], id: string, title: string, blocks: readonly Block[], effort?: Effort): Repair {
  const steps = walkSteps(blocks);
  return { kind, id, title, steps, effort: effort ?? effortOf(steps) };
}
