import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer } from 'marked';
import { readPlainInline } from '../../../knowledge/compile/plain-inline.js';

const markedReads = (text: string): unknown => new Lexer().inlineTokens(text, []);

test.each([
  'Select **Start**, type *services.msc*, and then press `Enter`.',
  '_Original product version:_ &nbsp; Windows Server 2019  \n_Original KB number:_ &nbsp; 817066',
  'See [how to rename a file](/windows/file(v=vs.85)) in C:\\Windows and MY_FILE_NAME.',
  '**Note:** it may take *long*.',
  'Two lines\nof one paragraph',
])('reads as marked does: %s', (text) => {
  const read = readPlainInline(text);
  expect(read).toBeDefined();
  expect(read).toEqual(markedReads(text));
});

test.each([
  'see https://example.com',
  'a **b *c* d**',
  '![picture](a.png)',
  '[see] below',
  'a &#42; b',
  '<br>',
  '~~gone~~',
  'a * b',
  '`` ` ``',
  '\\*',
  'someone@example.com',
  'a blank \nbefore the end of a line',
])('leaves to marked: %s', (text) => expect(readPlainInline(text)).toBeUndefined());

test('whatever it reads, marked reads alike', () => {
  const pieces = [
    '*',
    '**',
    '_',
    '`',
    '[',
    '](',
    ')',
    '(',
    '\\',
    '!',
    '  \n',
    '\n',
    ' ',
    'a',
    'Bc',
    '1',
    '.',
    ':',
    '&',
    'http',
    '-',
    '\t',
    '“',
    '\u00a0',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((some) => some.join(''));
  let read = 0;
  fc.assert(
    fc.property(text, (one) => {
      const tokens = readPlainInline(one);
      if (tokens === undefined) return;
      read += 1;
      expect(tokens).toEqual(one === '' ? [] : markedReads(one));
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(100);
});
