import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asSent } from '../../../../bot/text/redact/as-sent.js';
import { noMasks } from '../../../../bot/text/redact/masks.js';
import { Redactor } from '../../../../bot/text/redact/redactor.js';
import { plantedPastes } from '../../../planted-secrets.js';

function redactAll(texts: readonly string[]): string[] {
  const redactor = new Redactor({ key: 'test' }, noMasks('case'));
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
    { name: 'a setting of LDAP', text: 'bindpw S3cretPass', expected: 'bindpw <password 1>' },
    { name: 'a setting of Redis', text: 'requirepass S3cretPass!', expected: 'requirepass <password 1>' },
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
      expected: 'ftp://<user 1>:<password 1>@files.contoso.com/x',
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
      name: 'a private key in a log with times',
      text: '10:01:02 -----BEGIN PRIVATE KEY-----\n10:01:02 MIIEvQIBADANBgkq\n10:01:03 ab=\n10:01:03 -----END PRIVATE KEY-----\ny',
      expected: '10:01:02 <private-key 1>\ny',
    },
    {
      name: 'a private key in a log that is cut off, and no more than that',
      text: `[-----BEGIN PRIVATE KEY-----] 1\n[${'MIIEvQIB'.repeat(8)}] 2\nFailed 0x80070005`,
      expected: '[<private-key 1>] 2\nFailed 0x80070005',
    },
    {
      name: 'a password as a directory keeps it',
      text: 'olcRootPW: {SSHA}W6ky8n9AAAABBBBccccdddd',
      expected: 'olcRootPW: {SSHA}<hash 1>',
    },
    {
      name: 'an account whose name begins like a line break',
      text: 'Impersonating fabrikam.net\\nakamura failed',
      expected: 'Impersonating <user 1> failed',
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
      name: 'a column of a table, and nothing of the next one',
      text: 'PC     Password Until\n------ -------- -----\nPC-042 yRRXWWjQ 6/12\nPC-043 Ab3kd93k 6/13',
      expected: 'PC     Password Until\n------ -------- -----\nPC-042 <password 1> 6/12\nPC-043 <password 2> 6/13',
    },
    {
      name: 'the owner of a profile folder',
      text: 'C:\\Users\\mberg\\AppData\\Local\\Temp\\x.log',
      expected: 'C:\\Users\\<user 1>\\AppData\\Local\\Temp\\x.log',
    },
  ])('$name', ({ text, expected }) => expect(redact(text)).toBe(expected));
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

