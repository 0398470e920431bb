// What earlier cases of an organisation say about repairs, at hand without asking the store each time.

import type { IssueRef } from '../knowledge/index.js';
import type { Clock } from './bot.js';
import { talliesOf } from './case/doubts.js';
import { type Experience, noExperience } from './case/open-case.js';
import type { RepairOutcomes, Store } from './store.js';

export interface Experiences {
  /** As of at most a minute ago; of a store that fails, what was known before, or nothing. */
  of(tenant: string): Promise<Experience>;
  /** Outcomes of this organisation were written: what is held is no longer so. */
  changed(tenant: string): void;
}

const staleAfterMs = 60_000;
/** Organisations whose outcomes are held at once. */
const mostTenants = 100;

interface Held {
  readonly readAt: number;
  readonly experience: Promise<Experience>;
}

export function experiencesOf(store: Pick<Store, 'readOutcomes'>, clock: Clock, onFailure: () => void): Experiences {
  const held = new Map<string, Held>();

  const hold = (tenant: string, it: Held): void => {
    held.delete(tenant);
    held.set(tenant, it);
    const [oldest] = held.keys();
    if (held.size > mostTenants && oldest !== undefined) held.delete(oldest);
  };

  return {
    of(tenant) {
      const known = held.get(tenant);
      const now = clock().getTime();
      if (known !== undefined && now - known.readAt < staleAfterMs) return known.experience;
      // Held before it is there: what is written while it is being read then makes it go away as well.
      const experience = store.readOutcomes(tenant).then(experienceFrom, () => {
        // Without it, answers are as good as on the first day.
        onFailure();
        if (held.get(tenant)?.experience === experience) {
          held.delete(tenant);
          if (known !== undefined) held.set(tenant, known);
        }
        return known?.experience ?? noExperience;
      });
      hold(tenant, { readAt: now, experience });
      return experience;
    },
    changed(tenant) {
      held.delete(tenant);
    },
  };
}

function experienceFrom(outcomes: readonly RepairOutcomes[]): Experience {
  const key = ({ article, issue }: IssueRef): string => `${article}#${issue}`;
  const byIssue = new Map<string, RepairOutcomes[]>();
  for (const outcome of outcomes) byIssue.set(key(outcome), [...(byIssue.get(key(outcome)) ?? []), outcome]);
  const of: Experience['of'] = (issue) =>
    (byIssue.get(key(issue)) ?? []).map(({ repair, helped, failed }) => ({ repair, helped, failed }));
  return outcomes.length === 0 ? noExperience : { of, overall: talliesOf(outcomes) };
}
