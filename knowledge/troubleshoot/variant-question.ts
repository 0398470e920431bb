// Which environment, version or situation is it? Asked where the repair differs by it.

import type { Answer, Check } from '../model.js';
import type { CheckWords } from './check-words.js';
import { labelsOf } from './labels.js';
import type { Way } from './repairs.js';

// What stands before the name itself.
const counting =
  /^(?:(?:for|if|when|in the case (?:of|that)|(?:resolution|solution)s? for)\s+)?(?:(?:scenario|situation|case|procedure|configuration|method|option) ?#?\w{1,2}\s*[:.–-]+\s+)?/i;

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
  const answers = labelsOf(variants.map(({ name }) => name)).flatMap((label, at): Answer[] => {
    const id = variants[at]?.id;
    return id === undefined ? [] : [{ ...label, leads: { kind: 'resolution', id } }];
  });
  // The same set in another order is the same question, to be asked once.
  const named = answers.map(({ label }) => label).sort((a, b) => (a < b ? -1 : 1));
  return {
    kind: 'choice',
    id: '*variant',
    question: words.whichVariant(named),
    how: [],
    answers,
    derived: 'variant',
  };
}
