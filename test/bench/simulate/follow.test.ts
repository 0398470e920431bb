// What following an article, probability or the bot costs, reckoned by hand: repairs of 30, 10 and 5 minutes, questions of
// half a minute, the helpdesk 120.

import { describe, expect, test } from '@jest/globals';
import { paste as open } from '../../../bench/simulate/conversation.js';
import { followArticle } from '../../../bench/simulate/follow-article.js';
import { followBot } from '../../../bench/simulate/follow-bot.js';
import { followProbability } from '../../../bench/simulate/follow-probability.js';
import { type Habits, makePerson } from '../../../bench/simulate/person.js';
import type { Truth } from '../../../bench/simulate/truth.js';
import type { ChoiceCheck } from '../../../bot/case/likelihood.js';
import { knowledge, other, paste, planAt, ref } from './tiny.js';

const knowing: Habits = { unknown: 0, wrong: 0, corrected: 0, spoilt: 0 };
const unknowing: Habits = { unknown: 1, wrong: 0, corrected: 0, spoilt: 0 };
const mistaken: Habits = { unknown: 0, wrong: 1, corrected: 0, spoilt: 0 };

const person = (repair: string | undefined, habits: Habits) =>
  makePerson({ issue: ref, repairs: repair === undefined ? [] : [repair] }, planAt, 'seed', habits);

function candidatesOf(...refs: readonly (typeof ref)[]) {
  return refs.flatMap((it) => {
    const plan = planAt(it);
    return plan === undefined ? [] : [{ ref: it, plan }];
  });
}

describe('an article from top to bottom', () => {
  test.each([
    { repair: 'old', knowsVariant: false, habits: knowing, minutes: 30 },
    { repair: 'new', knowsVariant: false, habits: knowing, minutes: 30 + 10 },
    { repair: 'very-new', knowsVariant: false, habits: knowing, minutes: 30 + 10 + 5 },
    { repair: undefined, knowsVariant: false, habits: knowing, minutes: 30 + 10 + 5 + 120 },
    { repair: 'very-new', knowsVariant: true, habits: knowing, minutes: 5 },
    { repair: 'very-new', knowsVariant: true, habits: unknowing, minutes: 30 + 10 + 5 },
    { repair: 'old', knowsVariant: true, habits: mistaken, minutes: 'more than 30' },
  ])('$repair, knows variant: $knowsVariant', ({ repair, knowsVariant, habits, minutes }) => {
    const journey = followArticle(candidatesOf(ref), person(repair, habits), { knowsVariant, knowsTitle: false });
    if (typeof minutes === 'number') expect(journey.minutes).toBe(minutes);
    else expect(journey.minutes).toBeGreaterThan(30);
    expect(journey.handedOver).toBe(repair === undefined);
  });

  test.each([
    { knowsTitle: false, minutes: 30 + 10 + 5 + 2 },
    { knowsTitle: true, minutes: 2 },
  ])('one candidate after the other, knows title: $knowsTitle', ({ knowsTitle, minutes }) => {
    const truth: Truth = { issue: other, repairs: ['put-in'] };
    const journey = followArticle(candidatesOf(ref, other), makePerson(truth, planAt, 'seed', knowing), {
      knowsVariant: false,
      knowsTitle,
    });
    expect(journey.minutes).toBe(minutes);
  });
});

test('an article is left where what a repair begins with is well', () => {
  const plan = planAt(other);
  if (plan === undefined) throw new Error('The tiny knowledge has no cable');
  const check: ChoiceCheck = {
    kind: 'choice',
    id: '*check-1',
    question: 'Is the cable in?',
    how: [],
    answers: [
      { label: 'Yes', text: '', leads: { kind: 'confirms' } },
      { label: 'No', text: '', leads: { kind: 'resolution', ids: ['put-in'] } },
    ],
    derived: 'check',
  };
  const candidates = [{ ref: other, plan: { ...plan, checks: [check] } }];
  const follow = (repairs: readonly string[]) =>
    followArticle(candidates, makePerson({ issue: other, repairs }, planAt, 'seed', knowing), {
      knowsVariant: false,
      knowsTitle: false,
    });
  expect(follow(['put-in']).minutes).toBe(2);
  expect(follow(['something else']).minutes).toBe(1.5 + 120);
});

describe('probability alone', () => {
  const opened = open(paste, { knowledge }).dialog.case;
  test.each([
    { repair: 'very-new', asks: true, minutes: 3 * 0.5 + 5, questions: 3 },
    { repair: 'new', asks: false, minutes: 30 + 10, questions: 0 },
    { repair: undefined, asks: false, minutes: 30 + 10 + 5 + 120, questions: 0 },
  ])('$repair, asks: $asks', ({ repair, asks, minutes, questions }) => {
    if (opened === undefined) throw new Error('The paste opened no case');
    const journey = followProbability(opened, person(repair, knowing), { knowledge }, { asks });
    expect(journey).toMatchObject({ minutes, questions, handedOver: repair === undefined });
  });
});

describe('the bot', () => {
  test.each([
    { repair: 'old', habits: knowing, most: 30 + 3 * 0.5 },
    { repair: 'very-new', habits: knowing, most: 5 + 3 * 0.5 },
    // The quick ones first.
    { repair: 'new', habits: unknowing, most: 5 + 10 + 3 * 0.5 },
  ])('$repair', ({ repair, habits, most }) => {
    const journey = followBot(open(paste, { knowledge }), person(repair, habits), { knowledge }, ref);
    expect(journey.minutes).toBeLessThanOrEqual(most);
    expect(journey).toMatchObject({ handedOver: false, questionsUntilFirst: 0 });
  });

  test('hands over what nothing helps', () => {
    const journey = followBot(open(paste, { knowledge }), person(undefined, knowing), { knowledge }, ref);
    expect(journey).toMatchObject({ handedOver: true });
  });
});
