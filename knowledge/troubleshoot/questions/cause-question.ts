// Which of several causes is it? Asked where each leads to a repair of its own.

import type { Answer, Check, Issue, Lead } from '../../model.js';
import { labelsOf } from '../sentences/labels.js';
import { listCauses } from '../ways/list-causes.js';
import type { Way } from '../ways/way.js';
import type { CheckWords } from './check-words.js';
import { pairCauses } from './pair-causes.js';

/** More make a list that nobody reads to the end. */
const mostAnswers = 8;

/** @param ways Those of the issue, without the workaround. */
export function causeQuestion(issue: Issue, ways: readonly Way[], words: CheckWords): Check | undefined {
  if (ways.length < 2) return undefined;
  const causes = listCauses(issue.causes);
  if (causes.length < 2 || causes.length > mostAnswers) return undefined;
  const pairs = pairCauses(causes, ways);
  if (pairs.length === 0) return undefined;
  const told = causes.flatMap(({ title }, at) => {
    const text = title.replace(howTo, '').trim();
    return tellsNothing.test(text) ? [] : [{ text, at }];
  });
  // Alike in all that is said first, they are told apart by nothing.
  if (told.length < 2 || new Set(told.map(({ text }) => text)).size < told.length) return undefined;
  const labels = labelsOf(told.map(({ text }) => text));
  const leadsOf = (pair: readonly Way[]): Lead =>
    pair.length === 0 ? { kind: 'confirms' } : { kind: 'resolution', ids: pair.map(({ id }) => id) };
  const answers = told.flatMap(({ at }, position): Answer[] => {
    const label = labels[position];
    return label === undefined ? [] : [{ ...label, leads: leadsOf(pairs[at] ?? []) }];
  });
  const untold = pairs.filter((_, at) => !told.some((it) => it.at === at)).flat();
  return {
    kind: 'choice',
    id: '*cause',
    question: words.whichCause(issue.title),
    how: [],
    answers: [
      ...answers,
      ...(told.length < causes.length ? [{ label: words.noneOfThese, text: '', leads: leadsOf(untold) }] : []),
    ],
    derived: 'cause',
  };
}

/** "Check whether it is locked by doing the following steps:" tells what it is about all the same. */
const howTo = / by (?:doing|following|using|taking) (?:the following|these) steps:$/i;
/** Nothing that anybody could recognise: a pointer to the repair alone, or the beginning of a quotation. */
const tellsNothing = /^(?:please )?see (?:the )?(?:resolution|method|solution|option|workaround|fix)\b[^.]*\.?$|:$|^$/i;
