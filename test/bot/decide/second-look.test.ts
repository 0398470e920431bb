// An answer alone sends a case to the helpdesk.

import { describe, expect, test } from '@jest/globals';
import { type SecondLook, secondLook } from '../../../bot/decide/second-look.js';
import { nextMove } from '../../../bot/next-move.js';
import { en } from '../../../bot/words/en.js';
import { type Conversation, conversation, labelsOf, passagesOf } from '../conversation.js';
import { fakeArticle, fakeKnowledge, knowledgeOf } from '../fake-knowledge.js';

function lookAfter(said: readonly string[], knowledge = fakeKnowledge): SecondLook | undefined {
  const { dialog } = talk(...said);
  if (dialog.case === undefined) throw new Error('The paste opened no case');
  return secondLook(nextMove(dialog.case, knowledge, en.derivedChecks).standing);
}

const talk = (...said: readonly string[]): Conversation =>
  ['CONNECTOR_FORBIDDEN', ...said].reduce((it, words) => it.say(words), conversation());

describe('an answer is worth another look', () => {
  test('where all that speaks against a likely fault is that answer', () =>
    expect(lookAfter(['yes'])).toMatchObject({ issue: 0, check: { id: 'right-certificate' }, answer: 'Yes' }));

  test('where the repair that it picked did not help', () =>
    expect(lookAfter(['no', 'https', 'done', 'done', 'no'])).toMatchObject({ check: { id: 'mode' }, answer: 'HTTPS' }));

  test('once', () => expect(lookAfter(['yes', 'yes'])).toBeUndefined());

  test('where there was one', () => {
    expect(lookAfter([])).toBeUndefined();
    expect(lookAfter(["don't know", "don't know"])).toBeUndefined();
  });

  test('where what it would lead to is less work than the helpdesk', () => {
    const issues = fakeArticle.issues.map((issue) => ({
      ...issue,
      resolutions: issue.resolutions.map((it) => ({ ...it, effort: { ...it.effort, minutes: 240 } })),
    }));
    expect(lookAfter(['yes'], knowledgeOf({ ...fakeArticle, issues }))).toBeUndefined();
  });
});

test('it is said why it is asked again, and every way is open', () => {
  const { view } = talk('yes');
  expect(passagesOf(view)).toContain(en.whyAsk({ kind: 'looks-again', answer: 'Yes' }));
  expect(labelsOf(view)).toEqual(expect.arrayContaining(['No', 'Yes', en.choices.back, en.choices.helpdesk]));
});

test('who wants the steps all the same is not asked again', () => {
  const { view } = talk('yes').press(en.choices.stepsAnyway);
  expect(passagesOf(view)).not.toContain(en.whyAsk({ kind: 'looks-again', answer: 'Yes' }));
});

test('what the answer would lead to is taken up where it is corrected', () => {
  const { view } = talk('yes', 'no');
  expect(view?.summary).toBe(en.ask.summary('Which mode is it?'));
});
