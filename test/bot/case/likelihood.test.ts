import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../bot/case/faults.js';
import { type ChoiceCheck, likelihoodAgain, likelihoodOfChoice } from '../../../bot/case/likelihood.js';

const faults = [0, 1, 2, undefined].map(
  (issue): Fault => ({ issue, repairs: [], around: new Map(), prior: 0.25, share: 1 }),
);

describe('a description is chosen', () => {
  test.each([[[0, 1]], [[0, 1, 2]]])('of %j, all choices of who has one of them are certain', (shown) => {
    const choices = shown.map((chosen) => likelihoodOfChoice(chosen, shown, faults));
    for (const issue of shown) expect(choices.reduce((sum, likely) => sum + (likely[issue] ?? 0), 0)).toBeCloseTo(1);
  });

  test('of more, another one is as likely as the mistake is, all together', () => {
    const [, two = 0] = likelihoodOfChoice(0, [0, 1], faults);
    const [, three = 0] = likelihoodOfChoice(0, [0, 1, 2], faults);
    expect(three).toBeCloseTo(two / 2);
  });

  test('whoever has none of them chooses each as often', () => {
    const [, , unseen, unknown] = likelihoodOfChoice(0, [0, 1], faults);
    expect(unseen).toBe(unknown);
    expect(unseen).toBeLessThan(0.5);
  });

  test('one alone, by hardly anybody who does not have it', () => {
    const [own = 0, other = 0] = likelihoodOfChoice(0, [0], faults);
    expect(own).toBeGreaterThan(other * 3);
  });
});

describe('who looks once more', () => {
  const check: ChoiceCheck = {
    kind: 'choice',
    id: 'is-it',
    question: 'Is it?',
    how: [],
    answers: [
      { label: 'Yes', text: '', leads: { kind: 'confirms' } },
      { label: 'No', text: '', leads: { kind: 'excludes' } },
      { label: 'Another', text: '', leads: { kind: 'issue', ref: { article: 'a.md', issue: 'one' } } },
    ],
  };
  const again = (label: string): number[] =>
    likelihoodAgain({ askers: [{ issue: 0, check }] }, 'No', label, faults, () => 1);
  const [yes, no, another] = [again('Yes'), again('No'), again('Another')];

  test('says one of the answers', () => {
    for (const at of faults.keys()) expect((yes[at] ?? 0) + (no[at] ?? 0) + (another[at] ?? 0)).toBeCloseTo(1);
  });

  test('stays with what was right', () => expect(no[2]).toBeGreaterThan(0.9));

  test('corrects what was wrong as often as not', () => {
    expect(yes[0]).toBeCloseTo(0.5);
    expect(another[1]).toBeCloseTo(0.5);
  });
});
