// Follows articles from top to bottom, as people do who have found them: no question is asked, and every repair is done in
// the order in which it is written; then the helpdesk. Several candidates: in the order of the diagnosis.

import type { Plan } from '../../bot/case/plan-of.js';
import { picksVariant } from '../../bot/case/standing.js';
import type { IssueRef, Repair } from '../../knowledge/index.js';
import { handedOver, type Journey, repaired, setOut } from './journey.js';
import type { Person } from './person.js';

export interface Candidate {
  readonly ref: IssueRef;
  readonly plan: Plan;
}

export interface Reading {
  /** Repairs by environment: the one for their own comes first, as far as they know which that is. */
  readonly knowsVariant: boolean;
  /** Of several candidates, the one that they think it is comes first; else, and then, the order of the diagnosis. */
  readonly knowsTitle: boolean;
}

export function followArticle(
  candidates: readonly Candidate[],
  person: Person,
  { knowsVariant, knowsTitle }: Reading,
): Journey {
  let journey = setOut;
  const done = new Set<string>();
  for (const candidate of knowsTitle ? ownTitleFirst(candidates, person) : candidates) {
    const { ref, plan } = candidate;
    for (const repair of knowsVariant ? ownVariantFirst(candidate, person) : plan.repairs) {
      // Steps that were done for another candidate are not done again.
      const deed = plan.deeds[plan.repairs.indexOf(repair)] ?? '';
      if (done.has(deed)) continue;
      done.add(deed);
      journey = repaired(journey, repair);
      if (person.isHelpedBy(ref, repair.id)) return journey;
    }
  }
  return handedOver(journey);
}

function ownTitleFirst(candidates: readonly Candidate[], person: Person): readonly Candidate[] {
  const chosen = candidates.length > 1 ? person.choose(candidates.map(({ ref }) => ref)) : null;
  const own = chosen === null ? undefined : candidates[chosen];
  return candidates.toSorted((a, b) => Number(b === own) - Number(a === own));
}

function ownVariantFirst({ ref, plan }: Candidate, person: Person): readonly Repair[] {
  const variants = new Set(plan.repairs.filter(({ kind }) => kind === 'variant').map(({ id }) => id));
  for (const check of plan.checks) {
    if (check.kind !== 'choice' || !picksVariant(check)) continue;
    const label = person.answer(ref, check);
    const leads = check.answers.find((answer) => answer.label === label)?.leads;
    if (leads?.kind !== 'resolution' || !variants.has(leads.id)) continue;
    // Stable: all others keep the order in which they are written.
    return plan.repairs.toSorted((a, b) => Number(b.id === leads.id) - Number(a.id === leads.id));
  }
  return plan.repairs;
}
