import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCode, findCodes, hexOf, readCode } from '../../../knowledge/codes/index.js';

const valuesIn = (line: string): string[] => findCodes(line).map((code) => hexOf(code.value));

describe('every notation of one code is one value', () => {
  test.each([
    ['0x80070005'],
    ['0X80070005'],
    ['80070005'],
    ['0x80070005L'],
    ['80070005h'],
    ['0080070005h'.slice(2)],
    ['0xFFFFFFFF80070005'],
    ['2147942405'],
    ['-2147024891'],
    ['\u22122147024891'],
    ['(0x80070005)'],
    ['0x80070005.'],
    ['"0x80070005",'],
    ['hr=0x80070005;'],
  ])('%s', (text) => {
    expect(valuesIn(`Failed with ${text} at once`)).toEqual(['0x80070005']);
    expect(valuesIn(text)).toEqual(['0x80070005']);
  });

  test.each([
    ['0x80004005', '2147500037', '-2147467259'],
    ['0x80072EE7', '2147954407', '-2147012889'],
    ['0x80072F8F', '2147954575', '-2147012721'],
    ['0x87D00454', '2278556756', '-2016410540'],
    ['0xC0000005', '3221225477', '-1073741819'],
  ])('%s is %s is %s', (hex, unsigned, signed) => {
    expect([readCode(hex.slice(2)), readCode(unsigned), readCode(signed)]).toEqual(Array(3).fill(readCode(hex)));
  });

  test('a value survives every notation it can be written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x80010000, max: 0xffffffff }), (value) => {
        const { hex, unsigned, signed } = decodeCode(value);
        for (const text of [hex, hex.toUpperCase().replace('X', 'x'), unsigned, `${hex}L`])
          expect(readCode(text)).toBe(value);
        if (value < 0xffff0000) expect(readCode(signed)).toBe(value);
      }),
    );
  });
});

