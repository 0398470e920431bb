// An answer speaks against the cause, and it is gone on with all the same.

import { expect, test } from '@jest/globals';
import { doubtIds } from '../../bot/case/doubts.js';
import { en } from '../../bot/words/en.js';
import { type Conversation, conversation, passagesOf } from './conversation.js';
import { fakeKnowledge } from './fake-knowledge.js';

const asked = conversation(fakeKnowledge).say('CONNECTOR_FORBIDDEN');

/** What follows on the answer, where it was this one in so many earlier cases. */
function answered(failed: number): Conversation {
  const { dialog } = asked;
  if (dialog.case === undefined) throw new Error('The paste opened no case');
  const experience = [{ issue: 0, repair: doubtIds.another, helped: 0, failed }];
  return conversation(fakeKnowledge, { ...dialog, case: { ...dialog.case, experience } }).say('yes');
}

test('where it always was this one so far, it is said why', () => {
  const { view } = answered(200);
  expect(view?.summary).toBe(en.ask.summary('Which mode is it?'));
  expect(passagesOf(view)[0]).toContain(en.leadIn.evenSo);
});

test('where it is likelier that nobody knows it, it is no more than what could be behind it', () => {
  const { view } = answered(5);
  expect(passagesOf(view)).toContain(en.choose.lone);
  expect(passagesOf(view)[0]).toContain(en.leadIn.evenSo);
});

test('else it is not', () => expect(passagesOf(asked.press('Yes').view).join()).not.toContain(en.leadIn.evenSo));
