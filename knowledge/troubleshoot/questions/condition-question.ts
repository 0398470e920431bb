// In which situation is it? Asked where the author says for which situation some of the repairs are.

import type { Answer, Check, Lead } from '../../model.js';
import type { Clause } from '../sentences/clause.js';
import { labelsOf } from '../sentences/labels.js';
import { type Condition, conditionsOf } from '../ways/condition.js';
import type { Way } from '../ways/way.js';
import type { CheckWords } from './check-words.js';

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
  if (others.length > 0) return whichOf(given, free, words);
  return only.clause === undefined ? undefined : yesOrNo(only, only.clause, free, words);
}

function yesOrNo({ id, about }: Conditional, clause: Clause, free: readonly string[], words: CheckWords): Check {
  const ifSo: Lead = { kind: 'resolution', ids: about === 'finding' ? [id] : [id, ...free] };
  const ifNot: Lead = about === 'finding' ? { kind: 'confirms' } : { kind: 'resolution', ids: free };
  const [yes, no] = clause.turned ? [ifNot, ifSo] : [ifSo, ifNot];
  return asked(words.isItSo(clause.text), yes, no, words);
}

function whichOf(given: readonly Conditional[], free: readonly string[], words: CheckWords): Check | undefined {
  const names = given.map(({ clause, said }) => clause?.text ?? said);
  // The same situation for two ways tells nothing apart; a turned one would read the wrong way round.
  const [first, second] = given;
  const opposite = given.length === 2 && names[0] === names[1];
  if (opposite && first?.clause !== undefined && second?.clause !== undefined) {
    if (first.clause.turned === second.clause.turned) return undefined;
    const [so, notSo] = first.clause.turned ? [second, first] : [first, second];
    const leads = (id: string): Lead => ({ kind: 'resolution', ids: [id, ...free] });
    return asked(words.isItSo(first.clause.text), leads(so.id), leads(notSo.id), words);
  }
  if (new Set(names).size < names.length) return undefined;
  const labels = labelsOf(given.map(({ said }) => said));
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

function asked(question: string, yes: Lead, no: Lead, words: CheckWords): Check {
  return {
    kind: 'choice',
    id: '*condition',
    question,
    how: [],
    answers: [
      { label: words.yes, text: '', leads: yes },
      { label: words.no, text: '', leads: no },
    ],
    derived: 'condition',
  };
}
