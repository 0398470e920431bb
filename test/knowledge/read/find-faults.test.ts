import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  excerptOf,
  FaultFinder,
  type FaultFinderOptions,
  type FoundLines,
  faultAt,
} from '../../../knowledge/read/index.js';

/** A line tells as much as the number behind FAULT says. */
const weigher = { weigh: (line: string): number => Number(/FAULT(\d)/.exec(line)?.[1] ?? 0), knows: () => true };

function find(pieces: readonly (string | Uint8Array)[], options: FaultFinderOptions = {}): FoundLines {
  const finder = new FaultFinder(weigher, options);
  for (const piece of pieces) finder.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return finder.end();
}

const log = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

test('repeated lines are folded into their first', () => {
  const { known, lines } = find([
    log([
      'start',
      '10:00:01 FAULT7X at job 11',
      'between',
      '10:00:02 FAULT7X at job 12',
      '10:07:03 FAULT7X at job 4711',
      'end',
    ]),
  ]);
  expect(known).toEqual([
    {
      number: 2,
      text: '10:00:01 FAULT7X at job 11',
      log: 0,
      count: 3,
      firstLine: 2,
      lastLine: 5,
      before: [expect.objectContaining({ number: 1, text: 'start' })],
      after: [
        expect.objectContaining({ number: 3, text: 'between' }),
        expect.objectContaining({ number: 4, text: '10:00:02 FAULT7X at job 12', count: 3 }),
        expect.objectContaining({ number: 5 }),
        expect.objectContaining({ number: 6, text: 'end' }),
      ],
    },
  ]);
  expect(lines).toBe(6);
});

test('the heaviest lines are kept, of equal ones the first', () => {
  const lines = ['FAULT3 a', 'FAULT5 b', 'FAULT1 c', 'FAULT5 d', 'FAULT9 e', 'FAULT5 f'];
  expect(find([log(lines)], { mostKnown: 3 }).known.map(({ text }) => text)).toEqual([
    'FAULT9 e',
    'FAULT5 b',
    'FAULT5 d',
  ]);
});

test('lines that report a failure by themselves are kept too', () => {
  const { known, reports } = find([log(['fine', 'The service failed', 'Setup failed with 0x87d00454', 'fine again'])]);
  expect(known).toEqual([]);
  expect(reports.map(({ text }) => text)).toEqual(['Setup failed with 0x87d00454', 'The service failed']);
});

describe('lines that differ in names alone', () => {
  const name = (at: number): string =>
    [7, 11, 13, 17].map((step) => 'abcdefghij'.charAt((at * step) % 10)).join('') + at;
  const known = { knows: (word: string): boolean => /^(?:FAULT.*|opened|by|failed)$/.test(word) };

  test('are weighed once, and leave room for others', () => {
    let weighed = 0;
    const counting = {
      ...known,
      weigh: (line: string): number => {
        weighed += 1;
        return weigher.weigh(line);
      },
    };
    const named = Array.from(
      { length: 3000 },
      (_, at) => `FAULT4 opened by ${name(at).replace(/\d/g, '')}${'x'.repeat(at % 40)}`,
    );
    const finder = new FaultFinder(counting, { mostKnown: 4, mostReports: 0 });
    finder.push(Buffer.from(log([...named, 'FAULT2 failed', 'FAULT3'])));
    expect(finder.end().known.map(({ text }) => text)).toEqual([named[0], 'FAULT3', 'FAULT2 failed']);
    expect(weighed).toBe(3);
  });

  test('are reports of their own, until there are enough', () => {
    const finder = new FaultFinder({ ...known, weigh: () => 0 }, { mostReports: 3 });
    finder.push(
      Buffer.from(
        log(['alpha failed', 'beta failed', 'gamma failed', 'delta failed', 'epsilon failed with 0x87d00454']),
      ),
    );
    expect(finder.end().reports.map(({ text }) => text)).toEqual([
      'epsilon failed with 0x87d00454',
      'alpha failed',
      'beta failed',
    ]);
  });
});

