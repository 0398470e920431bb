import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lexer, type Token, type Tokens } from 'marked';
import { commonMark, fenced } from '../../../bot/text/common-mark.js';
import { escapeMarkdown } from '../../../bot/text/escape-markdown.js';

test.each([
  ['**bold** and *italic*', '**bold** and _italic_'],
  ['`a_b` [text](https://example.com/x)', '`a_b` [text](https://example.com/x)'],
  ['# no heading', '\\# no heading'],
  ['1. no list', '1\\. no list'],
  ['- no list', '\\- no list'],
  ['---', '\\---'],
  ['first\nsecond', 'first  \n  second'],
  ['<script> & co', '&lt;script&gt; &amp; co'],
])('%j', (markdown, expected) => {
  expect(commonMark(markdown)).toBe(expected);
});

test('any text is one paragraph that says what the text says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 80 }), (text) => {
      const shown = escapeMarkdown(text).trim();
      const tokens = new Lexer().lex(commonMark(shown));
      expect(tokens.filter(({ type }) => type !== 'space').map(({ type }) => type)).toEqual(
        shown === '' ? [] : ['paragraph'],
      );
      expect(textOf(tokens)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 500 },
  );
});

test('a fence holds whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '```', '\n', 'a', '~~~', ' ')), (pieces) => {
      const text = `x${pieces.join('')}x`;
      const [code, ...others] = new Lexer().lex(fenced(text));
      expect([code?.type, others]).toEqual(['code', []]);
      expect((code as Tokens.Code).text).toBe(text);
    }),
  );
});

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens !== undefined) return textOf(token.tokens);
      const raw = 'text' in token ? String(token.text) : '';
      return token.type === 'escape' ? raw : raw.replace(/&(?:lt|gt|amp);/g, (name) => entities[name] ?? name);
    })
    .join('')
    .replaceAll('\u2060', '');
}
