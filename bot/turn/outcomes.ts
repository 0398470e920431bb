// What a turn means for a case as a whole: how it ended, which repair failed, which cases are no longer kept.

import type { IssueRef } from '../../knowledge/index.js';
import type { Case, Dialog, Told } from '../case/dialog.js';
import { nextMove } from '../next-move.js';
import type { Scene } from '../views/scene.js';
import type { Stage } from './stage.js';
import type { Effect, Outcome, World } from './turn.js';

export function outcomeOf(told: Told, { scene }: Pick<Stage, 'scene'>): Outcome | undefined {
  const refOf = (issue: number | undefined): IssueRef | undefined =>
    issue === undefined ? undefined : scene.kase.issues[issue]?.ref;
  if (told.kind === 'handed-over') {
    const issue = refOf(scene.standing.focus);
    return { kind: 'handed-over', ...(issue === undefined ? {} : { issue }) };
  }
  if (told.kind !== 'fixed') return undefined;
  const issue = refOf(told.issue);
  return {
    kind: 'resolved',
    ...(issue === undefined ? {} : { issue }),
    ...(told.repair === undefined ? {} : { repair: told.repair }),
    ...(told.step === undefined ? {} : { step: told.step + 1 }),
  };
}

export function failedRepair(
  { issue, repair }: { readonly issue: number; readonly repair: string },
  { kase }: Scene,
): Effect[] {
  const ref = kase.issues[issue]?.ref;
  return ref === undefined ? [] : [{ kind: 'tried', caseId: kase.id, issue: ref, repair }];
}

/** Cases that nobody has brought to an end and that are no longer kept. */
export function forgotten(before: Dialog, after: Dialog, { knowledge, words }: World): Effect[] {
  const ids = (dialog: Dialog): Case[] => [...dialog.parked, ...(dialog.case === undefined ? [] : [dialog.case])];
  const kept = new Set(ids(after).map(({ id }) => id));
  return ids(before).flatMap((kase) => {
    if (kept.has(kase.id)) return [];
    const { ending, focus } = nextMove(kase, knowledge, words.derivedChecks).standing;
    if (ending !== undefined) return [];
    const issue = focus === undefined ? undefined : kase.issues[focus]?.ref;
    return [
      { kind: 'ended', caseId: kase.id, outcome: { kind: 'abandoned', ...(issue === undefined ? {} : { issue }) } },
    ];
  });
}
