import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Redactor } from '../../../../bot/text/redact/redactor.js';

function redactAll(texts: readonly string[]): string[] {
  const redactor = new Redactor({ key: 'test' });
  return texts.map((text) => redactor.redact(text));
}

function redact(text: string): string {
  return redactAll([text]).join();
}

const jwt =
  'eyJhbGciOiJSUzI1NiIsIng1dCI6IkJCOENlRlZxeWFHckdOdWVoSklpTDRkZmp6dyJ9.eyJhdWQiOiJodHRwczovL2NtZyJ9.c2lnbmF0dXJl';

describe('secrets go', () => {
  test.each([
    { name: 'a JSON web token', text: `token ${jwt} expired`, expected: 'token <token 1> expired' },
    {
      name: 'a bearer header',
      text: 'Authorization: Bearer abcdef0123456789abcdef',
      expected: 'Authorization: Bearer <token 1>',
    },
    {
      name: 'a basic header',
      text: 'Authorization: Basic dXNlcjpzZWNyZXRwYXNzd29yZA==',
      expected: 'Authorization: Basic <token 1>',
    },
    {
      name: 'a registration token',
      text: 'ccmsetup.exe /regtoken:abcDEF123456789xyz /mp:https://cmg',
      expected: 'ccmsetup.exe /regtoken:<token 1> /mp:https://cmg',
    },
    {
      name: 'a signature in an address',
      text: 'https://a.blob.core.windows.net/c/f.cab?sv=2019-02-02&sig=Ab%2Bc%3D&se=2026',
      expected: 'https://a.blob.core.windows.net/c/f.cab?sv=2019-02-02&sig=<signature 1>&se=2026',
    },
    {
      name: 'an account key',
      text: 'DefaultEndpointsProtocol=https;AccountName=cmg;AccountKey=abc/def+123==;EndpointSuffix=core',
      expected: 'DefaultEndpointsProtocol=https;AccountName=cmg;AccountKey=<key 1>;EndpointSuffix=core',
    },
    {
      name: 'a shared access key',
      text: 'Endpoint=sb://x;SharedAccessKeyName=root;SharedAccessKey=abc=',
      expected: 'Endpoint=sb://x;SharedAccessKeyName=root;SharedAccessKey=<key 1>',
    },
    {
      name: 'a password in a connection string',
      text: 'Server=db;Password=Sommer2024!;Encrypt=yes',
      expected: 'Server=db;Password=<password 1>;Encrypt=yes',
    },
    { name: 'a quoted password', text: 'password: "two words"', expected: 'password: "<password 1>"' },
    {
      name: 'a password in JSON',
      text: '{"adminPassword": "s3cret!x", "b": 1}',
      expected: '{"adminPassword": "<password 1>", "b": 1}',
    },
    {
      name: 'a password on a command line',
      text: 'psexec \\\\srv -u admin -p Winter!99 cmd',
      expected: 'psexec \\\\srv -u admin -p <password 1> cmd',
    },
    { name: 'a password switch with a colon', text: 'net use /pass:Winter99x', expected: 'net use /pass:<password 1>' },
    {
      name: 'a password in an address',
      text: 'ftp://mia:geheim123@files.contoso.com/x',
      expected: 'ftp://mia:<password 1>@files.contoso.com/x',
    },
    {
      name: 'a private key',
      text: 'x\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\ny',
      expected: 'x\n<private-key 1>\ny',
    },
    {
      name: 'a private key that is cut off',
      text: '-----BEGIN PRIVATE KEY-----\nMIIEabc',
      expected: '<private-key 1>',
    },
    {
      name: 'an e-mail address',
      text: 'AAD user mia.berg@contoso.onmicrosoft.com is not discovered',
      expected: 'AAD user <email 1> is not discovered',
    },
    {
      name: 'an account',
      text: 'Logon failed for CONTOSO\\mia.berg from 10.0.0.7',
      expected: 'Logon failed for <user 1> from 10.0.0.7',
    },
    { name: 'a machine account', text: 'user CONTOSO\\PC-042$ was denied', expected: 'user <user 1> was denied' },
    {
      name: 'a security identifier',
      text: 'SID S-1-5-21-3623811015-3361044348-30300820-1013',
      expected: 'SID <sid 1>',
    },
    {
      name: 'the owner of a profile folder',
      text: 'C:\\Users\\mberg\\AppData\\Local\\Temp\\x.log',
      expected: 'C:\\Users\\<user 1>\\AppData\\Local\\Temp\\x.log',
    },
  ])('$name', ({ text, expected }) => expect(redact(text)).toBe(expected));
});

describe('what the helpdesk needs stays', () => {
  test.each([
    ['[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden'],
    ['Error 0x80072f8f, 12175, -2147012721, 2147954575'],
    ['GUID:6f1c2d3e-71ab-4a53-8a0a-9a2b5c4d1e20 and {0C7F2B19-71AB-4A53-8A0A-9A2B5C4D1E20}'],
    ['C:\\Windows\\CCM\\Logs\\LocationServices.log'],
    ['%WINDIR%\\ccmsetup\\Logs\\ccmsetup.log'],
    ['HKLM\\SOFTWARE\\Microsoft\\SMS\\SMS_CLOUD_PROXYCONNECTOR VerboseLogging'],
    ['\\\\server\\share\\file.msi'],
    ['NT AUTHORITY\\SYSTEM'],
    ['BUILTIN\\Administrators S-1-5-18 S-1-5-32-544'],
    ['root\\ccm\\ClientSDK'],
    ['https://cmg.contoso.com:443/CCM_PROXY_MUTUALAUTH/72057594037927941/SMS_MP/.sms_aut?MPLIST2&CM1'],
    ['Configuration Manager 5.00.9128.1007, version 2403'],
    ['thumbprint 8A2D6F3B0C4E5D6F7A8B9C0D1E2F3A4B5C6D7E8F'],
    ['netstat -p tcp 443'],
    ['The password is incorrect: password=expired'],
    ['basic authentication is used'],
    ['a token has expired; the token: none'],
  ])('%s', (text) => expect(redact(text)).toBe(text));
});

test('the same account has the same mask throughout, another one another', () => {
  expect(redactAll(['CONTOSO\\mia, contoso\\Mia, CONTOSO\\ben', 'again CONTOSO\\ben'])).toEqual([
    '<user 1>, <user 1>, <user 2>',
    'again <user 2>',
  ]);
});

test('masking what is masked changes nothing', () => {
  const piece = fc.constantFrom(
    'CONTOSO\\mia',
    `Bearer ${jwt}`,
    'password=abc',
    'a@b.example',
    '&sig=abc',
    '/pass:abcdef',
    'S-1-5-21-1-2-3-4',
    'C:\\Users\\mia\\x',
    ' ',
    '\n',
    ';',
    '"',
    'text',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = redact(pieces.join(''));
      expect(redact(once)).toBe(once);
    }),
  );
});

test.each([
  'a',
  'a.',
  'a@',
  'CONTOSO\\',
  'password=',
  'eyJ',
  '-----BEGIN PRIVATE KEY-----',
  ' -p ',
  'x\\y ',
  '://a:',
  ' "',
  '/Users/',
])('as much of %j as is ever looked through is no trouble', (unit) => {
  // Quadratic patterns would not come to an end within the time a test has.
  expect(typeof redact(unit.repeat(Math.ceil(300_000 / unit.length)))).toBe('string');
});
