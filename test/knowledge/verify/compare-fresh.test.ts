// After a repair, lines of the shipped articles' faults and of healthy clients.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signalSchema } from '../../../knowledge/schemas.js';
import type { Verification } from '../../../knowledge/verify/index.js';
import { compareFresh, signalOf } from '../../../knowledge/verify/index.js';
import { articles, knowledge } from '../shipped.js';

const stages = knowledge.routeOver('cmg/logs.md')?.stages ?? [];

/** Local time zone is an hour before UTC, as the bias says. */
const cmtrace = (time: string, component: string, ...messages: readonly string[]): string =>
  messages
    .map(
      (message) =>
        `<![LOG[${message}]LOG]!><time="${time}.310-60" date="03-12-2025" component="${component}" context="" type="1" thread="5368" file="x.cpp:1">`,
    )
    .join('\n');

const columns = (when: string, component: string, ...messages: readonly string[]): string =>
  messages.map((message) => `${message}\t${component}\t${when}\t5368 (0x14F8)`).join('\n');

const asked = (path = 'CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST2', rest = 'Code=0'): string =>
  `[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/${path}, Port=443, Options=31, ${rest}`;
const badStatus = asked(undefined, 'Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE');
const statusText = (status: string): string =>
  `[CCMHTTP] ERROR INFO: StatusCode=${status.slice(0, 3)} StatusText=${status.slice(4)}`;
const noName = asked('ccm_system/request', 'Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED');
const secureFailure = asked(
  'CCM_Proxy_ServerAuth/72057594037927941/CCM_STS',
  'Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE',
);
const flag = (name: string): string => `[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_${name} is set`;
const works =
  'Successfully sent location services request to https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST2';

const forbidden = [badStatus, statusText('403 CMGConnector_Forbidden')];
const required = [badStatus, statusText('403 CMGConnector_Clientcertificaterequired')];

const verify = (before: string, after: string, repairedAt?: string): Verification =>
  compareFresh(
    signalOf(before, knowledge.diagnose(before)),
    { paste: after, diagnosis: knowledge.diagnose(after) },
    { stages, ...(repairedAt === undefined ? {} : { repairedAt: Date.parse(repairedAt) }) },
  );

/** What matters of a verification, in a line. */
const told = (verification: Verification): string => {
  switch (verification.kind) {
    case 'gone':
      return `gone ${verification.timed ? 'for sure' : 'it seems'}, ${verification.successes} successes${verification.changed === undefined ? '' : `, now ${verification.changed.value}`}`;
    case 'still':
      return `still ${verification.count}: line ${verification.seen.line}, ${[...verification.codes, ...verification.names].join(' ')}`;
    case 'old':
      return `old ${verification.count}`;
    case 'further':
      return `further: ${verification.from} to ${verification.to}, ${verification.issue.article}`;
    case 'other':
      return `other (${verification.way}): ${verification.issue?.article ?? 'unexplained'} at line ${verification.seen.line}`;
    case 'unclear':
      return `unclear: ${verification.why} ${verification.sources.join(' ')}`.trim();
    default:
      return verification satisfies never;
  }
};

const before = cmtrace('09:12:44', 'LocationServices', ...forbidden);

