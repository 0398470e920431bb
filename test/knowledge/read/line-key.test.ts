import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KnownWords } from '../../../knowledge/read/known-words.js';
import { LineKey } from '../../../knowledge/read/line-key.js';

const keyOf = (line: string, before = '', after = ''): string => {
  const bytes = Buffer.from(`${before}${line}${after}`);
  const start = Buffer.byteLength(before);
  const { first, second } = new LineKey().read(bytes, start, start + Buffer.byteLength(line));
  return `${first} ${second}`;
};

const hasCode = (line: string): boolean => {
  const bytes = Buffer.from(line);
  return new LineKey().read(bytes, 0, bytes.length).hasCode;
};

describe('says the same', () => {
  test.each([
    ['at another time', '2024-03-01 09:12:44,310 Logon failed', '2025-11-21 23:59:01,007 Logon failed'],
    ['to another address', 'Connection to 10.0.0.7:443 lost', 'Connection to 192.168.100.20:8443 lost'],
    [
      'of another object',
      'Job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} failed',
      'Job {B3409ACE-BEEF-CAFE-8A4B-001122DDEEFF} failed',
    ],
    ['of another process', 'sshd[24200]: Invalid user', 'sshd[7]: Invalid user'],
    ['on another machine', 'Heartbeat from PC01.contoso.com', 'Heartbeat from PC417.contoso.com'],
    ['with a longer list', 'Fan speeds 3552 3534', 'Fan speeds 3552 3534 3375 3515 3479'],
    [
      'at another place in memory',
      'stack @0x7fed806eb5d @0x7fef9fb9b6d',
      'stack @0x7fec0ffee11 @0x7fef9f83580 @0x7fe1',
    ],
    [
      'of another object whose identifier looks like a name',
      'Job {BBBB4860-DD4F-813F-F91D-100025334CE7} failed',
      'Job {3F2504E0-4F89-11D3-9A0C-0305E82C3301} failed',
    ],
    ['in another thread', 'Done  ccmsetup 8548 (0x2164)', 'Done  ccmsetup 512 (0x0200)'],
    ['of another digest', 'Hash 6Xn0aV9kQm3LrT8yZb2WcD5eF1 is new', 'Hash aB3dE5fG7hI9jK1lM3nO5pQ7rS is new'],
    [
      'in markup with other fields',
      '<![LOG[Sent]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" context="" type="1" thread="8444" file="x.cpp:104">',
      '<![LOG[Sent]LOG]!><time="01:02:03.004+000" date="01-02-2024" component="B" context="" type="1" thread="7" file="y.cpp:9">',
    ],
  ])('%s', (_, one, other) => expect(keyOf(one)).toBe(keyOf(other)));
});

