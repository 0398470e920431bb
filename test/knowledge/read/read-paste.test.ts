import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPaste } from '../../../knowledge/read/index.js';

test.each([
  {
    name: 'Configuration Manager markup',
    paste:
      '<![LOG[Failed to download]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="DataTransferService" context="" type="3" thread="8444" file="x.cpp:104">',
    expected: [
      {
        line: 1,
        message: 'Failed to download',
        component: 'DataTransferService',
        time: '09-25-2023 13:12:15.500+000',
        severity: 'error',
      },
    ],
  },
  {
    name: 'a message over several lines, then another',
    paste:
      '<![LOG[Raising event:\ninstance of CCM_CcmHttp_Status\n{\n};]LOG]!><time="1" component="CcmMessaging" type="1">\n<![LOG[Next]LOG]!>',
    expected: [
      {
        line: 1,
        message: 'Raising event:\ninstance of CCM_CcmHttp_Status\n{\n};',
        component: 'CcmMessaging',
        severity: 'information',
      },
      { line: 5, message: 'Next' },
    ],
  },
  {
    name: 'markup that never ends',
    paste: 'before <![LOG[one\n<![LOG[two]LOG]!>\nplain',
    expected: [
      { line: 1, message: 'before' },
      { line: 1, message: 'one' },
      { line: 2, message: 'two' },
      { line: 3, message: 'plain' },
    ],
  },
  {
    name: 'columns copied from CMTrace',
    paste: 'Post to http://x failed with 0x87d00231.\tCcmMessaging\t4/10/2019 7:44:18 AM\t5368 (0x14F8)',
    expected: [
      {
        line: 1,
        message: 'Post to http://x failed with 0x87d00231.',
        time: '4/10/2019 7:44:18 AM',
        component: 'CcmMessaging',
      },
    ],
  },
  {
    name: 'lines as articles print them',
    paste:
      'Failed to check url. Error 0x80004005 19/02/2019 13:49:35 ccmsetup 8548 (0x2164)\n12-28-2018 16:06:39.391 DataTransferService 3544 (0xdd8)',
    expected: [
      { line: 1, message: 'Failed to check url. Error 0x80004005', time: '19/02/2019 13:49:35', component: 'ccmsetup' },
    ],
  },
  {
    name: 'a site server log',
    paste: 'Sync failed: 0x80131500~  $$<SMS_WSUS_SYNC_MANAGER><08-02-2024 20:54:26.571+240><thread=9640 (0x25A8)>',
    expected: [
      {
        line: 1,
        message: 'Sync failed: 0x80131500',
        component: 'SMS_WSUS_SYNC_MANAGER',
        time: '08-02-2024 20:54:26.571+240',
      },
    ],
  },
  {
    name: 'line breaks within a string of JSON',
    paste: String.raw`"message":"Refused.\r\n  Code: Full\nTrace: \\server\new"`,
    expected: [
      { line: 1, message: '"message":"Refused.' },
      { line: 1, message: 'Code: Full' },
      { line: 1, message: String.raw`Trace: \\server\new"` },
    ],
  },
  {
    name: 'an IIS line',
    paste:
      '2023-04-03 11:20:41 10.1.2.3 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.2.9 SMS+CCM+5.0 - 403 7 0 5573 11',
    expected: [
      {
        line: 1,
        message:
          '2023-04-03 11:20:41 10.1.2.3 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.2.9 SMS+CCM+5.0 - 403 7 0 5573 11',
        time: '2023-04-03 11:20:41',
        component: 'IIS',
        status: '403.7',
      },
    ],
  },
  {
    name: 'parts joined by ~~',
    paste: 'Web exception~~  at System.Net',
    expected: [{ line: 1, message: 'Web exception\nat System.Net' }],
  },
  {
    name: 'what Markdown and copying leave behind',
    paste: '> StatusCode= **403** \\\r\n```\r\n\u200bone\u00a0code 5  \n```',
    expected: [
      { line: 1, message: 'StatusCode= 403' },
      { line: 3, message: 'one code 5' },
    ],
  },
  {
    name: 'lines that a client joined',
    paste: '[CCMHTTP] ERROR: Text=CCM_E_BAD_HTTP_STATUS_CODE[CCMHTTP] ERROR INFO: StatusCode= 403',
    expected: [
      { line: 1, message: '[CCMHTTP] ERROR: Text=CCM_E_BAD_HTTP_STATUS_CODE' },
      { line: 1, message: '[CCMHTTP] ERROR INFO: StatusCode= 403' },
    ],
  },
  { name: 'nothing', paste: ' \n\t\n', expected: [] },
])('reads $name', ({ paste, expected }) => expect(readPaste(paste)).toEqual(expected));

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '<![LOG[',
      ']LOG]!>',
      '<time="',
      '\n',
      '\r\n',
      '~~',
      '$$<',
      '<thread=',
      '> ',
      '12-28-2018 16:06:39',
      '8548 (0x2164)',
    ),
  );
  test('is read without harm, its lines in order and in range', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const paste = pieces.join('');
        const lines = readPaste(paste).map((entry) => entry.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(lines.every((line) => line >= 1 && line <= paste.split(/\r\n?|[\n\u2028\u2029]/).length)).toBe(true);
      }),
    );
  });
  test('is read in a time that grows with its length only', () => {
    const long = `${'a '.repeat(200_000)}8548 (0x2164)`;
    for (const blank of [' ', '\t', '\u3000', ' \t']) {
      expect(readPaste(`${blank.repeat(500_000)}(0x1) error${blank.repeat(500_000)}x`)).toHaveLength(1);
    }
    expect(readPaste(`${long}\n${'<![LOG['.repeat(50_000)}`).length).toBeGreaterThan(0);
  });
});

test('a megabyte of torn markup in one line is read like any other', () => {
  expect(readPaste(`x${'<![LOG[x'.repeat(125_000)}`)).toHaveLength(125_001);
});