describe('a repaired binding', () => {
  test.each([
    ['nothing', '', 'unclear: empty'],
    ['blanks', ' \n\t\n', 'unclear: empty'],
    ['words', 'done, please check', 'unclear: no-log'],
    ['the same lines once more', before, 'old 1'],
    [
      'the same fault later',
      cmtrace('09:42:00', 'LocationServices', ...forbidden),
      'still 1: line 2, CMGConnector_Forbidden',
    ],
    [
      'the same fault three times',
      [before, cmtrace('09:42:00', 'LocationServices', ...forbidden, ...forbidden)].join('\n'),
      'still 2: line 6, CMGConnector_Forbidden',
    ],
    [
      'the whole log, the fault at its beginning',
      [before, cmtrace('09:42:00', 'LocationServices', works)].join('\n'),
      'gone for sure, 1 successes',
    ],
    [
      'a healthy line of the same log',
      cmtrace('09:42:00', 'LocationServices', 'Current AD site of machine is Default-First-Site-Name'),
      'gone for sure, 0 successes',
    ],
    [
      'the next fault on the way',
      cmtrace(
        '09:42:00',
        'CCM_STS',
        'AAD user with ID 9c1d7e52-4f0a-4c38-b7a1-0d52f1e8b6c3 and SID S-1-5-21-1004336348-1177238915-682003330-2214 is not completely discovered',
      ),
      'further: management point to user, cmg/user-not-discovered.md',
    ],
    [
      'an earlier fault on the way',
      cmtrace('09:42:00', 'LocationServices', flag('INVALID_CA'), secureFailure),
      'other (earlier): cmg/certificate-refused.md at line 1',
    ],
    [
      'another fault at the same place',
      cmtrace('09:42:00', 'LocationServices', ...required),
      'other (same): cmg/client-certificate-required.md at line 2',
    ],
    [
      'an error that no article explains',
      cmtrace('09:42:00', 'LocationServices', 'Failed to open store, 0x80090016').replace('type="1"', 'type="3"'),
      'other (apart): unexplained at line 1',
    ],
    [
      'another log',
      cmtrace('09:42:00', 'InventoryAgent', 'Inventory: 12 classes collected'),
      'unclear: other-log inventoryagent',
    ],
    [
      'an older log',
      cmtrace('08:00:00', 'LocationServices', 'Current AD site of machine is Default-First-Site-Name'),
      'unclear: old locationservices',
    ],
  ])('%s', (_, after, expected) => expect(told(verify(before, after))).toBe(expected));

  test('lines from before the repair are old, though the first paste had not seen them', () => {
    const between = cmtrace('09:30:00', 'LocationServices', ...forbidden);
    expect(told(verify(before, between, '2025-03-12T08:00:00Z'))).toMatch(/^still/);
    expect(told(verify(before, between, '2025-03-12T09:00:00Z'))).toBe('old 1');
    const later = cmtrace('10:05:00', 'LocationServices', works);
    expect(told(verify(before, `${between}\n${later}`, '2025-03-12T09:00:00Z'))).toBe('gone for sure, 1 successes');
  });
});

describe('without times', () => {
  const bare = forbidden.join('\n');
  test.each([
    ['the same fault', bare, 'still 1: line 2, CMGConnector_Forbidden'],
    ['the same address answers', works, 'gone it seems, 1 successes'],
    ['the fault, and then the same address answers', `${bare}\n${works}`, 'gone it seems, 1 successes'],
    ['the address answers, and then the fault', `${works}\n${bare}`, 'still 1: line 3, CMGConnector_Forbidden'],
    ['lines of something else', 'Inventory: 12 classes collected', 'unclear: no-log'],
  ])('%s', (_, after, expected) => expect(told(verify(bare, after))).toBe(expected));
});

describe('a line whose value is the fault', () => {
  const counted = (count: number): string =>
    `Filtered cert count with private key: 3\nFiltered cert count with client auth: ${count}\nMaintaining connections...`;
  test.each([
    ['the count was 0', counted(0), counted(1), 'gone it seems, 0 successes, now 1'],
    ['the count is 0', counted(0), counted(0), 'still 1: line 2,'],
    [
      'the device has joined',
      'AzureAdJoined : NO\nDomainJoined : YES\nThe device object by the given ID is not found.',
      'AzureAdJoined : YES\nDomainJoined : YES',
      'gone it seems',
    ],
  ])('%s', (_, first, after, expected) => expect(told(verify(first, after))).toContain(expected.trim()));
});

describe('the way of a request', () => {
  const name = columns('3/12/2025 9:12:44 AM', 'CcmMessaging', noName);
  test.each([
    [
      'from the name to the certificate',
      name,
      columns('3/12/2025 9:42:00 AM', 'CcmMessaging', flag('CERT_CN_INVALID'), secureFailure),
      'further: name to certificate, cmg/certificate-refused.md',
    ],
    [
      'from the certificate to the token',
      columns('3/12/2025 9:12:44 AM', 'CcmMessaging', flag('INVALID_CA'), secureFailure),
      columns('3/12/2025 9:42:00 AM', 'CcmMessaging', badStatus, statusText('401 CMGService_Invalid_Token')),
      'further: certificate to token, cmg/invalid-token.md',
    ],
    [
      'in another notation it is the same fault',
      columns('3/12/2025 9:12:44 AM', 'CcmMessaging', secureFailure),
      columns(
        '3/12/2025 9:42:00 AM',
        'CcmMessaging',
        'Post to https://gw.fabrikam.com/CCM_Proxy_MutualAuth/72057594037927941/ccm_system/request failed with 0x80072f8f.',
      ),
      'still 1: line 1, 0x00002f8f',
    ],
  ])('%s', (_, first, after, expected) => expect(told(verify(first, after))).toBe(expected));

  test('without a known way, another fault is just that', () => {
    const after = columns('3/12/2025 9:42:00 AM', 'CcmMessaging', flag('CERT_CN_INVALID'), secureFailure);
    const verification = compareFresh(signalOf(name, knowledge.diagnose(name)), {
      paste: after,
      diagnosis: knowledge.diagnose(after),
    });
    expect(told(verification)).toBe('other (apart): cmg/certificate-refused.md at line 1');
  });
});

