// Faults in logs: found among everything else that logs say.

import { describe, expect, test } from '@jest/globals';
import { type LogDiagnosis, longestPaste } from '../../knowledge/index.js';
import { articles, knowledge } from './shipped.js';

const everyday: readonly string[] = [
  'Refreshing the Management Point List for site ABC',
  'Policy evaluation cycle # finished in # milliseconds',
  'Sending message body of # bytes to endpoint mp:MP_PolicyManager',
  'Failed to open the optional registry key SOFTWARE/Contoso/Agent#, using defaults',
  'Download of job {3F2504E0-4F89-11D3-9A0C-0305E82C#} is at # percent',
  'Retrying in # seconds, last error 0x80004005',
  'Heartbeat from 10.20.30.# answered after # ms',
];

const record = (message: string, at: number): string =>
  `<![LOG[${message}]LOG]!><time="09:${10 + (at % 50)}:${10 + (at % 49)}.225-60" date="03-06-2019" component="CcmExec" context="" type="1" thread="${1000 + (at % 9000)}" file="ccmexec.cpp:117">`;

const ordinary = (lines: number): string[] =>
  Array.from({ length: lines }, (_, at) =>
    record(
      (everyday[at % everyday.length] ?? '').replaceAll('#', () => String(1000 + at)),
      at,
    ),
  );

/** Lines in the middle of a log of everyday ones. */
const hidden = (lines: readonly string[], around = 600): string[] => [
  ...ordinary(around),
  ...lines,
  ...ordinary(around),
];

function read(bytes: Uint8Array | string): LogDiagnosis {
  const reader = knowledge.readLog();
  reader.push(Buffer.from(bytes));
  return reader.end();
}

const readLines = (lines: readonly string[]): LogDiagnosis => read(lines.join('\r\n'));

const issuesIn = ({ answers }: LogDiagnosis): string[] => answers.map(({ candidate }) => candidate.issue.id);

const forbidden = [
  '[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_PROXY_MUTUALAUTH/72057594037927941/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
  '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden',
].map(record);
const forbiddenIssue = 'the-iis-binding-does-not-fit-the-mode-of-the-management-point-403-cmgconnector_forbidden';
const expired = [record('[CCMHTTP] ERROR INFO: StatusCode=401 StatusText=CMGService_Invalid_Token', 1)];
const expiredIssue = 'the-clients-token-has-expired-401-cmgservice_invalid_token';

test('a fault among everyday lines is found, with its place and its neighbours', () => {
  const { diagnosis, answers } = readLines(hidden(forbidden));
  expect(diagnosis.verdict).toBe('match');
  expect(answers.map(({ candidate }) => [candidate.issue.id, candidate.evidence[0]?.line])).toEqual([
    [forbiddenIssue, 602],
  ]);
  expect(answers[0]?.fault).toEqual({
    line: 602,
    text: '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden',
    count: 1,
    firstLine: 602,
    lastLine: 602,
    before: [expect.stringContaining('Download of job'), expect.stringContaining('CCM_E_BAD_HTTP_STATUS_CODE')],
    after: [expect.stringContaining('Refreshing'), expect.stringContaining('Policy evaluation')],
  });
});

test('a fault that recurs is one answer, and says how often', () => {
  const { answers } = readLines([...hidden(forbidden), ...hidden(forbidden), ...forbidden]);
  expect(answers).toHaveLength(1);
  expect(answers[0]?.fault).toMatchObject({ count: 3, firstLine: 602, lastLine: 2406 });
  expect(answers[0]?.candidate.evidence[0]?.why).toMatch(/; seen 3 times, first at line 602, last at line 2,406$/);
});

test('several faults are several answers', () => {
  const log = readLines([...hidden(forbidden), ...hidden(expired)]);
  expect(issuesIn(log).sort()).toEqual([expiredIssue, forbiddenIssue].sort());
  expect(
    log.diagnosis.candidates
      .slice(0, 2)
      .map(({ issue }) => issue.id)
      .sort(),
  ).toEqual(issuesIn(log).sort());
});

test('a log of everyday lines has no answer, generic failures or not', () => {
  const { diagnosis, answers, unexplained } = readLines(ordinary(2000));
  expect(diagnosis.verdict).toBe('none');
  expect(answers).toEqual([]);
  expect(unexplained.map(({ text }) => text.replace(/\d+/g, '#'))).toContain('Retrying in # seconds, last error #x#');
});

