// Candidates side by side, about which the knowledge asks nothing.

import { describe, expect, test } from '@jest/globals';
import { nextMove } from '../../bot/next-move.js';
import { en } from '../../bot/words/en.js';
import { conversation, labelsOf } from './conversation.js';
import { fakeArticle, knowledgeOf, steps } from './fake-knowledge.js';

const quick = ['forbidden', 'azure-name'];

const unasked = fakeArticle.issues.map((issue) => ({
  ...issue,
  checks: [],
  workaround: [],
  resolutions: quick.includes(issue.id)
    ? [{ kind: 'only' as const, id: 'resolution', title: '', blocks: [steps(`Click on ${issue.id}.`)] }]
    : [],
}));
const titles = new Map(unasked.map(({ id, title }) => [id, title]));
const titleOf = (id: string): string => titles.get(id) ?? id;
const knowledge = knowledgeOf({ ...fakeArticle, issues: unasked });

const crowd = conversation(knowledge).say('CROWD');

test('four are shown, and who cannot tell can say so', () => {
  expect(labelsOf(crowd.view)).toEqual([
    expect.stringContaining('1. '),
    expect.stringContaining('2. '),
    expect.stringContaining('3. '),
    expect.stringContaining('4. '),
    en.choices.noneOfThese,
    en.choices.unknown,
  ]);
});

describe('none of those that were shown', () => {
  const rest = crowd.press(en.choices.noneOfThese);

  test('the one that was not is asked about, not taken up', () => {
    expect(rest.view?.summary).toBe(en.choose.lone);
    expect(rest.press('Yes').view?.summary).toContain(titleOf('azure-name'));
  });

  test('nor is it', () => expect(rest.press('No').view?.summary).toBe(en.unknown.triedSummary));

  test('in cases that were kept before it was told which, it was all of them', () => {
    const { dialog } = rest;
    const [told] = dialog.case?.told ?? [];
    if (dialog.case === undefined || told?.kind !== 'rejected-all') throw new Error('Nothing was rejected');
    const { issues: _, ...older } = told;
    const kase = { ...dialog.case, told: [older] };
    expect(nextMove(kase, knowledge, en.derivedChecks).move.kind).toBe('unknown');
  });
});

describe('who cannot tell', () => {
  const unsure = crowd.press(en.choices.unknown);

  test('is led to what is quick to try, whatever it is for', () => {
    expect(unsure.view?.summary).toContain(titleOf('forbidden'));
    const tried = unsure.press(en.choices.steps).press(en.choices.tried);
    expect(tried.view?.summary).toContain(titleOf('azure-name'));
  });

  test('is not shown the same again', () => {
    const all = [unsure, unsure.press(en.choices.steps).press(en.choices.tried)];
    for (const talk of all) expect(talk.view?.summary).not.toContain('possible cause');
  });
});
