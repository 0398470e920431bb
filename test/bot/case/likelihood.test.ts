import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../bot/case/faults.js';
import { likelihoodOfChoice } from '../../../bot/case/likelihood.js';

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
