import { expect, test } from '@jest/globals';
import { pastesFrom } from '../../../bench/simulate/pastes.js';
import type { Block } from '../../../knowledge/index.js';
import { issueOf, text } from '../../bot/fake-knowledge.js';

const log = (...lines: readonly string[]): Block => ({ kind: 'log', text: lines.join('\n') });
const event = log('Event ID: 5719', 'Event Category: None', 'This computer was not able to set up a session.');
const filler = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Step ${at} of many has been done.`);

test.each([
  { about: 'what is quoted in one piece', symptoms: [text('It does not start at all.'), event], pastes: [event] },
  {
    about: 'a log within a list',
    symptoms: [{ kind: 'list', ordered: false, items: [{ text: 'In the event log:', blocks: [event] }] } as const],
    pastes: [event],
  },
  {
    about: 'a line of the symptoms that tells of a failure, without a log',
    symptoms: [
      text('You use version 8 of the product.'),
      text('You receive the following error message:'),
      text('The service does not start.'),
    ],
    pastes: ['The service does not start.'],
  },
  {
    about: 'all of the symptoms, where no line does',
    symptoms: [text('You use version 8 of the product.'), text('The screen is all green.')],
    pastes: ['You use version 8 of the product.\n\nThe screen is all green.'],
  },
  { about: 'the title, without either', symptoms: [], pastes: ['A title'] },
])('people paste $about', ({ symptoms, pastes }) => {
  const pasted = pastesFrom(issueOf({ id: 'one', title: 'A title', symptoms }));
  const expected = pastes.map((it) => (typeof it === 'string' ? it : it.kind === 'log' ? it.text : ''));
  expect(pasted.toSorted()).toEqual(expected.toSorted());
});

test('of a long log people paste what stands around the failure', () => {
  const [pasted = ''] = pastesFrom(
    issueOf({
      id: 'one',
      title: 'A title',
      symptoms: [log(...filler(80), 'Error 1326: logon failure', ...filler(80))],
    }),
  );
  expect(pasted).toContain('Error 1326');
  expect(pasted.length).toBeLessThan(1_001);
});