test('a line among thousands of others, seen early and late', () => {
  const ordinary = Array.from(
    { length: 5000 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26))} ${'x'.repeat(at % 500)} went by`,
  );
  const { known } = find([log(['FAULT4 here', ...ordinary, 'FAULT4 here'])], { most: 1000 });
  expect(known).toEqual([expect.objectContaining({ number: 1, count: 2, lastLine: 5002 })]);
});

describe('odd logs', () => {
  test.each([
    { name: 'nothing', pieces: [''], found: [], lines: 0 },
    { name: 'empty lines', pieces: ['\r\n\n\n'], found: [], lines: 3 },
    { name: 'no line break', pieces: ['FAULT2'], found: [1], lines: 1 },
    { name: 'a torn last line', pieces: ['one\nFAULT2 to'], found: [2], lines: 2 },
    { name: 'bytes that are no text', pieces: [Buffer.alloc(10_000, 7), '\nFAULT2\n'], found: [2], lines: 2 },
    {
      name: 'no character of UTF-8',
      pieces: [Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0a]), 'FAULT2'],
      found: [2],
      lines: 2,
    },
    {
      name: 'one line of five megabytes',
      pieces: [`${'lorem ipsum '.repeat(200_000)}FAULT2 ${'dolor sit '.repeat(260_000)}`],
      found: [1],
      lines: 1,
    },
  ])('$name', ({ pieces, found, lines }) => {
    const result = find(pieces);
    expect(result.known.map(({ number }) => number)).toEqual(found);
    expect(result.lines).toBe(lines);
  });
});

test('one log after the other', () => {
  const finder = new FaultFinder(weigher);
  finder.push(Buffer.from('one\ntwo'));
  expect(finder.endFile()).toBe(2);
  finder.push(Buffer.from('FAULT2\n'));
  expect(finder.endFile()).toBe(3);
  expect(finder.end().known).toEqual([expect.objectContaining({ number: 3, log: 1, before: [], after: [] })]);
});

test('a log is the same however it is divided', () => {
  const line = fc.oneof(
    fc.stringMatching(/^FAULT[1-9] [a-d]{0,3} \d{0,4}$/),
    fc.stringMatching(/^[a-c]{0,4} failed \d{0,2}$/),
    fc.stringMatching(/^[a-z ]{0,80}$/),
    fc.constantFrom('', 'größer', '<![LOG[FAULT3]LOG]!><time="1">'),
  );
  const options = { mostKnown: 4, mostReports: 2, neighbours: 2, longest: 40, held: 512, most: 16 };
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
      (all, sizes) => {
        const bytes = Buffer.from(log(all));
        const pieces: Buffer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(find(pieces, options)).toEqual(find([bytes], options));
      },
    ),
  );
});

describe('an excerpt', () => {
  test('leaves out what the log says all the time, and what says the same again', () => {
    const usual = Array.from({ length: 20 }, (_, at) => `heartbeat ${at}`);
    const { known } = find([
      log([...usual, 'the cause', 'heartbeat 21', 'FAULT2 of job 1', 'FAULT2 of job 2', 'heartbeat 22', 'the end']),
    ]);
    expect(known.map((line) => excerptOf(line))).toEqual([
      { text: 'the cause\nFAULT2 of job 1\nthe end', numbers: [21, 23, 26] },
    ]);
  });

  test('shows a fault as it stands in the log, without markup', () => {
    const record = (message: string): string =>
      `<![LOG[${message}]LOG]!><time="13:12:15.500+000" date="09-25-2023" component="A" type="1" thread="1">`;
    const { known } = find([
      log(['one', record('two'), record('FAULT2'), 'torn]LOG]!><time="13:12:15.500+000" type="1">', 'five', 'six']),
    ]);
    expect(known.map((line) => faultAt([line], line.number))).toEqual([
      { line: 3, text: 'FAULT2', count: 1, firstLine: 3, lastLine: 3, before: ['one', 'two'], after: ['torn', 'five'] },
    ]);
  });
});
