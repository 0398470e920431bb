// A short message that several faults could be behind: the question that came with the diagnosis is asked as any other.

import { describe, expect, test } from '@jest/globals';
import { questionOfCase } from '../../bot/case/question-of-case.js';
import { en } from '../../bot/words/en.js';
import { knowledge } from '../knowledge/shipped.js';
import { conversation, labelsOf } from './conversation.js';

const asked = conversation(knowledge).say('our CMG clients get 403');

test('its answers are buttons', () => {
  expect(asked.view?.summary).toMatch(/^Question: Does the log say CMGConnector_/);
  expect(labelsOf(asked.view)).toEqual(
    expect.arrayContaining(['CMGConnector_Clientcertificaterequired', 'CMGConnector_Forbidden', "Don't know"]),
  );
});

describe('an answer leads to the issue that it speaks for', () => {
  test.each([
    { answer: 'CMGConnector_Forbidden', cause: /^Cause found: The IIS binding/ },
    { answer: 'CMGConnector_Clientcertificaterequired', cause: /^Cause found: The CMG connection point/ },
  ])('$answer', ({ answer, cause }) => expect(asked.press(answer).view?.summary).toMatch(cause));
});

test('who sees neither says so, and is led to none of the two', () => {
  const neither = asked.press(en.derivedChecks.noneOfThese);
  expect(neither.view?.summary).not.toMatch(/The IIS binding|The CMG connection point/);
});

describe('each candidate that it names asks it, of itself', () => {
  const kase = conversation().say('CROWD').dialog.case;
  if (kase === undefined) throw new Error('The paste opened no case');
  const answers = [
    { label: 'A', issue: 1 },
    { label: 'B', issue: 3 },
  ];
  const questions = questionOfCase({ ...kase, question: 'A or B?', answers }, en.derivedChecks);

  test('and no other: it would be for none of the answers', () => expect([...questions.keys()]).toEqual([1, 3]));

  test('its own answer confirms it, none of them speaks against it', () =>
    expect(questions.get(3)?.answers.map(({ label, leads }) => [label, leads.kind])).toEqual([
      ['A', 'issue'],
      ['B', 'confirms'],
      [en.derivedChecks.noneOfThese, 'excludes'],
    ]));
});

test('who does not know is asked something else', () => {
  expect(asked.press("Don't know").view?.summary).not.toBe(asked.view?.summary);
});
