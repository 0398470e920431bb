import { describe, expect, test } from '@jest/globals';
import type { Meaning } from '../../bot/meaning.js';
import type { Option } from '../../bot/options/option.js';
import { isKnownWord, understandField, understandTicket, understandWords } from '../../bot/understand-words.js';
import { en } from '../../bot/words/en.js';

const option = (label: string, ...meanings: readonly Meaning[]): Option => ({
  label,
  verb: label,
  meanings,
  place: 'main',
  does: { kind: 'back' },
});

const step = [
  option('Done', 'done', 'yes'),
  option('It works now', 'works'),
  option('Cannot do this', 'cannot'),
  option('Back', 'back'),
];
const modes = [option('Enhanced HTTP'), option('HTTPS'), option("Don't know", 'unknown', 'skip')];
const twoYes = [option('Yes, to another name', 'yes'), option('Yes, to the right one', 'yes'), option('No', 'no')];

const counts = [option('0'), option('1 or more'), option("Don't know", 'unknown')];

function understood(text: string, options: readonly Option[]): string {
  const it = understandWords(text, options, options, en);
  switch (it.kind) {
    case 'option':
      return `!${it.option.label}`;
    case 'word':
      return it.meaning;
    default:
      return it.kind;
  }
}

describe('what is typed', () => {
  test.each([
    { says: '', options: step, means: 'empty' },
    { says: ' \n\t ', options: step, means: 'empty' },
    { says: '1', options: step, means: '!Done' },
    { says: ' 2. ', options: step, means: '!It works now' },
    { says: '#3', options: step, means: '!Cannot do this' },
    { says: '7', options: step, means: 'no-such-number' },
    { says: '12', options: step, means: 'text' },
    { says: '12175', options: step, means: 'text' },
    { says: '5', options: [], means: 'text' },
    { says: 'Done', options: step, means: '!Done' },
    { says: 'DONE!!', options: step, means: '!Done' },
    { says: 'done 👍', options: step, means: '!Done' },
    { says: 'ok', options: step, means: '!Done' },
    { says: 'yes', options: step, means: '!Done' },
    { says: 'it works', options: step, means: '!It works now' },
    { says: 'It’s fixed', options: step, means: '!It works now' },
    { says: "can't", options: step, means: '!Cannot do this' },
    { says: 'please go back', options: step, means: '!Back' },
    { says: 'enhanced', options: modes, means: '!Enhanced HTTP' },
    { says: 'enhanced http', options: modes, means: '!Enhanced HTTP' },
    { says: 'https', options: modes, means: '!HTTPS' },
    { says: 'I don’t know', options: modes, means: "!Don't know" },
    { says: 'no idea', options: modes, means: "!Don't know" },
    { says: 'yes', options: twoYes, means: 'yes' },
    { says: 'yes, to another', options: twoYes, means: '!Yes, to another name' },
    { says: 'nope', options: twoYes, means: '!No' },
    { says: '0', options: counts, means: '!0' },
    { says: '1', options: counts, means: 'no-such-number' },
    { says: '2', options: counts, means: '!1 or more' },
    { says: '1 or more', options: counts, means: '!1 or more' },
    { says: 'help', options: step, means: 'help' },
    { says: '?', options: step, means: 'help' },
    { says: 'thanks', options: step, means: 'thanks' },
    { says: 'restart', options: [], means: 'restart' },
    { says: '🙂', options: step, means: 'text' },
    { says: 'StatusText= CMGConnector_Forbidden', options: step, means: 'text' },
    { says: `done ${'x'.repeat(200)}`, options: step, means: 'text' },
  ])('“$says” means $means', ({ says, options, means }) => expect(understood(says, options)).toBe(means));
});

test.each([
  ['help', true],
  ['Start over!', true],
  ['[CCMHTTP] ERROR', false],
  ['0x80070005', false],
])('“%s” is a word: %s', (text, known) => expect(isKnownWord(text)).toBe(known));

test('every word means one thing', () => {
  const all = Object.values(en.vocabulary).flat();
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
});

test('every word is written the way messages are read', () => {
  for (const [meaning, words] of Object.entries(en.vocabulary)) {
    for (const word of words) expect(understood(word, [])).toBe(meaning);
  }
});

describe('a ticket is named', () => {
  test.each([
    ['ticket 41', { number: 41, text: '' }],
    [' Ticket #41 ', { number: 41, text: '' }],
    ['ticket 41: it is back', { number: 41, text: 'it is back' }],
    ['TICKET 41,\nsame error\nagain', { number: 41, text: 'same error\nagain' }],
    ['ticket41', { number: 41, text: '' }],
  ])('%j', (text, expected) => expect(understandTicket(text, en)).toEqual(expected));

  test.each([
    'ticket',
    'ticket 0',
    'ticket 41 failed',
    'ticket 4100000000',
    'error 41',
    'my ticket 41',
    'ticket 4x1',
    '',
  ])('not by %j', (text) => expect(understandTicket(text, en)).toBeUndefined());

  test('nor by a megabyte of anything, at once', () => {
    for (const filling of [' ', ' \t', '\n', '#', 'ticket ', '4'])
      expect(understandTicket(`ticket ${filling.repeat(1_000_000 / filling.length)}x`, en)).toBeUndefined();
  });
});

describe('a field of the form is filled in', () => {
  test.each([
    ['severity high', { severity: 'high' }],
    ['Severity: HIGH', { severity: 'HIGH' }],
    ['priority = low', { severity: 'low' }],
    ['devices 12', { devices: '12' }],
    ['contact room 7, after 2', { contact: 'room 7, after 2' }],
    ['In short: it fails', { summary: 'it fails' }],
  ])('%j', (text, expected) => expect(understandField(text, en)).toEqual(expected));

  test.each(['summary', 'contacting the server failed', 'devices', 'severity high\nand more', 'high'])(
    'not by %j',
    (text) => expect(understandField(text, en)).toBeUndefined(),
  );
});
