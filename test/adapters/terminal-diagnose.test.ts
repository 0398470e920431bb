// pastefix diagnose over files and standard input, short ones and long ones.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createColors } from 'picocolors';
import { loadKnowledge } from '../../adapters/knowledge-files.js';
import { defaultArticles } from '../../adapters/project-folder.js';
import { type DiagnoseOptions, diagnose } from '../../adapters/terminal/diagnose.js';
import { type LogSource, placeIn, readLog } from '../../adapters/terminal/read-log.js';
import { UsageError } from '../../adapters/terminal/usage-error.js';
import type { Knowledge } from '../../knowledge/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pastefix-diagnose-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge([defaultArticles()]);
});

const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Told {
  readonly status: 0 | 1;
  readonly text: string;
  readonly progress: readonly string[];
}

async function run(
  files: readonly string[],
  options: DiagnoseOptions = {},
  input: readonly (string | Buffer)[] = [],
): Promise<Told> {
  const text: string[] = [];
  const progress: string[] = [];
  const output = {
    colours: createColors(false),
    width: 100,
    print: (line: string) => void text.push(line),
    progress: (line: string) => void progress.push(line),
  };
  const status = await diagnose(knowledge, files, options, Readable.from(input), output);
  return { status, text: text.join('\n'), progress };
}

const decisive = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const everyday = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, at) => `${at} Policy evaluation cycle ${at} finished in ${at % 97} milliseconds\r\n`,
  ).join('');
const longLog = `${everyday(4000)}before it\r\n${decisive}\r\nafter it\r\n${everyday(4000)}${decisive}\r\n`;

const bigEndFirst = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const record = (message: string): string =>
  `<![LOG[${message}]LOG]!><time="09:10:00.1-60" date="03-06-2019" component="A" context="" type="3" thread="1" file="x">`;

const answerOf = ({ text }: Told): unknown => JSON.parse(text);
const expected = {
  verdict: 'match',
  matches: expect.arrayContaining([
    expect.objectContaining({
      article: 'cmg/forbidden-iis-binding.md',
      evidence: expect.arrayContaining([expect.objectContaining({ text: decisive })]),
    }),
  ]),
};

describe('the same answer object, whatever the size', () => {
  test.each<[name: string, path: () => string, line: number]>([
    ['a short file', () => fileOf('short.log', `one\r\n${decisive}\r\n`), 2],
    ['a file in UTF-8 with a mark', () => fileOf('marked.log', `\ufeffone\r\n${decisive}\r\n`), 2],
    ['one in UTF-16', () => fileOf('le.log', Buffer.from(`\ufeffone\r\n${decisive}`, 'utf16le')), 2],
    ['one in UTF-16, big end first', () => fileOf('be.log', bigEndFirst(`\ufeffone\r\n${decisive}`)), 2],
    [
      'one whose first and last lines are torn',
      () => fileOf('torn.log', `rror 0x8]LOG]!><time="09:1\r\n${record(decisive)}\r\n<![LOG[torn at the e`),
      2,
    ],
    ['a long file', () => fileOf('long.log', longLog), 4002],
    ['a long file in UTF-16', () => fileOf('wide.log', Buffer.from(`\ufeff${longLog}`, 'utf16le')), 4002],
  ])('%s', async (_, path, line) => {
    const told = await run([path()], { json: true });
    expect(told.status).toBe(0);
    expect(answerOf(told)).toMatchObject(expected);
    expect(answerOf(told)).toHaveProperty(['matches', '0', 'evidence', '0', 'line'], line);
    expect(Object.keys(answerOf(told) as object)).toEqual(['id', 'verdict', 'matches', 'codes']);
  });

  test('standard input, in pieces of any size', async () => {
    const bytes = Buffer.from(longLog);
    const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 100_001), bytes.subarray(100_001)];
    expect(answerOf(await run([], { json: true }, pieces))).toMatchObject({ ...expected, id: '-' });
  });

  test('lines are counted through all files', async () => {
    const files = [fileOf('first.log', everyday(3)), fileOf('second.log', decisive)];
    expect(answerOf(await run(files, { json: true }))).toHaveProperty(['matches', '0', 'evidence', '0', 'line'], 5);
    const longFiles = [fileOf('first-long.log', everyday(8000)), ...files];
    expect(answerOf(await run(longFiles, { json: true }))).toHaveProperty(
      ['matches', '0', 'evidence', '0', 'line'],
      8004,
    );
  });
});

