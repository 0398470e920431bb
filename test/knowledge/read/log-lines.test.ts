import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LogLines, type LogLinesOptions } from '../../../knowledge/read/log-lines.js';

/** Each line as `number: text`, with the lines before it in brackets. */
function read(pieces: readonly Uint8Array[], options: LogLinesOptions = { remembered: 0 }): string[] {
  const taken: string[] = [];
  const lines: LogLines = new LogLines((bytes, start, end, number) => {
    const before: string[] = [];
    lines.eachBefore((window, from, to, at) => before.push(`${at}: ${window.toString('utf8', from, to)}`));
    const line = `${number}: ${bytes.toString('utf8', start, end)}`;
    taken.push(before.length === 0 ? line : `[${before.join(', ')}] ${line}`);
  }, options);
  for (const piece of pieces) lines.push(piece);
  lines.end();
  return taken;
}

const whole = (text: string, options?: LogLinesOptions): string[] => read([Buffer.from(text)], options);

test.each([
  { name: 'nothing', text: '', expected: [] },
  { name: 'a line without its end', text: 'one', expected: ['1: one'] },
  { name: 'line feeds', text: 'one\ntwo\n', expected: ['1: one', '2: two'] },
  { name: 'carriage returns', text: 'one\r\ntwo\r\n', expected: ['1: one', '2: two'] },
  { name: 'empty lines count and are not taken', text: '\n\none\n\r\n\ntwo', expected: ['3: one', '6: two'] },
  { name: 'bytes that are no text', text: '\u0000\u0001\nx', expected: ['1: \u0000\u0001', '2: x'] },
])('$name', ({ text, expected }) => expect(whole(text)).toEqual(expected));

describe('a line longer than is read at once', () => {
  const options = { remembered: 0, longest: 16 };

  test.each([
    {
      name: 'ends at a blank',
      text: 'aaaa bbbb cccc dddd eeee\nnext',
      expected: ['1: aaaa bbbb cccc ', '1: dddd eeee', '2: next'],
    },
    {
      name: 'ends anywhere where there is none',
      text: 'a'.repeat(40),
      expected: [`1: ${'a'.repeat(16)}`, `1: ${'a'.repeat(16)}`, `1: ${'a'.repeat(8)}`],
    },
    { name: 'ends at a whole character', text: `${'a'.repeat(15)}éb`, expected: [`1: ${'a'.repeat(15)}`, '1: éb'] },
    {
      name: 'ends before a message',
      text: '0123456789<![LOG[two]LOG]!>',
      expected: ['1: 0123456789<![LOG', '1: [two]LOG]!>'],
    },
  ])('$name', ({ text, expected }) => expect(whole(text, options)).toEqual(expected));

  test('ends before a message that begins in it', () => {
    expect(whole(`${'x'.repeat(20)}<![LOG[two]LOG]!> and more`, { remembered: 0, longest: 32 })).toEqual([
      `1: ${'x'.repeat(20)}`,
      '1: <![LOG[two]LOG]!> and more',
    ]);
  });
});

test('the lines before are at hand', () => {
  expect(whole('a\nb\n\nc\nd\n', { remembered: 2 })).toEqual([
    '1: a',
    '[1: a] 2: b',
    '[1: a, 2: b] 4: c',
    '[2: b, 4: c] 5: d',
  ]);
});

test('however many empty lines lie between', () => {
  expect(whole(`a\n${'\n'.repeat(5000)}b`, { remembered: 2, longest: 16, held: 256 })).toEqual(['1: a', '5002: b']);
});

test('a log is the same however it is divided', () => {
  const line = fc.oneof(
    fc.stringMatching(/^[a-z ]{0,30}$/),
    fc.stringMatching(/^[a-z]{20,90}$/),
    fc.constantFrom('', '\r', 'é', '错误', '<![LOG[x]LOG]!>'),
  );
  const log = fc
    .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'))
    .map(([all, end]) => all.join(end));
  const options = { remembered: 3, longest: 24, held: 256 };
  fc.assert(
    fc.property(log, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (text, sizes) => {
      const bytes = Buffer.from(text);
      const pieces: Buffer[] = [];
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      expect(read(pieces, options)).toEqual(read([bytes], options));
    }),
  );
});