test.each([
  { line: 'System error 53. The network path was not found.', expected: ['0x00000035'] },
  { line: 'Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE', expected: ['0x00002f8f'] },
  { line: 'Error [0x0f0082] SYSPRP LaunchDll: failure, returned error code 0x2', expected: ['0x00000002'] },
  { line: 'System.Net.Sockets.SocketException (10013): An attempt was made', expected: ['0x0000271d'] },
  { line: ' gc01   09m:55s  1 / 4  25  (8524) The DSA operation is unable to proceed', expected: ['0x0000214c'] },
  { line: 'failed [0x80072ee7]', expected: ['0x80072ee7'] },
  { line: 'Error contacting server (network error): 1722 (0x6ba):', expected: ['0x000006ba', '0x000006ba'] },
  { line: 'DB-Lib error message 7391, severity 16:', expected: ['0x00001cdf'] },
  { line: "(7391, 'The operation could not be performed", expected: ['0x00001cdf'] },
  { line: '(18456, b"Login failed for user', expected: ['0x00004818'] },
  { line: '(1058)', expected: ['0x00000422'] },
  { line: ' (1058) ', expected: ['0x00000422'] },
  { line: 'see above (1058)', expected: [] },
  { line: '26: USMT_INIT_ERROR', expected: ['0x0000001a'] },
  { line: 'at 26: USMT_INIT_ERROR', expected: [] },
  { line: '+ FullyQualifiedErrorId : ActiveDirectoryServer:8227,Microsoft.ActiveDirectory', expected: ['0x00002023'] },
  { line: '(1999)', expected: [] },
  { line: 'Error code: 1603', expected: ['0x00000643'] },
  { line: 'MainEngineThread is returning 1603', expected: ['0x00000643'] },
  { line: 'CcmSetup failed with error code 0x80070643', expected: ['0x80070643'] },
  { line: 'reports 2016281112 (Remediation failed)', expected: ['0x87d1fde8'] },
  { line: '(Source: MSSQLServer, Error number:20598)', expected: ['0x00005076'] },
  { line: 'an error: [x] (Error ID: 12711, Detailed Error: none)', expected: ['0x000031a7'] },
  { line: 'SQLErrorCode=33095, State=8', expected: ['0x00008147'] },
  { line: 'reports error `-1919` while validating', expected: ['0xfffff881'] },
  { line: 'Fehler 5: Zugriff verweigert', expected: ['0x00000005'] },
  { line: '(error = 2): The system cannot find the file specified.', expected: ['0x00000002'] },
  { line: 'Error 12175 (0x2f8f)', expected: ['0x00002f8f', '0x00002f8f'] },
  { line: 'ERROR_WINHTTP_SECURE_FAILURE (12175)', expected: ['0x00002f8f'] },
  { line: '"errorCode": "808",', expected: ['0x00000328'] },
  { line: '{\\"code\\":\\"1603\\"}', expected: ['0x00000643'] },
  { line: '<ErrorCode>1326</ErrorCode>', expected: ['0x0000052e'] },
  { line: 'Error 806 or 808 when you import', expected: ['0x00000326', '0x00000328'] },
  { line: 'error codes 5, 53 and 67', expected: ['0x00000005', '0x00000035', '0x00000043'] },
  { line: 'error codes 5, 53,and 67', expected: ['0x00000005', '0x00000035', '0x00000043'] },
  { line: 'setup failed with 1603', expected: ['0x00000643'] },
  { line: 'Win32 error 0n1326', expected: ['0x0000052e'] },
  { line: 'It ends in 0x80072f8f', expected: ['0x80072f8f'] },
  { line: 'The installation resulted in 0x80070643', expected: ['0x80070643'] },
  { line: 'ox80070005, typed with the letter', expected: ['0x80070005'] },
  { line: 'update failed, x80244022', expected: ['0x80244022'] },
  { line: 'Msg 3201, Level 16, State 1', expected: ['0x00000c81'] },
  { line: 'an 868 error since noon', expected: ['0x00000364'] },
  { line: 'the 1708-Fehler', expected: ['0x000006ac'] },
  { line: '868错误（无法连接）', expected: ['0x00000364'] },
])('finds $line', ({ line, expected }) => expect(valuesIn(line)).toEqual(expected));

describe('numbers that are no codes', () => {
  test.each([
    ['a thread', '19/02/2019 13:49:35 ccmsetup 8548 (0x2164)'],
    ['a thread in words', 'thread=3544 (0xDD8)'],
    ['ports', 'connecting to 10.0.0.7:443 port 8530'],
    ['sizes', 'read 2147483 bytes, size 1048576'],
    ['dates', '2024-03-01 09:12:44.310 and 12-28-2018'],
    ['KB numbers', 'install KB4495265 or KB 4503442'],
    ['GUID parts', '{80070005-0001-4a2b-8c3d-80004005abcd}'],
    ['versions', '10.0.19041.1 and 5.00.8968.1000'],
    ['an address', '0x00007ff8a3b1c2d0'],
    ['times and counts', 'again in 300 seconds, after 12 attempts, in 0x10 steps'],
    ['a process', 'in process 0x80001234'],
    ['a time in seconds', 'since 1764410000 nothing came'],
    ['zero', 'finished with result 0'],
    ['a list that is none of codes', 'ports 80, 443 and 8530'],
    ['a product and an error', 'a Contoso Server 2019 error, and Fabrikam 365 errors'],
    ['an address and an error', 'proxy.contoso.com:443 error : no answer'],
    ['a count of errors', 'after 12 errors'],
    ['a year in brackets', 'Contoso Server (2016) The setup'],
    ['an item of a list', '(2) The server answers'],
    ['a number that Windows knows nothing by', '(31999) The job was queued'],
    ['a session number', 'CCM_PROXY_MUTUALAUTH/72057594037938216'],
  ])('%s', (_, line) => expect(valuesIn(line)).toEqual([]));
});

test('any text at all is read without harm', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => Array.isArray(findCodes(text))));
});
