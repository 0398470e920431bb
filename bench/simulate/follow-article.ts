// Follows articles from top to bottom, as people do who have found them: every repair is done in the order in which it is
// written, but for those that begin with a check which shows that all is well; then the helpdesk. Several candidates: in
// the order of the diagnosis.

import type { ChoiceCheck } from '../../bot/case/likelihood.js';
import type { Plan } from '../../bot/case/plan-of.js';

import type { IssueRef } from '../../knowledge/index.js';
import type { Repair } from '../../knowledge/troubleshoot/index.js';
import { asked, handedOver, type Journey, repaired, setOut } from './journey.js';
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
      const check = beginningOf(plan, repair);
      if (check !== undefined && isFine(check, person.answer(ref, check))) {
        journey = asked(journey, check);
        continue;
      }
      journey = repaired(journey, repair);
      if (person.isHelpedBy(ref, repair.id)) return journey;
    }
  }
  return handedOver(journey);
}

/** What the article has people check before they go on with a repair. */
function beginningOf({ checks }: Plan, { id }: Repair): ChoiceCheck | undefined {
  for (const check of checks) {
    if (check.kind !== 'choice' || check.derived !== 'check') continue;
    if (check.answers.some(({ leads }) => leads.kind === 'resolution' && leads.ids.includes(id))) return check;
  }
  return undefined;
}

/** The rest of the repair is for those who find something amiss. */
function isFine({ answers }: ChoiceCheck, label: string | null): boolean {
  return answers.some((answer) => answer.label === label && answer.leads.kind === 'confirms');
}

function ownTitleFirst(candidates: readonly Candidate[], person: Person): readonly Candidate[] {
  const chosen = candidates.length > 1 ? person.choose(candidates.map(({ ref }) => ref)) : null;
  const own = chosen === null ? undefined : candidates[chosen];
  return candidates.toSorted((a, b) => Number(b === own) - Number(a === own));
}

// Questions are those that the article itself answers at the repair: for which environment, in which situation it is.
function ownVariantFirst({ ref, plan }: Candidate, person: Person): readonly Repair[] {
  const leads = plan.checks.flatMap((check) => {
    if (check.kind !== 'choice' || !saysWhichFits(check, plan)) return [];
    const label = person.answer(ref, check);
    const lead = check.answers.find((answer) => answer.label === label)?.leads;
    return lead?.kind === 'resolution' ? [lead.ids] : [];
  });
  const unfit = ({ id }: Repair): number => leads.filter((ids) => !ids.includes(id)).length;
  // Stable: those that fit as well keep the order in which they are written.
  return plan.repairs.toSorted((a, b) => unfit(a) - unfit(b));
}

function saysWhichFits(check: ChoiceCheck, { repairs }: Plan): boolean {
  if (check.derived !== undefined) return ['symptom', 'variant', 'condition'].includes(check.derived);
  const variants = new Set(repairs.filter(({ kind }) => kind === 'variant').map(({ id }) => id));
  return check.answers.some(({ leads }) => leads.kind === 'resolution' && leads.ids.some((id) => variants.has(id)));
}
