// In which situation is it? Asked where the author says for which situation some of the repairs are.

import type { Answer, Check, Lead } from '../model.js';
import type { CheckWords } from './check-words.js';
import { type Condition, conditionsOf } from './condition.js';
import { labelsOf } from './labels.js';
import type { Way } from './repairs.js';

interface Conditional extends Condition {
  readonly id: string;
}

/** More make a list that nobody reads to the end. */
const mostAnswers = 8;

/** @param ways Those of the issue. */
export function conditionQuestion(ways: readonly Way[], words: CheckWords): Check | undefined {
  if (ways.length < 2) return undefined;
  const conditions = conditionsOf(ways);
  const given = ways.flatMap(({ id }, at): Conditional[] => {
    const condition = conditions[at];
    return condition === undefined ? [] : [{ ...condition, id }];
  });
  const free = ways.flatMap(({ id }, at) => (conditions[at] === undefined ? [id] : []));
  const [only, ...others] = given;
  if (only === undefined || given.length > mostAnswers) return undefined;
  return others.length === 0 ? yesOrNo(only, free, words) : whichOf(given, free, words);
}

function yesOrNo({ id, clause, about }: Conditional, free: readonly string[], words: CheckWords): Check {
  const ifSo: Lead = { kind: 'resolution', ids: about === 'finding' ? [id] : [id, ...free] };
  const ifNot: Lead = about === 'finding' ? { kind: 'confirms' } : { kind: 'resolution', ids: free };
  const [yes, no] = clause.turned ? [ifNot, ifSo] : [ifSo, ifNot];
  return {
    kind: 'choice',
    id: '*condition',
    question: words.isItSo(clause.text),
    how: [],
    answers: [
      { label: words.yes, text: '', leads: yes },
      { label: words.no, text: '', leads: no },
    ],
    derived: 'condition',
  };
}

function whichOf(given: readonly Conditional[], free: readonly string[], words: CheckWords): Check | undefined {
  const clauses = given.map(({ clause }) => clause.text);
  // The same situation for two ways tells nothing apart; a turned one would read the wrong way round.
  const [first, second] = given;
  const opposite = given.length === 2 && first?.clause.text === second?.clause.text;
  if (opposite && first !== undefined && second !== undefined) {
    return first.clause.turned === second.clause.turned ? undefined : eitherOr(first, second, free, words);
  }
  if (new Set(clauses).size < clauses.length) return undefined;
  const labels = labelsOf(given.map(({ clause }) => clause.said));
  const answers = given.flatMap(({ id, about }, at): Answer[] => {
    const label = labels[at];
    const ids = about === 'finding' ? [id] : [id, ...free];
    return label === undefined ? [] : [{ ...label, leads: { kind: 'resolution', ids } }];
  });
  const none: Answer = {
    label: words.noneOfThese,
    text: '',
    leads: free.length === 0 ? { kind: 'confirms' } : { kind: 'resolution', ids: free },
  };
  return {
    kind: 'choice',
    id: '*condition',
    question: words.whichVariant(answers.map(({ label }) => label).sort((a, b) => (a < b ? -1 : 1))),
    how: [],
    answers: free.length === 0 && given.length > 1 ? answers : [...answers, none],
    derived: 'condition',
  };
}

function eitherOr(one: Conditional, other: Conditional, free: readonly string[], words: CheckWords): Check {
  const [so, notSo] = one.clause.turned ? [other, one] : [one, other];
  return {
    kind: 'choice',
    id: '*condition',
    question: words.isItSo(so.clause.text),
    how: [],
    answers: [
      { label: words.yes, text: '', leads: { kind: 'resolution', ids: [so.id, ...free] } },
      { label: words.no, text: '', leads: { kind: 'resolution', ids: [notSo.id, ...free] } },
    ],
    derived: 'condition',
  };
}
