import { expect, test } from '@jest/globals';
import { withinLimits } from '../../../knowledge/match/judge.js';
import type { Quantities } from '../../../knowledge/match/quantities.js';
import { lackingName, otherCodeAtMost, questionAtMost, verdictAt } from '../../../knowledge/match/weights.js';

/** Nothing speaks for or against it but what the model says. */
const quantities: Quantities = {
  share: 0.5,
  lineGain: 5,
  phraseShare: 0.5,
  telling: 0,
  named: 0,
  title: 0,
  margin: 1,
  articleMargin: 1,
  otherProduct: 0,
  central: 1,
  isTitled: false,
  quotesOtherCode: false,
  lacksCodes: false,
  lacksName: false,
};

test.each([
  { name: 'what the model says', modelled: 0.9, given: {}, expected: 0.9 },
  { name: 'less where a name is unexplained', modelled: 0.9, given: { lacksName: true }, expected: 0.9 * lackingName },
  { name: 'even odds side by side with the next', modelled: 0.9, given: { margin: 0 }, expected: 0.5 },
  {
    name: 'next to nothing for another code',
    modelled: 0.9,
    given: { quotesOtherCode: true },
    expected: otherCodeAtMost,
  },
  { name: 'a question where codes are missing', modelled: 0.9, given: { lacksCodes: true }, expected: questionAtMost },
  { name: 'no matter word for word', modelled: 0.9, given: { lacksCodes: true, phraseShare: 1 }, expected: 0.9 },
  { name: 'a question for a rare name', modelled: 0.1, given: { named: 1 }, expected: verdictAt.ambiguous },
  { name: 'a question for a whole title', modelled: 0.1, given: { isTitled: true }, expected: verdictAt.ambiguous },
])('$name', ({ modelled, given, expected }) =>
  expect(withinLimits(modelled, { ...quantities, ...given })).toBeCloseTo(expected),
);
