import { plainText } from './inline-form.js';
import type { Block, Issue } from './model.js';
import { hasRepair, toldInPassing } from './troubleshoot/ways/told-in-passing.js';

/**
 * Why it happens; where an author has headings neither for that nor for the repair, what the text says before what to do, but
 * for what the title says already.
 */
export function causeOf(issue: Issue): readonly Block[] {
  const { causes, symptoms } = issue;
  if (causes.length > 0 || hasRepair(issue)) return causes;
  const repair = toldInPassing(issue);
  return symptoms.filter((block) => !repair.includes(block) && !isSaidBy(issue.title, block));
}

function isSaidBy(title: string, block: Block): boolean {
  return block.kind === 'text' && title.includes(plainText(block.text).trim());
}
