// Which environment, version or situation is it? Asked where the repair differs by it.

import type { Check } from '../model.js';
import type { CheckWords } from './check-words.js';
import { distinctLabels, labelOf } from './label-of.js';
import type { Way } from './repairs.js';

// What stands before the name itself.
const counting =
  /^(?:(?:scenario|situation|case|procedure|error|configuration|method|option) ?\w{1,2}\s*[:.–-]+|for|if|when|in the case (?:of|that)|resolution for|solution for)\s+/i;

// "Scenario 1" asks nobody anything.
const onlyCounts = /^(?:scenario|situation|case|procedure|error|issue|cause|configuration) ?\w{1,2}$/i;

/** @param ways Those of the issue. */
export function variantQuestion(ways: readonly Way[], words: CheckWords): Check | undefined {
  const variants = ways
    .filter(({ kind }) => kind === 'variant')
    .map(({ id, title }) => ({ id, name: title.replace(counting, '') }));
  const names = new Set(variants.map(({ name }) => name));
  if (names.size < 2 || names.size < variants.length || variants.some(({ name }) => onlyCounts.test(name)))
    return undefined;
  const answers = variants.map(({ id, name }) => ({
    ...labelOf(name),
    leads: { kind: 'resolution', id } as const,
  }));
  // The same set in another order is the same question, to be asked once.
  const named = answers.map(({ label }) => label).sort((a, b) => (a < b ? -1 : 1));
  return {
    kind: 'choice',
    id: '*variant',
    question: words.whichVariant(named),
    how: [],
    answers: distinctLabels(answers),
    derived: 'variant',
  };
}