describe('any text is no trouble', () => {
  const units = [
    ...[' ', '\t', ' \t', '\n', '=', '"', "'", '\\', '@', '<', '&lt;', '{', '(', ':', '::', '~', '%3D', '&amp;'],
    ...['a', 'a.', 'a@', 'a@b.', 'aB3', `${'aB3/'.repeat(16)}\n`, `${'x'.repeat(70)}\n`, 'AAAAA-', '123456-'],
    ...['-----BEGIN', '-----BEGIN PRIVATE KEY-----', '-----BEGIN RSA PRIVATE KEY-----\n', '-----END PRIVATE KEY-----'],
    ...[
      'eyJ',
      'eyJaaaaaaaa.',
      'S-1-5-21-',
      'token=',
      'sig=',
      'key=',
      'secret ',
      'Cookie: a=b; ',
      'Authorization: ',
      'Bearer ',
    ],
    ...[
      'password=',
      'password=x ',
      'password: x, ',
      'password is ',
      'password for ',
      'pass ',
      ' -p ',
      '--password ',
      '<password>',
    ],
    ...['net use ', 'net user ', 'curl -u a:b ', 'az ', 'mysql -p', 'psexec -p x ', 'ConvertTo-SecureString '],
    ...[
      'CONTOSO\\',
      'CONTOSO\\mia ',
      'x\\y ',
      'C:\\Users\\',
      '/home/a ',
      '://a:',
      '://a:b@',
      'user=',
      'user: mia\n',
      'CN=a,',
    ],
    ...[
      '#Fields: cs-username\n',
      'GET /x y 443 z 1.2.3.4 ',
      'User\n----\nx\n',
      'Password Password\n-------- --------\nx y\n',
    ],
  ];

  // Quadratic patterns would not come to an end within the time a test has.
  test.each(units)('a lot of %j', (unit) => {
    const once = redact(unit.repeat(Math.ceil(150_000 / unit.length)));
    expect(redact(once.slice(0, 3_000))).toBe(redact(redact(once.slice(0, 3_000))));
  });

  test.each([' ', ' \t', '=', 'aB3/', '-----BEGIN ', '\\', 'a@'])('a million characters of %j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(redact(text).length).toBeGreaterThan(0);
  });

  // A pattern that can read it in many ways tries them all, where it is no such secret in the end.
  test.each(['password=', 'password: ', 'password "', '<password>', '"secret":"', 'token ', '-p '])(
    '%j, a long row of one character, and something else',
    (name) => {
      for (const one of 'xX*•._-=0aü%&<>()[]/\\') {
        for (const end of [' y', '\n y', '!', '</b>']) expect(redact(`${name}${one.repeat(200)}${end}`)).not.toBe('');
      }
    },
  );

  test('whatever it is, redacting it twice changes nothing', () => {
    const piece = fc.oneof(
      fc.constantFrom(...units),
      fc.string({ maxLength: 8 }),
      fc.constantFrom('<user 1>', '<key 2>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = redact(pieces.join(''));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('labels', () => {
  const account = fc.stringMatching(/^[a-z]{3}\.[a-z]{4,8}\d?$/);
  const secret = fc.stringMatching(/^[A-Za-z]{4}\d{3}[A-Za-z]{3}!$/);

  test('the same account has the same one in each text, another one another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(account, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 0, max: 19 }),
        (names, at) => {
          const redactor = new Redactor({ key: 'test' }, noMasks('case'));
          const shown = names.map((name) => redactor.redact(`Logon failed for CONTOSO\\${name} with 0x80070005`));
          expect(new Set(shown).size).toBe(names.length);
          const again = names[at % names.length] ?? '';
          expect(redactor.redact(`Logon failed for CONTOSO\\${again} with 0x80070005`)).toBe(shown[at % names.length]);
          expect(shown.every((text) => /^Logon failed for <user \d+> with 0x80070005$/.test(text))).toBe(true);
        },
      ),
    );
  });

  test('the same password, too, and in a later text that has only what was kept', () => {
    fc.assert(
      fc.property(fc.uniqueArray(secret, { minLength: 2, maxLength: 8 }), (secrets) => {
        const first = new Redactor({ key: 'test' }, noMasks('case'));
        const shown = secrets.map((one) => first.redact(`password=${one}`));
        expect(new Set(shown).size).toBe(secrets.length);
        const later = new Redactor({ key: 'test' }, first.masks);
        expect([...secrets].reverse().map((one) => later.redact(`password=${one}`))).toEqual([...shown].reverse());
      }),
    );
  });

  test('a name is known without its domain, and one in a second domain is another', () => {
    expect(
      redactAll(['CONTOSO\\mia.berg', 'C:\\Users\\mia.berg\\x', 'FABRIKAM\\mia.berg', 'CONTOSO\\mia.berg, mia.berg']),
    ).toEqual(['<user 1>', 'C:\\Users\\<user 1>\\x', '<user 2>', '<user 1>, <user 1>']);
  });
});

test('what was written is sent as it was shown', () => {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
  for (const { text } of plantedPastes()) {
    for (const how of [{ longest: 200, write: oneLine }, { longest: 90 }]) {
      const shown = asSent(text, new Redactor({ key: 'test' }, noMasks('case')), how);
      expect(asSent(shown, new Redactor({ key: 'test' }, noMasks('case')), how)).toBe(shown);
    }
  }
});

test('what has been found is found where it stands alone, and where a line that quotes it is cut', () => {
  expect(
    redactAll([
      'password=Sommer2024! for CONTOSO\\mia.berg',
      'mia.berg used Sommer2024!',
      'token=abcDEF123456789xyz',
      'abcDEF12345',
    ]),
  ).toEqual(['password=<password 1> for <user 1>', '<user 1> used <password 1>', 'token=<token 1>', '<token 2>']);
});

test('a password that is a word, and an account that is one, do not hide the word', () => {
  expect(redactAll(['password=Sommer for CONTOSO\\service', 'every Sommer the service stops'])).toEqual([
    'password=<password 1> for <user 1>',
    'every Sommer the service stops',
  ]);
});
