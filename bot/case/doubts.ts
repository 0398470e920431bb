// What earlier cases tell of an issue besides how its repairs did, kept among their outcomes under ids that no repair has.

import type { Issue, IssueRef } from '../../knowledge/index.js';

/**
 * `unlisted`: something helped that is none of its repairs. `another`: where its author asks whether it is this one after
 * all, it was another one.
 */
export type Doubt = 'unlisted' | 'another';

export const doubtIds: Readonly<Record<Doubt, string>> = { unlisted: '*unlisted', another: '*another' };

const ids: ReadonlySet<string> = new Set(Object.values(doubtIds));

/** In how many cases a doubt turned out right, and in how many not. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
}

interface Counted {
  readonly repair: string;
  readonly helped: number;
  readonly failed: number;
}

export function isDoubt({ repair }: Pick<Counted, 'repair'>): boolean {
  return ids.has(repair);
}

/** @param outcomes Of one issue, or of all. */
export function talliesOf(outcomes: readonly Counted[]): Readonly<Record<Doubt, Tally>> {
  const sum = (count: (outcome: Counted) => number): number =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const of = (doubt: Doubt, column: 'helped' | 'failed'): number =>
    sum((outcome) => (outcome.repair === doubtIds[doubt] ? outcome[column] : 0));
  return {
    // A repair that helped was listed.
    unlisted: { right: of('unlisted', 'helped'), wrong: sum((outcome) => (isDoubt(outcome) ? 0 : outcome.helped)) },
    another: { right: of('another', 'helped'), wrong: of('another', 'failed') },
  };
}

/** Where answers lead that speak against an issue; undefined: to none that is known. */
export function otherwise({ checks }: Pick<Issue, 'checks'>): (IssueRef | undefined)[] {
  return checks.flatMap((check) =>
    check.kind === 'choice'
      ? check.answers.flatMap(({ leads }) =>
          leads.kind === 'issue' ? [leads.ref] : leads.kind === 'excludes' ? [undefined] : [],
        )
      : [],
  );
}
