import type { Block, Issue } from './model.js';
import { hasRepair, toldInPassing } from './troubleshoot/ways/told-in-passing.js';

/** Why it happens; where an author has headings neither for that nor for the repair, what the text says before what to do. */
export function causeOf(issue: Issue): readonly Block[] {
  const { causes, symptoms } = issue;
  if (causes.length > 0 || hasRepair(issue)) return causes;
  const repair = toldInPassing(issue);
  return symptoms.filter((block) => !repair.includes(block));
}
