// The repairs of an issue, in the author's order, with what each takes.

import type { Block, Effort, Issue } from '../model.js';
import { alternativesIn } from './alternatives.js';
import { effortOf } from './effort.js';
import { type WalkStep, walkSteps } from './steps.js';

/** One way to repair it. */
export interface Repair extends Way {
  /** As the author says; where the author does not, as the steps read. */
  readonly effort: Effort;
}

/** What there is to do. */
export interface Way {
  readonly kind: 'only' | 'variant' | 'alternative' | 'workaround';
  /** The resolution's id, or `workaroundId`; with `*` and a number behind it for one of several ways within it. */
  readonly id: string;
  /** Plain text; empty where there is just one repair. */
  readonly title: string;
  /** Never empty. */
  readonly steps: readonly WalkStep[];
}

/** No heading has this slug. */
export const workaroundId = '*workaround';

/** @returns In the order in which to try them; the workaround last. Repairs without any step are left out. */
export function repairsOf(issue: Issue): Repair[] {
  return toldWays(issue).map(({ effort, ...way }) => ({ ...way, effort: { ...effortOf(way.steps), ...effort } }));
}

/** The same, without what each takes. */
export function waysOf(issue: Issue): readonly Way[] {
  return toldWays(issue);
}

interface ToldWay extends Way {
  readonly effort: Partial<Effort>;
}

function toldWays({ kind, resolutions, workaround }: Issue): ToldWay[] {
  const told: readonly Told[] = [
    ...resolutions,
    { kind: 'workaround', id: workaroundId, title: '', blocks: workaround },
  ];
  return told
    .flatMap((it) => (kind === 'fault' ? apart(it) : [it]))
    .map(({ blocks, effort = {}, ...way }) => ({ ...way, effort, steps: walkSteps(blocks) }))
    .filter(({ steps }) => steps.length > 0);
}

type Told = Omit<Way, 'steps'> & { readonly blocks: readonly Block[]; readonly effort?: Partial<Effort> };

// Ways that the author lists within one become repairs of their own.
function apart(told: Told): readonly Told[] {
  if (told.kind !== 'only' && told.kind !== 'workaround') return [told];
  const found = alternativesIn(told.blocks);
  if (found.length === 0) return [told];
  return found.map((it, at) => ({
    ...told,
    ...it,
    kind: told.kind === 'workaround' ? told.kind : it.kind,
    id: `${told.id}*${at + 1}`,
  }));
}
