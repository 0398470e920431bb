// An answer speaks against the cause, and it is gone on with all the same.

import { expect, test } from '@jest/globals';
import { doubtIds } from '../../bot/case/doubts.js';
import { en } from '../../bot/words/en.js';
import { conversation, passagesOf } from './conversation.js';
import { fakeKnowledge } from './fake-knowledge.js';

const asked = conversation(fakeKnowledge).say('CONNECTOR_FORBIDDEN');

test('where it always was this one so far, it is said why', () => {
  const { dialog } = asked;
  if (dialog.case === undefined) throw new Error('The paste opened no case');
  const experience = [{ issue: 0, repair: doubtIds.another, helped: 0, failed: 200 }];
  const talk = conversation(fakeKnowledge, { ...dialog, case: { ...dialog.case, experience } }).say('yes');
  expect(talk.view?.summary).not.toBe(en.unknown.triedSummary);
  expect(passagesOf(talk.view)[0]).toContain(en.leadIn.evenSo);
});

test('else it is not', () => expect(passagesOf(asked.press('Yes').view).join()).not.toContain(en.leadIn.evenSo));