describe('for a person', () => {
  test('the decisive line stands between its neighbours', async () => {
    const { text } = await run([
      fileOf('neighbours.log', `far\ntwo before\nright before\n${decisive}\nright after\ntwo after\nfar`),
    ]);
    expect(text).toContain(
      [
        '          two before',
        '          right before',
        `  line 4: ${decisive}`,
        '          right after',
        '          two after',
      ].join('\n'),
    );
    expect(text).not.toContain('far');
  });

  test('in a long log too, with how often it was seen', async () => {
    const { text } = await run([fileOf('often.log', longLog)]);
    expect(text).toContain(`             before it\n  line 4002: ${decisive}\n             after it`);
    expect(text).toContain('seen 2 times, first at line 4,002, last at line 8,004');
  });

  test('the file is named where there are several', async () => {
    const files = [fileOf('a.log', everyday(8000)), fileOf('b.log', `one\n${decisive}`)];
    expect((await run(files)).text).toContain(`${files[1]} line 2: ${decisive}`);
  });

  test('several faults are told to be several, each with its answer', async () => {
    const expired = '[CCMHTTP] ERROR INFO: StatusCode=401 StatusText=CMGService_Invalid_Token';
    const { text } = await run([fileOf('two.log', `${decisive}\nfine so far\n${expired}`)]);
    expect(text).toMatch(/^2 faults, the surest first\n/);
    expect(text.match(/^What to do$/gm)).toHaveLength(2);
    expect(text).toContain(`line 1: ${decisive}`);
    expect(text).toContain(`line 3: ${expired}`);
  });

  test('what may be one of several things shows its line between its neighbours, and asks', async () => {
    const { text } = await run([fileOf('several.log', 'before it\nerror: (403) Forbidden\nafter it')]);
    expect(text).toContain('          before it\n  line 2: error: (403) Forbidden\n          after it');
    expect(text).toMatch(/Does the log say CMGConnector_\w+ or CMGConnector_\w+\?/);
  });

  test('characters that steer a terminal do not reach it', async () => {
    const { text } = await run([fileOf('escape.log', `\u001b[31mred\u001b[0m\n${decisive}\n\u001b]0;title\u0007`)]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('a log that nothing is known about has no answer, and says what it reports', async () => {
    const { status, text } = await run([fileOf('unknown.log', `${everyday(8000)}The index is corrupt: 0xC0000102\n`)]);
    expect(status).toBe(1);
    expect(text).toContain('What the log reports');
    expect(text).toContain('line 8001: The index is corrupt: 0xC0000102');
  });
});

describe('what cannot be read', () => {
  test.each([
    ['no such file', () => join(folder, 'missing.log'), /^cannot read .*missing\.log: there is no such file$/],
    ['a folder', () => folder, /^cannot read .*: it is a folder; name the logs in it$/],
    [
      'a gzip archive',
      () => fileOf('log.gz', Buffer.from('1f8b0800', 'hex')),
      /log\.gz is a gzip archive: unpack it, and give the log itself$/,
    ],
    [
      'a zip archive',
      () => fileOf('log.zip', Buffer.from('504b030414000000', 'hex')),
      /log\.zip is a zip archive: unpack it, and give the log itself$/,
    ],
    ['an event log', () => fileOf('a.evtx', 'ElfFile\u0000\u0000'), /a\.evtx is an event log: save it as text first$/],
  ])('%s', async (_, path, message) => {
    const attempt = run([path()]);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(message);
  });

  test('a missing file is told before the first one is read', async () => {
    const { path, asked } = { path: join(folder, 'missing.log'), asked: fileOf('present.log', decisive) };
    await expect(run([asked, path])).rejects.toThrow('missing.log');
  });
});

test('reading tells how far it is', async () => {
  const told: (readonly [number, number | undefined])[] = [];
  const pieces = [Buffer.from('one\n'), Buffer.from('two\n')];
  const source = (size?: number): LogSource => ({
    name: 'x',
    ...(size !== undefined && { size }),
    async *pieces() {
      yield* pieces;
    },
  });
  await readLog([source(8), source(8)], () => knowledge.readLog(), { progress: (...step) => void told.push(step) });
  expect(told).toEqual([
    [4, 16],
    [8, 16],
    [12, 16],
    [16, 16],
  ]);
  told.length = 0;
  await readLog([source()], () => knowledge.readLog(), { progress: (...step) => void told.push(step) });
  expect(told).toEqual([
    [4, undefined],
    [8, undefined],
  ]);
});

test.each([
  [1, 'a.log line 1'],
  [10, 'a.log line 10'],
  [11, 'b.log line 1'],
])('line %d of two files is %s', (line, expected) => {
  expect(
    placeIn(
      [
        { name: 'a.log', linesBefore: 0 },
        { name: 'b.log', linesBefore: 10 },
      ],
      line,
    ),
  ).toBe(expected);
});
