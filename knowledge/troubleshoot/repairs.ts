// The repairs of an issue, in the author's order, with what each takes.

import type { Block, Effort, Issue } from '../model.js';
import { alternativesIn } from './alternatives.js';
import { effortOf } from './effort.js';
import { type WalkStep, walkSteps } from './steps.js';

/** One way to repair it. */
export interface Repair {
  readonly kind: 'only' | 'variant' | 'alternative' | 'workaround';
  /** The resolution's id, or `workaroundId`; with `*` and a number behind it for one of several ways within it. */
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
  const ways: readonly Way[] = [
    ...issue.resolutions.filter(({ kind, id }) => kind !== 'variant' || !fitting || id === environment),
    { kind: 'workaround', id: workaroundId, title: '', blocks: issue.workaround },
  ];
  return ways
    .flatMap((way) => (issue.kind === 'fault' ? apart(way) : [way]))
    .map(repairOf)
    .filter(({ steps }) => steps.length > 0);
}

type Way = Pick<Repair, 'kind' | 'id' | 'title'> & {
  readonly blocks: readonly Block[];
  readonly effort?: Partial<Effort>;
};

// Ways that the author lists within one become repairs of their own.
function apart(way: Way): readonly Way[] {
  if (way.kind !== 'only' && way.kind !== 'workaround') return [way];
  const found = alternativesIn(way.blocks);
  return found.length === 0
    ? [way]
    : found.map((it, at) => ({
        ...way,
        ...it,
        kind: way.kind === 'workaround' ? way.kind : it.kind,
        id: `${way.id}*${at + 1}`,
      }));
}

function repairOf({ kind, id, title, blocks, effort }: Way): Repair {
  const steps = walkSteps(blocks);
  return { kind, id, title, steps, effort: { ...effortOf(steps), ...effort } };
}
