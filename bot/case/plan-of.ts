// What can be asked and done about an issue. Working it out reads every sentence of the issue, and a case needs it each
// turn, so it is done once for each issue that the knowledge base hands out.

import type { Check, Issue } from '../../knowledge/index.js';
import { type CheckWords, checksOf, type Repair, repairsOf } from '../../knowledge/troubleshoot/index.js';

export interface Plan {
  /** Authored ones first. */
  readonly checks: readonly Check[];
  /** In the author's order. */
  readonly repairs: readonly Repair[];
  /** For each repair, what it says to do: equal where two repairs are the same steps. */
  readonly deeds: readonly string[];
}

const plans = new WeakMap<CheckWords, WeakMap<Issue, Plan>>();

export function planOf(issue: Issue, words: CheckWords): Plan {
  const known = plans.get(words) ?? new WeakMap<Issue, Plan>();
  plans.set(words, known);
  const plan = known.get(issue) ?? makePlan(issue, words);
  known.set(issue, plan);
  return plan;
}

function makePlan(issue: Issue, words: CheckWords): Plan {
  const repairs = repairsOf(issue);
  return {
    checks: checksOf(issue, words),
    repairs,
    deeds: repairs.map(({ steps }) =>
      JSON.stringify(steps.map(({ heading, text, details }) => [heading, text, details])),
    ),
  };
}
