import { describe, expect, test } from '@jest/globals';
import { definiteness, speaksOfFailure } from '../../../knowledge/read/report.js';

const inMarkup = (message: string, type: number): string =>
  `<![LOG[${message}]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" context="" type="${type}" thread="8444" file="x.cpp:104">`;

test('the more definite a report, the more it weighs', () => {
  const lines = [
    'Policy refreshed',
    'The operation failed',
    inMarkup('The operation failed', 3),
    'The operation failed with 0x80070005',
    inMarkup('The operation failed with 0x80070005', 3),
    inMarkup('ERROR_WINHTTP_SECURE_FAILURE: the operation failed with 0x80072f8f', 3),
  ];
  expect(lines.map((line) => definiteness(line))).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a code that any failure may have adds nothing', () => {
  expect(definiteness('The operation failed with 0x80004005')).toBe(definiteness('The operation failed'));
});

test('a stack frame is no report', () => {
  expect(definiteness('   at Contoso.Client.Fail(String error)')).toBe(0);
});

test('an error is one whatever it says, and a report whatever the logger calls it', () => {
  expect(definiteness(inMarkup('Policy refreshed', 3))).toBe(2);
  expect(definiteness(inMarkup('Die Operation ist fehlgeschlagen', 1))).toBe(1);
});

describe('speaks of a failure', () => {
  test.each([
    ['Logon failed', true],
    [inMarkup('Retrying', 2), true],
    ['[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set', true],
    ['Post returned 0x87d00231', true],
    [
      '2023-04-03 11:20:41 10.1.2.3 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.2.9 SMS+CCM+5.0 - 403 7 0 5573 11',
      true,
    ],
    [
      '2023-04-03 11:20:41 10.1.2.3 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.2.9 SMS+CCM+5.0 - 200 0 0 5573 11',
      false,
    ],
    ['Session: 30546173 initialized by client WindowsUpdateAgent.', false],
    [inMarkup('Maintaining connections...', 1), false],
    ['', false],
  ])('%s: %s', (line, expected) => expect(speaksOfFailure(line)).toBe(expected));
});