describe('says something else', () => {
  test.each([
    ['another word', 'Logon failed for user', 'Logon done for user'],
    ['another HRESULT', 'Failed with 0x80070005', 'Failed with 0x80070002'],
    ['another HRESULT without prefix', 'Failed with 80070005', 'Failed with 87D00454'],
    ['another HRESULT in decimal', 'Failed with 2147942405', 'Failed with 2147942402'],
    ['another negative HRESULT', 'Failed with -2147024891', 'Failed with -1047527167'],
    ['another NTSTATUS', 'Failed: C0000005', 'Failed: C0000022'],
    ['another sign-extended code', 'Failed: 0xFFFFFFFF80070005', 'Failed: 0xFFFFFFFF80070002'],
    ['another Win32 code in eight digits', 'Failed: 0x00002f8f', 'Failed: 0x00002ee2'],
    ['another short hexadecimal code', 'failed with 0x2f8f', 'failed with 0x2ee2'],
    ['another code that is said to be one', 'Code=12175, Text=x', 'Code=12007, Text=x'],
    ['another error number', 'Logon error 1326', 'Logon error 1327'],
    ['another exit code', 'returned: 3010', 'returned: 1641'],
    ['another HTTP status', 'StatusCode= 403 StatusText= x', 'StatusCode= 401 StatusText= x'],
    [
      'another status of a web server',
      'GET /sms_mp 443 - 10.1.2.9 403 7 0 5573',
      'GET /sms_mp 443 - 10.1.2.9 403 16 0 5573',
    ],
    ['a failure of a web server', 'GET /sms_mp 443 - 10.1.2.9 403 7 0 5573', 'GET /sms_mp 443 - 10.1.2.9 200 0 0 5573'],
    ['another event', 'Event ID: 1058 was logged', 'Event ID: 1030 was logged'],
    ['another numbered name', 'AADSTS50105: not assigned', 'AADSTS50011: not assigned'],
    ['another symbol', 'Text=CCM_E_NO_CLIENT_PKI_CERT', 'Text=CCM_E_BAD_HTTP_STATUS_CODE'],
    ['another word in another script', '错误：无法打开', '错误：无法关闭'],
    ['another code in another script', '错误：0xC004F074软件', '错误：0xC004C003软件'],
    [
      'another second message in one line',
      '<![LOG[One]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" context="" type="1" thread="8444" file="x.cpp:104"><![LOG[Two]LOG]!><time="13:12:15.500+000" date="09-25-2023">',
      '<![LOG[One]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" context="" type="1" thread="8444" file="x.cpp:104"><![LOG[Three]LOG]!><time="13:12:15.500+000" date="09-25-2023">',
    ],
  ])('%s', (_, one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));
});

test.each([
  ['Failed with 0x80070005', true],
  ['AADSTS50105: not assigned', true],
  ['Fehler: 5', true],
  ['Error 5', true],
  ['took 310 ms', false],
  ['2024-03-01 09:12:44 thread 8548 (0x2164)', false],
  ['错误 5', true],
])('%s may hold a code: %s', (line, expected) => expect(hasCode(line)).toBe(expected));

describe('in known words', () => {
  const known = new KnownWords((word) => ['Failed', 'to', 'open', '2280257589', 'PC4X'].includes(word));
  const gistOf = (line: string): string => {
    const bytes = Buffer.from(line);
    const { first, second } = new LineKey(known).read(bytes, 0, bytes.length);
    return `${first} ${second}`;
  };

  test.each([
    ['another name', 'Failed to open abc', 'Failed to open xyz'],
    ['another name with digits', 'Failed to open PC17LX', 'Failed to open QD4ABZ'],
    ['another code that no one knows', 'Failed to open 0x80070005', 'Failed to open 0xc0001234'],
    ['a longer list of names', 'Failed to open a/bb/cc/dd/ee/ff/gg', 'Failed to open a/bb/cc/dd/ee/ff/gg/hh/ii/jj'],
  ])('%s says the same', (_, one, other) => {
    expect(gistOf(one)).toBe(gistOf(other));
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test.each([
    ['another known word', 'Failed to open', 'to open'],
    ['a known name', 'Failed to open PC4X', 'Failed to open QD4X'],
    ['a known code', 'Failed to open 2280257589', 'Failed to open 2280257590'],
    ['a name less', 'Failed to open abc', 'Failed to open abc def'],
    ['a known word elsewhere', 'Failed to abc open', 'Failed to open abc'],
    ['what is said to be a code', 'Failed to open, error 5', 'Failed to open, error 6'],
    ['a negative code', 'Failed to open -2147024891', 'Failed to open -2147024890'],
    ['a status of a web server', 'Failed 403 7 0', 'Failed 403 8 0'],
  ])('%s says something else', (_, one, other) => expect(gistOf(one)).not.toBe(gistOf(other)));
});

test('what stands before and after a line is not read', () => {
  const line = fc.stringMatching(/^[ -~]{0,60}$/);
  fc.assert(
    fc.property(line, line, line, (text, before, after) => {
      expect(keyOf(text, `${before}\n`, `\n${after}`)).toBe(keyOf(text));
    }),
  );
});
