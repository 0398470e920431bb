// What a turn means for a case as a whole: how it ended, which repair failed, which cases are no longer kept.

import type { IssueRef } from '../../knowledge/index.js';
import type { Case, Dialog, Told } from '../case/dialog.js';
import { nextMove } from '../next-move.js';
import type { Scene } from '../views/scene.js';
import type { Effect, Outcome, World } from './turn.js';

/** What a case has begun with. */
export function opened({ id, verdict, issues: [first] }: Case): Effect {
  return { kind: 'opened', caseId: id, verdict, ...(first === undefined ? {} : { issue: first.ref }) };
}

/** What one more thing told means: a repair that failed, an end. */
export function effectsOf(told: Told, { kase, standing }: Scene): Effect[] {
  const ended = (outcome: Outcome): Effect[] => [{ kind: 'ended', caseId: kase.id, outcome }];
  switch (told.kind) {
    case 'handed-over':
      return ended({ kind: 'handed-over', ...issueOf(kase, standing.focus) });
    case 'fixed':
      return ended({
        kind: 'resolved',
        ...issueOf(kase, told.issue),
        ...(told.repair === undefined ? {} : { repair: told.repair }),
        ...(told.step === undefined ? {} : { step: told.step + 1 }),
      });
    case 'tried':
      return failed(told, kase);
    case 'verified':
      if (told.outcome === 'gone')
        return ended({ kind: 'resolved', ...issueOf(kase, told.issue), repair: told.repair });
      return told.outcome === 'still' ? failed(told, kase) : [];
    default:
      return [];
  }
}

function failed({ issue, repair }: Told<'tried' | 'verified'>, kase: Case): Effect[] {
  const ref = kase.issues[issue]?.ref;
  return ref === undefined ? [] : [{ kind: 'tried', caseId: kase.id, issue: ref, repair }];
}

function issueOf({ issues }: Case, position: number | undefined): { readonly issue?: IssueRef } {
  const ref = position === undefined ? undefined : issues[position]?.ref;
  return ref === undefined ? {} : { issue: ref };
}

/** Cases that nobody has brought to an end and that are no longer kept. */
export function forgotten(before: Dialog, after: Dialog, { knowledge, words }: World): Effect[] {
  const ids = (dialog: Dialog): Case[] => [...dialog.parked, ...(dialog.case === undefined ? [] : [dialog.case])];
  const kept = new Set(ids(after).map(({ id }) => id));
  return ids(before).flatMap((kase) => {
    if (kept.has(kase.id)) return [];
    const { ending, focus } = nextMove(kase, knowledge, words.derivedChecks).standing;
    if (ending !== undefined) return [];
    return [{ kind: 'ended', caseId: kase.id, outcome: { kind: 'abandoned', ...issueOf(kase, focus) } }];
  });
}