test('what no article explains is told, the most definite first, with its codes', () => {
  const { diagnosis, unexplained } = readLines(hidden([record('The index is corrupt: 0xC0000102', 1)]));
  expect(diagnosis.verdict).toBe('none');
  expect(diagnosis.codes[0]).toMatchObject({ value: '0xc0000102', line: 601 });
  expect(unexplained[0]).toMatchObject({ line: 601, text: 'The index is corrupt: 0xC0000102' });
});

describe('several logs of one client', () => {
  const at = (time: string, message: string): string =>
    `<![LOG[${message}]LOG]!><time="${time}-60" date="03-06-2019" component="A" context="" type="1" thread="1" file="x.cpp:1">`;
  const host =
    'https://litwarecmg.cloudapp.net:443/downloadrestservice.svc/getcontentxmlsecure?pid=LIT00052&cid=LIT00052';
  const flag = '[CCMHTTP]             : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set';

  /** The host in one log, the flag in the other. */
  const read = (...logs: readonly (readonly string[])[]): LogDiagnosis => {
    const reader = knowledge.readLog();
    for (const lines of logs) {
      reader.push(Buffer.from(lines.join('\n')));
      reader.endFile();
    }
    return reader.end();
  };
  const downloads = hidden([at('16:06:39.334', `Target URL scheme is HTTPS: ${host}`)]);

  const surenessOf = ({ answers }: LogDiagnosis): number =>
    answers.find(({ candidate }) => candidate.article.path === 'cmg/content-download-cloudapp-name.md')?.candidate
      .confidence ?? 0;

  test('clocks that differ are put right by an id in both', () => {
    const columns = (time: string, message: string): string => `${message}\tA\t3/6/2019 ${time}\t5368 (0x14F8)`;
    const id = '0c7f2b19-71ab-4a53-8a0a-9a2b5c4d1e20';
    const asked = hidden([columns('4:06:39 PM', `Target URL scheme is HTTPS: ${host}&tid=GUID:${id}`)]);
    const refused = (time: string, tid: string): string[] =>
      hidden([
        columns(time, flag),
        columns(time, `[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered, tid=GUID:${tid}`),
      ]);
    const together = surenessOf(read(asked, refused('6:06:39 PM', id)));
    expect(together).toBeGreaterThan(surenessOf(read(asked, refused('6:06:39 PM', id.replace('0c', '1d')))));
  });

  test('what one tells at the same moment helps to understand what the other tells', () => {
    const together = surenessOf(read(downloads, hidden([at('16:06:39.391', flag)])));
    const apart = surenessOf(read(downloads, hidden([at('18:06:39.391', flag)])));
    expect(together).toBeGreaterThan(0.9);
    expect(together).toBeGreaterThan(apart);
  });
});

test.each([
  ['UTF-16 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['line feeds alone', (text: string) => Buffer.from(text.replaceAll('\r\n', '\n'))],
  ['no line breaks at all', (text: string) => Buffer.from(text.replaceAll('\r\n', ''))],
  ['no markup', (text: string) => Buffer.from(text.replaceAll(/<!\[LOG\[|\]LOG\]!>.*/g, ''))],
  ['binary bytes before it', (text: string) => Buffer.concat([Buffer.alloc(5000, 0x90), Buffer.from(`\n${text}`)])],
])('%s', (_, encoded) => {
  expect(issuesIn(read(encoded(hidden(forbidden).join('\r\n'))))).toEqual([forbiddenIssue]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(100_000)],
  ['bytes that are no text', Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 251))],
])('%s: no answer, and no failure', (_, bytes) => {
  expect(read(bytes)).toMatchObject({ diagnosis: { verdict: 'none', candidates: [] }, answers: [] });
});

test('a very long paste is read as a log', () => {
  const paste = [...hidden([], 2000), ...forbidden].join('\n');
  expect(paste.length).toBeGreaterThan(longestPaste);
  const { verdict, candidates } = knowledge.diagnose(paste);
  expect([verdict, candidates[0]?.issue.id]).toEqual(['match', forbiddenIssue]);
});

// The law of the knowledge base, for logs: a log excerpt that an article shows finds it wherever it stands.
const shown = articles.flatMap((article) =>
  article.issues.flatMap((issue) =>
    issue.symptoms.flatMap((block) =>
      block.kind === 'log' && issue.kind === 'fault'
        ? [{ name: `${article.path}#${issue.id}`, issue, text: block.text }]
        : [],
    ),
  ),
);

describe('what an article shows is found in a log', () => {
  test.each(shown)('$name', ({ issue, text }) => {
    const { diagnosis } = readLines(hidden(text.split('\n').map(record), 200));
    expect(diagnosis.verdict).not.toBe('none');
    expect(diagnosis.candidates.map((candidate) => candidate.issue.id)).toContain(issue.id);
  });
});
