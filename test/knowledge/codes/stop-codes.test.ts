import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCodes } from '../../../knowledge/codes/index.js';
import { stopCodesIn } from '../../../knowledge/codes/stop-codes.js';

const stopsIn = (line: string): number[] =>
  findCodes(line).flatMap(({ value, space }) => (space === 'stop' ? [value] : []));

test.each([
  ['*** STOP: 0x0000007B (0xEF30AA2C,0xC0000034,0x00000000,0x00000000)', 0x7b],
  ['STOP 0x0000007F (0x0000000D, 0x0, 0x0, 0x0)', 0x7f],
  ['STOP 0000007f (0x00000008, 00000000, 00000000', 0x7f],
  ['Windows stop error - 0x00000074 Bad System Config Info', 0x74],
  ['The bugcheck was: 0x1000007e (0xffffffffc0000005, 0xfffff80002aa4bd0, 0x1, 0x0).', 0x7e],
  ['<Data Name="BugcheckCode">159</Data>', 0x9f],
  ['BugcheckCode 159', 0x9f],
  ['*** Fatal System Error: 0x0000007b', 0x7b],
  ['"0x0000007B" stop error', 0x7b],
  ['Stop error 7E on a server', 0x7e],
  ['Stop code DRIVER_POWER_STATE_FAILURE (0x9F)', 0x9f],
  ['DRIVER_POWER_STATE_FAILURE (9f)', 0x9f],
])('%s', (line, value) => {
  expect(stopsIn(line)).toEqual([value]);
});

test('what a blue screen was called with is no code', () => {
  const line = '*** STOP: 0x0000007B (0xEF30AA2C,0xC0000034,0x00000000,0x00000000) then 0x80070005';
  expect(findCodes(line).map(({ text }) => text)).toEqual(['0x0000007B', '0x80070005']);
});

test('a status that Windows stops with stays a status', () => {
  expect(findCodes('STOP 0xC000021A (0xe11a30e8, 0xc0000005, 0x0, 0x0)')).toEqual([
    { text: '0xC000021A', value: 0xc000021a, start: 5, certain: true, space: 'windows' },
  ]);
});

test.each([
  'net stop wuauserv: error 0x5',
  'Stop the service and wait 30 seconds',
  'stop error handling in 3 steps',
  'BugcheckCode 0',
  'Setup ended with ERROR_FILE_NOT_FOUND (2)',
  'ERROR_ACCESS_DENIED (5)',
  'WINHTTP_CALLBACK_STATUS (400)',
])('%s is no stop code', (line) => {
  expect(stopsIn(line)).toEqual([]);
});

test('codes lie within the line, one behind the other, whatever it is', () => {
  const pieces = fc.constantFrom(
    'STOP',
    ': ',
    '0x7B',
    '(',
    '0xC0000034',
    ', ',
    ')',
    ' error ',
    '7E',
    'BugcheckCode ',
    '159',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (all) => {
      const line = all.join('');
      let behind = 0;
      for (const { text, start, end } of stopCodesIn(line)) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(line.slice(start, start + text.length)).toBe(text);
        expect(end).toBeLessThanOrEqual(line.length);
        behind = end;
      }
    }),
  );
});
