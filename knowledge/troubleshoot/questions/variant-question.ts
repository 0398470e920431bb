// Which environment, version or situation is it? Asked where the repair differs by it.

import type { Answer, Check } from '../../model.js';
import { labelsOf } from '../sentences/labels.js';
import { saysWhatToDo } from '../sentences/what-to-do.js';
import type { Way } from '../ways/way.js';
import type { CheckWords } from './check-words.js';

// What stands before the name itself.
export const counting =
  /^(?:(?:for|if|when|in the case (?:of|that)|(?:resolution|solution|fix|workaround)s? for)\s+)?(?:(?:scenario|situation|case|procedure|configuration|method|option|error|symptom) ?#?\w{1,2}\s*[:.–-]+\s+)?/i;

// "If all mailboxes are affected, check the organization": the situation ends at the comma.
const whatToDo = /(?<=^if\b[^,]{8,}), (?!version\b|or\b|and\b).*$/i;

// "Scenario 1" asks nobody anything.
export const onlyCounts = /^(?:scenario|situation|case|procedure|error|issue|cause|symptom|configuration) ?\w{1,2}$/i;

// "Resolution for event ID 7041": no way to be tried after another.
const namesSituation = /^(?:resolution|solution|fix|workaround)s? (?:for|if|when) /i;

interface Variant {
  readonly title: string;
  readonly ids: readonly string[];
}

// A section of the article with several ways is one.
function variantsIn(ways: readonly Way[]): Variant[] {
  const variants = new Map<string, Variant>();
  for (const { kind, id, title, from = { id, title } } of ways) {
    if (kind !== 'variant' && !namesSituation.test(title)) continue;
    const before = variants.get(from.id)?.ids ?? [];
    variants.set(from.id, { title: from.title, ids: [...before, id] });
  }
  return [...variants.values()];
}

/** @param ways Those of the issue. */
export function variantQuestion(ways: readonly Way[], words: CheckWords): Check | undefined {
  const variants = variantsIn(ways);
  const names = variants.map(({ title }) => title.replace(whatToDo, '').replace(counting, ''));
  if (new Set(names).size < Math.max(2, names.length)) return undefined;
  if (names.some((name) => onlyCounts.test(name) || saysWhatToDo(name))) return undefined;
  const answers = labelsOf(names).flatMap((label, at): Answer[] => {
    const ids = variants[at]?.ids;
    return ids === undefined ? [] : [{ ...label, leads: { kind: 'resolution', ids } }];
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
