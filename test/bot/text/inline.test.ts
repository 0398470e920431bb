import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../bot/text/escape-markdown.js';
import { inlineToText, parseInline, type Run } from '../../../bot/text/inline.js';

describe('inline Markdown is read as runs', () => {
  test.each<{ markdown: string; runs: readonly Run[] }>([
    { markdown: '', runs: [] },
    { markdown: 'plain text', runs: [{ text: 'plain text' }] },
    { markdown: 'a **bold** word', runs: [{ text: 'a ' }, { text: 'bold', bold: true }, { text: ' word' }] },
    { markdown: '*slanted*', runs: [{ text: 'slanted', italic: true }] },
    { markdown: '***both***', runs: [{ text: 'both', bold: true, italic: true }] },
    {
      markdown: '**bold and *both***',
      runs: [
        { text: 'bold and ', bold: true },
        { text: 'both', bold: true, italic: true },
      ],
    },
    {
      markdown: '*slanted and **both***',
      runs: [
        { text: 'slanted and ', italic: true },
        { text: 'both', italic: true, bold: true },
      ],
    },
    { markdown: 'run `a *b* \\c`', runs: [{ text: 'run ' }, { text: 'a *b* \\c', code: true }] },
    { markdown: '[here](https://a.example/b?c=d)', runs: [{ text: 'here', href: 'https://a.example/b?c=d' }] },
    { markdown: '[**here**](https://a.example)', runs: [{ text: 'here', bold: true, href: 'https://a.example' }] },
    { markdown: '[here](javascript:alert(1))', runs: [{ text: 'here)' }] },
    { markdown: '[here](other.md#part)', runs: [{ text: 'here' }] },
    { markdown: '\\*as it is\\* \\[x\\](y)', runs: [{ text: '*as it is* [x](y)' }] },
    { markdown: 'C:\\Windows\\CCM', runs: [{ text: 'C:\\Windows\\CCM' }] },
    { markdown: 'CCM_E_NO_CLIENT <b>&lt;', runs: [{ text: 'CCM_E_NO_CLIENT <b>&lt;' }] },
    { markdown: '2 * 3 * 4', runs: [{ text: '2 * 3 * 4' }] },
    { markdown: 'never **closed', runs: [{ text: 'never **closed' }] },
    { markdown: 'never `closed', runs: [{ text: 'never `closed' }] },
    { markdown: '[never closed', runs: [{ text: '[never closed' }] },
  ])('$markdown', ({ markdown, runs }) => expect(parseInline(markdown)).toEqual(runs));
});

test('escaped text is one run that says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'*_`[]()\\<>&# ab!~|:/.'), minLength: 1 }), (text) => {
      const expected = text.replace(/\s+/g, ' ');
      expect(parseInline(escapeMarkdown(text))).toEqual([{ text: expected }]);
      expect(inlineToText(escapeMarkdown(text))).toBe(expected);
    }),
  );
});

test('escaped text stays itself beside Markdown', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'*`[]()\\ ab'), minLength: 1 }), (text) => {
      const shown = inlineToText(`**bold** ${escapeMarkdown(text)} **bold**`);
      expect(shown).toBe(`bold ${text.replace(/\s+/g, ' ')} bold`);
    }),
  );
});
