// A conversation that the first release of this version kept, with two cases and a third fault that is asked about, goes on
// where it was, whatever has been added to what is kept since.

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readDialog } from '../../../bot/case/dialog.js';
import { en } from '../../../bot/words/en.js';
import { knowledge } from '../../knowledge/shipped.js';
import { conversation, labelsOf } from '../conversation.js';

const kept: unknown = JSON.parse(readFileSync('test/fixtures/dialogs/version-2-early.json', 'utf8'));
const dialog = readDialog(kept);
if (dialog === undefined) throw new Error('It cannot be read');
const talk = conversation(knowledge, dialog);

test('all that it tells is read', () => expect(kept).toMatchObject({ ...dialog }));

test('what was asked is still asked, and the answer leads back to the step that could not be done', () => {
  const asked = talk.say('help');
  expect(asked.view?.summary).toBe(en.another.title);
  const stayed = asked.press(en.choices.stayHere);
  expect(stayed.view?.summary).toBe(en.blocked.summary);
  expect(stayed.press(en.choices.someoneDid).view?.summary).toMatch(/^Step 3 of /);
  expect(stayed.say('back').view?.summary).toMatch(/^Step 2 of /);
});

test('the case that was put aside is taken up at its step', () => {
  const listed = talk.say('my cases');
  expect(labelsOf(listed.view)).toHaveLength(2);
  const resumed = listed.say('1');
  expect(resumed.view?.summary).toBe('Step 3 of 6');
  expect(resumed.say('back').view?.summary).toBe('Step 2 of 6');
});

test('it can be handed over, and come back from', () => {
  const sent = talk.say('help').press(en.choices.stayHere).say('helpdesk').press('Send it');
  expect(sent.view?.summary).toBe('Ticket 1: new');
  expect(sent.press(en.choices.backToRepair).view?.summary).toBe(en.blocked.summary);
});
