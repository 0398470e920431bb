// The repairs of an issue, in the author's order, with what each takes.

import type { Block, Effort, Issue, Resolution } from '../model.js';
import { effortOfRepair } from './effort/effort.js';
import { saysWhatToDo } from './sentences/what-to-do.js';
import { walkSteps } from './steps.js';
import { alternativesIn } from './ways/alternatives.js';
import { introTo, offersChoice } from './ways/choose-one.js';
import { conditionsOf } from './ways/condition.js';
import { withoutIntroductions } from './ways/introductions.js';
import { waysToOneEnd } from './ways/same-end.js';
import { hasRepair, toldInPassing } from './ways/told-in-passing.js';
import type { Way } from './ways/way.js';

/** One way to repair it. */
export interface Repair extends Way {
  /** As the author says; where the author does not, as the steps read. */
  readonly effort: Effort;
}

/** No heading has these slugs. */
export const workaroundId = '*workaround';
const passingId = '*text';

/** @returns In the order in which to try them; the workaround last. Repairs without any step are left out. */
export function repairsOf(issue: Issue): Repair[] {
  return toldWays(issue).map(({ effort, ...way }) => ({ ...way, effort: { ...effortOfRepair(way.steps), ...effort } }));
}

/** The same, without what each takes. */
export function waysOf(issue: Issue): readonly Way[] {
  return toldWays(issue);
}

interface ToldWay extends Way {
  readonly effort: Partial<Effort>;
}

function toldWays(issue: Issue): ToldWay[] {
  const { kind, causes, resolutions, workaround } = issue;
  if (!hasRepair(issue)) return waysInPassing(issue);
  const told: readonly Told[] = [
    ...offered(resolutions),
    { kind: 'workaround', id: workaroundId, title: '', blocks: workaround },
  ];
  const ways = withoutIntroductions(told)
    .flatMap((it) => (kind === 'fault' ? apart(it) : [it]))
    .map(({ blocks, effort = {}, ...way }) => ({ ...way, effort, steps: walkSteps(blocks) }))
    .filter(({ steps }) => steps.length > 0);
  // One for some situation only will not do for all.
  const conditions = ways.length > 1 ? conditionsOf(ways) : [];
  const forAll = ways.filter((_, at) => conditions[at] === undefined);
  const alike = kind === 'fault' ? waysToOneEnd(forAll, causes) : [];
  return ways.map((way) => {
    const { choice, ...rest } = way;
    if (!forAll.includes(way)) return rest;
    const name = alike.includes(way) ? alike[0]?.id : choice;
    const general = rest.kind === 'workaround' && rest.cause === undefined;
    return { ...rest, ...(name === undefined ? {} : { choice: name }), ...(general ? { general } : {}) };
  });
}

/** Minutes for what is told in passing, however long it is: nobody does all of it. */
const mostInPassing = 20;

/** All of it is one step: which of it is to be done, its reader knows best. */
function waysInPassing(issue: Issue): ToldWay[] {
  const blocks = toldInPassing(issue);
  if (blocks.length === 0) return [];
  const steps = [{ before: [], text: '', details: blocks }];
  const { minutes } = effortOfRepair(steps);
  return [{ kind: 'only', id: passingId, title: '', effort: { minutes: Math.min(minutes, mostInPassing) }, steps }];
}

type Told = Omit<Way, 'steps'> & { readonly blocks: readonly Block[]; readonly effort?: Partial<Effort> };

// Resolutions with a heading each, below words that hold for all of them: "Use one of the following methods."
function offered(resolutions: readonly Resolution[]): readonly Told[] {
  return resolutions.map((it): Told => {
    const [first] = it.blocks;
    const intro = first === undefined ? '' : JSON.stringify(first);
    const shared = resolutions.filter(({ blocks }) => intro !== '' && JSON.stringify(blocks[0]) === intro);
    const before = it.blocks.findIndex((block, at) =>
      shared.some(({ blocks }) => JSON.stringify(blocks[at]) !== JSON.stringify(block)),
    );
    const ways = it.kind === 'alternative' || shared.every(({ title }) => saysWhatToDo(title));
    const choice = ways && it.kind !== 'only' && shared.length > 1 && offersChoice(introTo(it.blocks, before));
    return choice ? { ...it, kind: 'alternative', choice: shared[0]?.id ?? it.id } : it;
  });
}

// Ways that the author lists within one become repairs of their own.
function apart(told: Told): readonly Told[] {
  if (told.kind !== 'only' && told.kind !== 'workaround') return [told];
  const found = alternativesIn(told.blocks);
  if (found.length === 0) return [told];
  return found.map(({ anyWillDo, ...it }, at) => ({
    ...told,
    ...it,
    kind: told.kind === 'workaround' ? told.kind : it.kind,
    id: `${told.id}*${at + 1}`,
    ...(anyWillDo ? { choice: told.id } : {}),
  }));
}
