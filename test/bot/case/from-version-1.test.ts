// A conversation that an earlier release kept goes on where it was.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readDialog } from '../../../bot/case/dialog.js';
import { compileArticle } from '../../../knowledge/compile/index.js';
import { knowledge } from '../../knowledge/shipped.js';
import { conversation } from '../conversation.js';
import { knowledgeOf } from '../fake-knowledge.js';

const kept: unknown = JSON.parse(readFileSync('test/fixtures/dialogs/version-1.json', 'utf8'));

const read = (state: unknown) => {
  const dialog = readDialog(state);
  if (dialog === undefined) throw new Error('It cannot be read');
  return dialog;
};

const article = 'cmg/client-certificate-required.md';
/** Its repairs have been told apart since. */
const asItWas = readFileSync('test/fixtures/dialogs/version-1-article.md', 'utf8');

test('a case in the middle of a repair is at the same step', () => {
  const then = knowledgeOf(compileArticle(article, asItWas).article);
  const talk = conversation(then, read(kept)).say('help');
  expect(talk.view?.summary).toBe('Step 3 of 6');
  expect(talk.press('Done').view?.summary).toBe('Step 4 of 6');
  expect(talk.say('back').view?.summary).toBe('Step 2 of 6');
});

test('where that repair is gone from its article, it asks which of the others fits, and goes on', () => {
  const talk = conversation(knowledge, read(kept)).say('help');
  expect(talk.view?.summary).toMatch(/^Question: Which certificate does/);
  const after = talk.press('Not trusted');
  expect(after.view?.summary).not.toBe(talk.view?.summary);
  expect(after.view?.choices).not.toEqual([]);
});

describe('what was told in ways that are gone', () => {
  const told = (it: object): unknown => {
    const state = structuredClone(kept) as { case: { told: object[] } };
    return { ...state, case: { ...state.case, told: [{ by: 0, issue: 0, ...it }] } };
  };
  test.each([
    {
      name: 'a variant that fits',
      it: { kind: 'environment', repair: 'https' },
      becomes: { kind: 'began', repair: 'https' },
    },
    { name: 'a variant that nobody knows', it: { kind: 'environment', repair: null }, becomes: { kind: 'began' } },
    { name: 'steps that were begun', it: { kind: 'began' }, becomes: { kind: 'began' } },
  ])('$name', ({ it, becomes }) => {
    expect(read(told(it)).case?.told).toEqual([{ by: 0, issue: 0, ...becomes }]);
  });
});

test.each([
  { name: 'nothing told yet', state: { version: 1, cases: 0, deliveries: [], misunderstood: 0 }, cases: 0 },
  { name: 'a case', state: kept, cases: 1 },
])('$name is read', ({ state, cases }) => expect(read(state).cases).toBe(cases));

test('what only claims to be of version 1 is not', () =>
  expect(readDialog({ version: 1, case: { told: 'everything' } })).toBeUndefined());
