// What a turn means for a case as a whole: how it ended, which repair failed.

import type { IssueRef } from '../../knowledge/index.js';
import type { Case, Told } from '../case/dialog.js';
import { doubtIds, otherwise } from '../case/doubts.js';
import type { OutcomeChange } from '../store.js';
import type { Scene } from '../views/scene.js';
import type { Effect, Outcome } from './turn.js';

/** What a case has begun with. */
export function opened({ id, verdict, issues: [first] }: Case): Effect {
  return { kind: 'opened', caseId: id, verdict, ...(first === undefined ? {} : { issue: first.ref }) };
}

/** What one more thing told means: a repair that failed, an end. */
export function effectsOf(told: Told, scene: Scene): Effect[] {
  const { kase, standing } = scene;
  const ended = (outcome: Outcome): Effect[] => [{ kind: 'ended', caseId: kase.id, outcome }];
  switch (told.kind) {
    case 'handed-over':
      return ended({ kind: 'handed-over', ...issueOf(kase, standing.focus) });
    case 'fixed':
      return [
        ...ended({
          kind: 'resolved',
          ...issueOf(kase, told.issue),
          ...(told.repair === undefined ? {} : { repair: told.repair }),
          ...(told.step === undefined ? {} : { step: told.step + 1 }),
        }),
        ...wasAnother(told, scene, 1),
      ];
    case 'tried':
      return failed(told, kase);
    case 'verified':
      if (told.outcome === 'gone')
        return [
          ...ended({ kind: 'resolved', ...issueOf(kase, told.issue), repair: told.repair }),
          ...wasAnother(told, scene, 1),
        ];
      return told.outcome === 'still' ? failed(told, kase) : [];
    default:
      return [];
  }
}

/** What was counted with the last thing told is taken back with it. */
export function takenBack(scene: Scene): Effect[] {
  const { issues, told } = scene.kase;
  const last = told.at(-1);
  const isDeed = last?.kind === 'tried' || last?.kind === 'fixed' || last?.kind === 'verified';
  if (!isDeed || last.issue === undefined || last.repair === undefined) return [];
  const ref = issues[last.issue]?.ref;
  if (ref === undefined || (last.kind === 'verified' && last.outcome === 'further')) return [];
  const helped = last.kind === 'fixed' || (last.kind === 'verified' && last.outcome === 'gone');
  return [
    { kind: 'learnt', outcome: { ...ref, repair: last.repair, helped, count: -1 } },
    ...(helped ? wasAnother(last, scene, -1) : []),
  ];
}

/** Whether it was what it was taken for, where the author of that asks. */
function wasAnother(
  { issue, repair }: Pick<Told<'fixed'>, 'issue' | 'repair'>,
  { kase, standing }: Scene,
  count: OutcomeChange['count'],
): Effect[] {
  const [first] = kase.issues;
  const known = standing.entries[0]?.issue;
  const isTakenFor = kase.verdict === 'match' && kase.faults === undefined;
  if (issue === undefined || repair === undefined || first === undefined || known === undefined || !isTakenFor)
    return [];
  if (otherwise(known).length === 0) return [];
  return [{ kind: 'learnt', outcome: { ...first.ref, repair: doubtIds.another, helped: issue !== 0, count } }];
}

function failed({ issue, repair }: Told<'tried' | 'verified'>, kase: Case): Effect[] {
  const ref = kase.issues[issue]?.ref;
  return ref === undefined ? [] : [{ kind: 'tried', caseId: kase.id, issue: ref, repair }];
}

export function issueOf({ issues }: Case, position: number | undefined): { readonly issue?: IssueRef } {
  const ref = position === undefined ? undefined : issues[position]?.ref;
  return ref === undefined ? {} : { issue: ref };
}

/** What an effect adds to what is known of repairs, or takes from it. */
export function outcomeOf(effect: Effect, tenant: string): OutcomeChange | undefined {
  if (effect.kind === 'learnt') return { tenant, ...effect.outcome };
  if (effect.kind === 'tried') return { tenant, ...effect.issue, repair: effect.repair, helped: false, count: 1 };
  if (effect.kind !== 'ended' || effect.outcome.kind !== 'resolved') return undefined;
  const { issue, repair } = effect.outcome;
  return issue === undefined || repair === undefined ? undefined : { tenant, ...issue, repair, helped: true, count: 1 };
}
