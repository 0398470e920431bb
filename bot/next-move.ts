// What to show next, given where a case stands.

import type { Check, Knowledge, Repair } from '../knowledge/index.js';
import type { ValueCheck } from './check-value.js';
import type { Case } from './dialog.js';
import { repairKey, type Standing, standingOf } from './standing.js';

export type ChoiceCheck = Extract<Check, { kind: 'choice' }>;

/** `issue` is a position among the case's issues; `withCause`: the person has not seen its cause yet. */
export type Move =
  | { readonly kind: 'ask'; readonly issue: number; readonly check: ChoiceCheck; readonly withCause: boolean }
  /** Asks a question of one candidate that tells several apart. */
  | { readonly kind: 'split'; readonly issue: number; readonly check: ChoiceCheck; readonly among: readonly number[] }
  /** `given`: what was given already and broke rules. */
  | {
      readonly kind: 'ask-value';
      readonly issue: number;
      readonly check: ValueCheck;
      readonly withCause: boolean;
      readonly given?: { readonly value: string; readonly broken: readonly string[] };
    }
  /** The cause, nothing left to ask. `repairs`: how many ways there are to repair it, possibly none. */
  | { readonly kind: 'cause'; readonly issue: number; readonly repairs: number }
  /** Best first, one to four. */
  | { readonly kind: 'choose'; readonly among: readonly number[] }
  | {
      readonly kind: 'environment';
      readonly issue: number;
      readonly withCause: boolean;
      readonly variants: readonly Repair[];
    }
  /** `step`: 0-based. */
  | { readonly kind: 'step'; readonly issue: number; readonly repair: Repair; readonly step: number }
  | { readonly kind: 'blocked'; readonly issue: number; readonly repair: Repair; readonly step: number }
  | { readonly kind: 'verify'; readonly issue: number; readonly repair: Repair; readonly others: boolean }
  /** Nothing known explains it, or nothing known is left to try (`tried`). `guesses`: weak ones, at most two. */
  | { readonly kind: 'unknown'; readonly guesses: readonly number[]; readonly tried: boolean }
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'closed'; readonly issue?: number; readonly repair?: string; readonly step?: number };

/** At most so many candidates are shown side by side. */
const sideBySide = 4;

export function nextMove(kase: Case, knowledge: Knowledge): { readonly move: Move; readonly standing: Standing } {
  const standing = standingOf(kase, knowledge);
  return { move: moveFor(kase, standing), standing };
}

function moveFor(kase: Case, standing: Standing): Move {
  const { ending, focus } = standing;
  if (ending?.kind === 'handed-over') return ending;
  if (ending?.kind === 'fixed') return { ...ending, kind: 'closed' };
  return focus === undefined ? withoutFocus(kase, standing) : withFocus(focus, standing);
}

function withFocus(issue: number, standing: Standing): Move {
  const withCause = !standing.seen.has(issue);
  const check = standing.checkOf(issue);
  if (check?.kind === 'choice') return { kind: 'ask', issue, check, withCause };
  if (check?.kind === 'value') {
    const given = standing.valueOf(issue, check);
    return { kind: 'ask-value', issue, check, withCause, ...(given === undefined ? {} : { given }) };
  }
  const variants = standing.variantsOf(issue);
  if (variants.length > 0) return { kind: 'environment', issue, withCause, variants };
  const repairs = standing.repairsLeft(issue);
  const [repair] = repairs;
  if (repair === undefined || withCause) return { kind: 'cause', issue, repairs: repairs.length };

  const { at, stuck } = standing.progress.get(repairKey(issue, repair.id)) ?? { at: 0, stuck: false };
  if (at >= repair.steps.length) return { kind: 'verify', issue, repair, others: repairs.length > 1 };
  return { kind: stuck ? 'blocked' : 'step', issue, repair, step: at };
}

function withoutFocus(kase: Case, standing: Standing): Move {
  const among = standing.open.slice(0, sideBySide);
  const tried = kase.verdict !== 'none' || standing.past.size > 0;
  if (among.length === 0) return { kind: 'unknown', guesses: standing.guesses.slice(0, 2), tried };
  return bestSplit(among, kase, standing) ?? { kind: 'choose', among };
}

// The question that touches most of the candidates, the best one included; worth it when that is at least half of them.
function bestSplit(among: readonly number[], kase: Case, standing: Standing): Move | undefined {
  const splits = among.flatMap((issue) =>
    (standing.entries[issue]?.issue.checks ?? []).flatMap((check) => {
      if (check.kind !== 'choice' || standing.isSettled(issue, check)) return [];
      const touched = touchedBy(check, issue, among, kase);
      const worthIt = touched.size > 1 && touched.has(among[0]) && touched.size * 2 >= among.length;
      return worthIt ? [{ issue, check, touched: touched.size }] : [];
    }),
  );
  const most = Math.max(...splits.map(({ touched }) => touched));
  const best = splits.find(({ touched }) => touched === most);
  return best === undefined ? undefined : { kind: 'split', issue: best.issue, check: best.check, among };
}

// The issue that asks, and those of the candidates that its answers name.
function touchedBy(
  check: ChoiceCheck,
  issue: number,
  among: readonly number[],
  kase: Case,
): ReadonlySet<number | undefined> {
  const named = check.answers.flatMap(({ leads }) => {
    if (leads.kind !== 'issue') return [];
    const { article, issue: id } = leads.ref;
    return among.filter((other) => {
      const ref = kase.issues[other]?.ref;
      return ref?.article === article && ref.issue === id;
    });
  });
  return new Set([issue, ...named]);
}
