// A short message that several faults could be behind: the question that came with the diagnosis is asked as any other.

import { describe, expect, test } from '@jest/globals';
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

test('who does not know is asked something else', () => {
  expect(asked.press("Don't know").view?.summary).not.toBe(asked.view?.summary);
});
