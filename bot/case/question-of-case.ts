// The question that came with the diagnosis, as each candidate that an answer of it names would ask it. One that none of
// them names does not ask: it would be for none of the answers.

import type { CheckWords } from '../../knowledge/troubleshoot/index.js';
import type { Case } from './dialog.js';
import type { ChoiceCheck } from './likelihood.js';

/** No authored check has this id. */
const id = '*split';

/** @returns By position of the issue; none where the diagnosis had none, or its answers do not each speak for one candidate. */
export function questionOfCase(
  { question, answers, issues }: Case,
  { noneOfThese }: Pick<CheckWords, 'noneOfThese'>,
): ReadonlyMap<number, ChoiceCheck> {
  if (question === undefined || answers === undefined) return new Map();
  const named = answers.flatMap(({ label, issue }) => {
    const ref = issues[issue]?.ref;
    return ref === undefined ? [] : [{ label, issue, ref }];
  });
  const askedBy = (asker: number): ChoiceCheck => ({
    kind: 'choice',
    id,
    question,
    how: [],
    answers: [
      ...named.map(({ label, issue, ref }) => ({
        label,
        text: '',
        leads: issue === asker ? ({ kind: 'confirms' } as const) : ({ kind: 'issue', ref } as const),
      })),
      { label: noneOfThese, text: '', leads: { kind: 'excludes' } },
    ],
  });
  return new Map(named.map(({ issue }) => [issue, askedBy(issue)]));
}