describe('dates that can be read both ways', () => {
  const at = (when: string): string => columns(when, 'LocationServices', ...forbidden);
  test.each([
    ['the next day, days first', at('12/03/2025 09:12:44'), at('13/03/2025 08:00:00'), 'still'],
    ['the day before, days first', at('13/03/2025 09:12:44'), at('12/03/2025 08:00:00'), 'old'],
    ['later on the same day, either way', at('04/06/2025 09:12:44'), at('04/06/2025 10:00:00'), 'still'],
    ['days or months later', at('11/02/2025 09:12:44'), at('01/03/2025 09:00:00'), 'still'],
  ])('%s', (_, first, after, expected) => expect(verify(first, after).kind).toBe(expected));
});

describe('what is kept of a case', () => {
  const samples = articles.flatMap(({ issues }) =>
    issues.flatMap((issue) =>
      issue.stage === undefined ? [] : issue.samples.filter((it) => /\[CCMHTTP\]|IDX|Filtered/.test(it)),
    ),
  );
  test.each([before, ...samples].map((paste) => [paste.slice(0, 60), paste]))(
    'is small, plain data: %s',
    (_, paste) => {
      const signal = signalOf(paste, knowledge.diagnose(paste));
      const kept = JSON.parse(JSON.stringify(signal));
      expect(signalSchema.parse(kept)).toEqual(signal);
      expect(JSON.stringify(signal).length).toBeLessThanOrEqual(1024);
      expect(compareFresh(signal, { paste, diagnosis: knowledge.diagnose(paste) }).kind).toMatch(/^(?:still|old)$/);
    },
  );

  test('holds nobody’s text', () => {
    const paste = `${before}\nLogon of CONTOSO\\mia failed, Password=Summer2025`;
    expect(JSON.stringify(signalOf(paste, knowledge.diagnose(paste)))).not.toMatch(/mia|summer|fabrikam/i);
  });

  test('holds the issue that it turned out to be', () => {
    const issue = { article: 'cmg/user-not-discovered.md', issue: 'x' };
    expect(signalOf(before, knowledge.diagnose(before), { issue })).toMatchObject({ issue });
  });
});

test('any two pastes give an answer', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('\n', ...forbidden, works, before, '12/03/2025 09:12:44', ': NO', 'x=1', '<![LOG[', ']LOG]!>'),
  );
  const paste = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('\n'));
  fc.assert(
    fc.property(paste, paste, (first, second) => {
      const signal = signalOf(first, knowledge.diagnose(first));
      expect(JSON.stringify(signal).length).toBeLessThanOrEqual(1024);
      const verification = compareFresh(signal, { paste: second, diagnosis: knowledge.diagnose(second) }, { stages });
      expect(JSON.parse(JSON.stringify(verification))).toEqual(verification);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['blanks', ' '.repeat(1_000_000)],
  ['blanks and tabs', ' \t'.repeat(500_000)],
  ['torn markup', '<![LOG[x'.repeat(125_000)],
  ['colons', ': = '.repeat(250_000)],
  ['a log', `${works}\n`.repeat(7_000)],
])('a megabyte of %s is read to its end', (_, paste) => {
  const diagnosis = knowledge.diagnose('');
  expect(signalOf(paste, diagnosis).names).toEqual([]);
  expect(compareFresh(signalOf(before, knowledge.diagnose(before)), { paste, diagnosis }).kind).not.toBe('further');
});
