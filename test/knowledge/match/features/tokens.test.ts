import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { symbolsOf } from '../../../../knowledge/match/features/symbols.js';
import { hashText, makeTokens, Shape, tokenAt, tokenize } from '../../../../knowledge/match/features/tokens.js';

const tokens = makeTokens();
const read = (line: string): { text: string; shape: string; tied: boolean }[] => {
  tokenize(line, tokens);
  const { start, end, shape, tied } = tokens;
  return Array.from({ length: tokens.length }, (_, at) => ({
    text: line.slice(start[at], end[at]),
    shape: Shape[shape[at] ?? 0] ?? '',
    tied: shape[at] !== Shape.part && tied[at] === 1,
  }));
};

test.each([
  { name: 'words', line: 'Access is denied.', expected: ['word Access', 'word is', 'word denied'] },
  { name: 'numbers', line: 'took 310 ms', expected: ['word took', 'number 310', 'word ms'] },
  {
    name: 'names in parts, underscores at their ends left out',
    line: '__CMGConnector_Forbidden__',
    expected: ['symbol CMGConnector_Forbidden', 'part CMG', 'part Connector', 'part Forbidden'],
  },
  { name: 'letters with a number', line: '(AADSTS50105)', expected: ['name AADSTS50105'] },
  {
    name: 'Latin names between Chinese, Japanese and Korean, with no blank',
    line: '访问samba服务器 エラー53が Windows에서',
    expected: [
      'word 访问',
      'word samba',
      'word 服务器',
      'word エラー',
      'number 53',
      'word が',
      'word Windows',
      'word 에서',
    ],
  },
  { name: 'letters of every script', line: 'Größe: ключ', expected: ['word Größe', 'word ключ'] },
])('$name', ({ line, expected }) => {
  expect(read(line).map(({ shape, text }) => `${shape} ${text}`)).toEqual(expected);
});

test.each([
  { line: 'System.Data', tied: true },
  { line: 'C:\\Windows', tied: true },
  { line: 'std::string', tied: true },
  { line: 'https://host', tied: true },
  { line: 'Data. System', tied: false },
  { line: 'a, b', tied: false },
])('what stands between ties: $line', ({ line, tied }) =>
  expect(read(line).map((token) => token.tied)).toEqual([false, tied]),
);

test.each([
  { written: "The file isn't there, it can't be read", meant: 'The file is not there, it can not be read' },
  { written: 'It cannot be; it won’t be', meant: 'It can not be; it will not be' },
  { written: "DOESN'T", meant: 'does not' },
])('$written is read as $meant', ({ written, meant }) => {
  const hashesOf = (text: string): number[] => {
    tokenize(text, tokens);
    return [...tokens.hash.subarray(0, tokens.length)];
  };
  expect(hashesOf(written)).toEqual(hashesOf(meant));
});

const piece = fc.constantFrom('Foo', 'bar', 'SQL', 'KB', 'ms', '12', '4455', '_', '__', ' ', '.', '-', 'é', '“');
const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('a token is known by its small letters', () => {
  fc.assert(
    fc.property(line, (text) => {
      for (const [at, token] of read(text).entries()) expect(tokens.hash[at]).toBe(hashText(token.text.toLowerCase()));
    }),
  );
});

test('names that people copy stand in the tokens that may be names, and nowhere else', () => {
  fc.assert(
    fc.property(line, (text) => {
      tokenize(text, tokens);
      const among = Array.from(tokens.name.subarray(0, tokens.names), (token) => tokenAt(text, tokens, token));
      expect(new Set(among.flatMap(symbolsOf))).toEqual(new Set(symbolsOf(text)));
    }),
  );
});
