// The question that came with the diagnosis, as a check of the first candidate.

import type { Case } from './dialog.js';
import type { ChoiceCheck } from './likelihood.js';

/** No authored check has this id. */
const id = '*split';

/** @returns undefined where the diagnosis had none, or its answers do not each speak for one candidate. */
export function questionOfCase({ question, answers, issues }: Case): ChoiceCheck | undefined {
  if (question === undefined || answers === undefined) return undefined;
  return {
    kind: 'choice',
    id,
    question,
    how: [],
    answers: answers.flatMap(({ label, issue }) => {
      const ref = issues[issue]?.ref;
      if (ref === undefined) return [];
      return [{ label, text: '', leads: issue === 0 ? { kind: 'confirms' } : { kind: 'issue', ref } }];
    }),
  };
}
