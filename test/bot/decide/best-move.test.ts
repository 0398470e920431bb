import { expect, test } from '@jest/globals';
import type { ChoiceCheck } from '../../../bot/case/likelihood.js';
import { bestMove, type PossibleMove } from '../../../bot/decide/possible-moves.js';

type Leads = ChoiceCheck['answers'][number]['leads'];

const question = (id: string, cost: number, leads: Leads): PossibleMove => ({
  kind: 'ask',
  issue: 0,
  cost,
  check: { kind: 'choice', id, question: `${id}?`, how: [], answers: [{ label: 'Yes', text: '', leads }] },
});
const which = question('which', 40, { kind: 'resolution', ids: ['one'] });
const whether = (cost: number): PossibleMove => question('whether', cost, { kind: 'excludes' });
const handOver: PossibleMove = { kind: 'hand-over', cost: 120 };

test('whether it is this fault is asked before which repair fits, where that costs about as much', () =>
  expect(bestMove([which, whether(40.4), handOver])).toEqual(whether(40.4)));

test('it is not asked for the order alone where it costs more', () =>
  expect(bestMove([which, whether(43), handOver])).toBe(which));

test('it is asked where that costs least', () => expect(bestMove([whether(39), which, handOver])).toEqual(whether(39)));

test('a repair that costs least is the move', () => {
  expect(bestMove([handOver, which])).toBe(handOver);
  expect(bestMove([])).toBeUndefined();
});
