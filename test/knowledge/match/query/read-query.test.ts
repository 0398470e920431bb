import { describe, expect, test } from '@jest/globals';
import { codeHash } from '../../../../knowledge/match/features/features.js';
import { isPhrase } from '../../../../knowledge/match/features/kind.js';
import { readQuery } from '../../../../knowledge/match/query/read-query.js';

/** The line that a code counts in. */
const lineOf = (paste: string, code: number): string | undefined => {
  const { lines, features } = readQuery(paste);
  return lines[features.get(codeHash(code))?.at ?? -1]?.text;
};

test.each([
  {
    name: 'the line that reports it, said in passing before',
    paste: 'Asking for 0x1d001 again\nThe mailbox was refused: 0x1d001',
    expected: 'The mailbox was refused: 0x1d001',
  },
  {
    name: 'the first of two that report it',
    paste: 'The mailbox was refused: 0x1d001\nMoving it failed with 0x1d001',
    expected: 'The mailbox was refused: 0x1d001',
  },
  {
    name: 'the report, the stack below it aside',
    paste: 'The mailbox was refused: 0x1d001\n   at Contoso.Mailbox.Open(0x1d001)',
    expected: 'The mailbox was refused: 0x1d001',
  },
])('a code counts in $name', ({ paste, expected }) => expect(lineOf(paste, 0x1d001)).toBe(expected));

test('fields that every record has are read for their words, not for how these stand', () => {
  const { lines, features } = readQuery('Source: Contoso Mail\nKeywords: Classic\nThe mailbox was refused.');
  const inPhrases = new Set(
    [...features.values()].filter(({ kind }) => isPhrase(kind)).map(({ at }) => lines[at]?.text),
  );
  expect(inPhrases).toEqual(new Set(['The mailbox was refused.']));
});

test('what a console advises is no report, up to a blank line or the next error', () => {
  const paste = [
    'Error (2912)',
    'The server could not be reached.',
    'Recommended Action',
    'Check whether the service failed to start.',
    'Error (2927)',
    'It was refused.',
    'Recommended actions: see which address is missing.',
    '',
    'The mailbox is missing.',
    'Possible causes are:',
    '-The name of the server does not exist.',
  ].join('\n');
  expect(readQuery(paste).lines.map(({ role }) => role)).toEqual([
    'tells',
    'tells',
    'plain',
    'plain',
    'tells',
    'tells',
    'plain',
    'tells',
    'plain',
    'plain',
  ]);
});

test('what any fault may end in is no report beside one that says more', () => {
  const { lines } = readQuery('The mailbox was refused.\nThe system cannot find the file specified.');
  expect(lines.map(({ role }) => role)).toEqual(['tells', 'plain']);
});

describe('what passes an error on is no report beside that error', () => {
  test.each([
    {
      name: 'in words',
      paste: 'Error deleting the mailbox: request failed: StatusCode=409 -- Original Error: It is not allowed',
      passesOn: 'Error deleting the mailbox: request failed: StatusCode=409',
      fault: 'It is not allowed',
    },
    {
      name: 'in details',
      paste: '{"error":{"code":"DeploymentFailed","message":"It failed.","details":[{"code":"SkuNotAvailable"}]}}',
      passesOn: '{"error":{"code":"DeploymentFailed","message":"It failed.",',
      fault: '{"code":"SkuNotAvailable"}]}}',
    },
    {
      name: 'as text within text',
      paste: String.raw`{"code":"Conflict","message":"{ \"status\": \"Failed\", \"error\": \"SkuNotAvailable\"}"}`,
      passesOn: '{"code":"Conflict",',
      fault: String.raw`{ \"status\": \"Failed\", \"error\": \"SkuNotAvailable\"}"}`,
    },
    {
      name: 'as an inner error',
      paste: '{"message":"It failed.","innererror":{"message":"The mailbox is full"}}',
      passesOn: '{"message":"It failed.",',
      fault: '{"message":"The mailbox is full"}}',
    },
  ])('$name', ({ paste, passesOn, fault }) =>
    expect(readQuery(paste).lines.map(({ line, text, role }) => ({ line, text, role }))).toEqual([
      { line: 1, text: passesOn, role: 'plain' },
      { line: 1, text: fault, role: 'tells' },
    ]),
  );

  test('but details that tell nothing pass nothing on', () => {
    const paste =
      '{"error":{"code":"Forbidden","message":"It failed.","innerError":{"date":"2024-07-07"},"details":[]}}';
    expect(readQuery(paste).lines.map(({ text }) => text)).toEqual([paste]);
  });
});
