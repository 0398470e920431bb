// Which of several causes is it? Asked where each leads to a repair of its own.

import type { Answer, Check, Issue } from '../model.js';
import type { CheckWords } from './check-words.js';
import { labelsOf } from './labels.js';
import { listCauses } from './list-causes.js';
import { pairCauses } from './pair-causes.js';
import type { Way } from './repairs.js';

/** More make a list that nobody reads to the end. */
const mostAnswers = 8;

/** @param ways Those of the issue, without the workaround. */
export function causeQuestion(issue: Issue, ways: readonly Way[], words: CheckWords): Check | undefined {
  if (ways.length < 2) return undefined;
  const causes = listCauses(issue.causes);
  if (causes.length < 2 || causes.length > mostAnswers) return undefined;
  const pairs = pairCauses(causes, ways);
  if (pairs.length === 0) return undefined;
  const answers = labelsOf(causes.map(({ title }) => title)).map((label, at): Answer => {
    const repair = pairs[at];
    return { ...label, leads: repair === undefined ? { kind: 'confirms' } : { kind: 'resolution', id: repair.id } };
  });
  return {
    kind: 'choice',
    id: '*cause',
    question: words.whichCause(issue.title),
    how: [],
    answers,
    derived: 'cause',
  };
}
