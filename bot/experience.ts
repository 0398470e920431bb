// What earlier cases of an organisation say about repairs, at hand without asking the store each time.

import type { IssueRef } from '../knowledge/index.js';
import type { Clock, OutcomeStore, RepairOutcomes } from './bot.js';
import type { Experience } from './case/open-case.js';

export interface Experiences {
  /** As of at most a minute ago; of a store that fails, what was known before, or nothing. */
  of(tenant: string): Promise<Experience>;
  add(tenant: string, outcome: Parameters<OutcomeStore['addOutcome']>[1]): Promise<void>;
}

const staleAfterMs = 60_000;
/** Organisations whose outcomes are held at once. */
const mostTenants = 100;

interface Held {
  readonly readAt: number;
  readonly experience: Experience;
}

export function experiencesOf(store: OutcomeStore, clock: Clock, onFailure: () => void): Experiences {
  const held = new Map<string, Held>();
  return {
    async of(tenant) {
      const known = held.get(tenant);
      const now = clock().getTime();
      if (known !== undefined && now - known.readAt < staleAfterMs) return known.experience;
      try {
        const experience = experienceFrom(await store.readOutcomes(tenant));
        held.delete(tenant);
        held.set(tenant, { readAt: now, experience });
        const [oldest] = held.keys();
        if (held.size > mostTenants && oldest !== undefined) held.delete(oldest);
        return experience;
      } catch {
        // Without it, answers are as good as on the first day.
        onFailure();
        return known?.experience ?? (() => []);
      }
    },
    async add(tenant, outcome) {
      try {
        await store.addOutcome(tenant, outcome);
        held.delete(tenant);
      } catch {
        onFailure();
      }
    },
  };
}

function experienceFrom(outcomes: readonly RepairOutcomes[]): Experience {
  const key = ({ article, issue }: IssueRef): string => `${article}#${issue}`;
  const byIssue = new Map<string, RepairOutcomes[]>();
  for (const outcome of outcomes) byIssue.set(key(outcome), [...(byIssue.get(key(outcome)) ?? []), outcome]);
  return (issue) => (byIssue.get(key(issue)) ?? []).map(({ repair, helped, failed }) => ({ repair, helped, failed }));
}
