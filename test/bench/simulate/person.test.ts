import { describe, expect, test } from '@jest/globals';
import { type Habits, makePerson } from '../../../bench/simulate/person.js';
import type { Truth } from '../../../bench/simulate/truth.js';
import { other, planAt, questions, ref } from './tiny.js';

const { isIt, which, elsewhere } = questions;

const knowing: Habits = { unknown: 0, wrong: 0, corrected: 0, spoilt: 0 };
const unknowing: Habits = { unknown: 1, wrong: 0, corrected: 0, spoilt: 0 };
const mistaken: Habits = { unknown: 0, wrong: 1, corrected: 0, spoilt: 0 };

const itself: Truth = { issue: ref, repairs: ['new'] };
const cableOut: Truth = { issue: other, repairs: ['put-in'] };
const unheardOf: Truth = { repairs: [] };
const either: Truth = { issue: ref, repairs: ['old', 'new'] };
const withWorkaround: Truth = { issue: ref, repairs: ['new'], around: ['old'] };

describe('a person answers', () => {
  test.each([
    { about: 'what it is', truth: itself, habits: knowing, check: isIt, says: ['Yes'] },
    { about: 'what it is not', truth: unheardOf, habits: knowing, check: isIt, says: ['No'] },
    { about: 'which repair fits', truth: itself, habits: knowing, check: which, says: ['New'] },
    { about: 'one of those that fit', truth: either, habits: knowing, check: which, says: ['Old', 'New'] },
    {
      about: 'what is wrong, whatever helps besides',
      truth: withWorkaround,
      habits: knowing,
      check: which,
      says: ['New'],
    },
    { about: 'that it is another issue', truth: cableOut, habits: knowing, check: elsewhere, says: ['Yes'] },
    { about: 'that it is not the other', truth: itself, habits: knowing, check: elsewhere, says: ['No'] },
    { about: 'nothing', truth: itself, habits: unknowing, check: which, says: [null] },
    { about: 'the wrong thing', truth: itself, habits: mistaken, check: isIt, says: ['No'] },
    { about: 'one of the wrong things', truth: itself, habits: mistaken, check: which, says: ['Old', 'Very new'] },
    {
      about: 'anything, where it has nothing to do with what is wrong',
      truth: cableOut,
      habits: knowing,
      check: which,
      says: ['Old', 'New', 'Very new'],
    },
  ])('$about', ({ truth, habits, check, says }) => {
    const seeds = Array.from({ length: 60 }, (_, at) => `seed ${at}`);
    const said = new Set(seeds.map((seed) => makePerson(truth, planAt, seed, habits).answer(ref, check)));
    expect(said).toEqual(new Set(says));
  });

  test.each([
    { about: 'a wrong answer right', habits: { ...knowing, corrected: 1 }, first: 'Old', says: ['New'] },
    { about: 'a wrong answer again', habits: knowing, first: 'Old', says: ['Old'] },
    { about: 'a right answer wrong', habits: { ...knowing, spoilt: 1 }, first: 'New', says: ['Old', 'Very new'] },
    { about: 'a right answer again', habits: { ...knowing, corrected: 1 }, first: 'New', says: ['New'] },
  ])('who looks once more gives $about', ({ habits, first, says }) => {
    const seeds = Array.from({ length: 60 }, (_, at) => `seed ${at}`);
    const said = new Set(seeds.map((seed) => makePerson(itself, planAt, seed, habits).answerAgain(ref, which, first)));
    expect(said).toEqual(new Set(says));
  });

  test('as often as people do', () => {
    const said = Array.from({ length: 2_000 }, (_, at) => makePerson(itself, planAt, `seed ${at}`).answer(ref, isIt));
    const share = (label: string | null): number => said.filter((it) => it === label).length / said.length;
    expect(share(null)).toBeCloseTo(0.1, 1);
    expect(share('No')).toBeGreaterThan(0.03);
    expect(share('No')).toBeLessThan(0.07);
  });

  test('the same whenever asked', () => {
    const answers = () =>
      [isIt, which, elsewhere].map((check) => makePerson(itself, planAt, 'seed').answer(ref, check));
    expect(answers()).toEqual(answers());
  });
});

describe('of several descriptions, a person chooses', () => {
  test.each([
    { about: 'the right one', truth: itself, habits: knowing, says: [1] },
    { about: 'a wrong one', truth: itself, habits: mistaken, says: [0, 2] },
    { about: 'none of them', truth: unheardOf, habits: knowing, says: [-1] },
    { about: 'nothing', truth: itself, habits: unknowing, says: [null] },
  ])('$about', ({ truth, habits, says }) => {
    const issues = [other, ref, { article: 'another.md', issue: 'one' }];
    const seeds = Array.from({ length: 40 }, (_, at) => `seed ${at}`);
    expect(new Set(seeds.map((seed) => makePerson(truth, planAt, seed, habits).choose(issues)))).toEqual(new Set(says));
  });
});

test.each([
  { truth: itself, repair: 'new', helps: true },
  { truth: itself, repair: 'old', helps: false },
  { truth: { issue: ref, repairs: [] }, repair: 'new', helps: false },
  { truth: withWorkaround, repair: 'old', helps: true },
  { truth: either, repair: 'old', helps: true },
  { truth: either, repair: 'new', helps: true },
  { truth: either, repair: 'very-new', helps: false },
  { truth: cableOut, repair: 'new', helps: false },
  { truth: unheardOf, repair: 'new', helps: false },
])('$truth and $repair', ({ truth, repair, helps }) => {
  expect(makePerson(truth, planAt, 'seed').isHelpedBy(ref, repair)).toBe(helps);
});
