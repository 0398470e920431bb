import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textFromHtml } from '../../../adapters/teams/text-from-html.js';

const text = (html: string) => textFromHtml(html, () => false)?.own;
const escaped = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

test('whatever was written in a code block is read back', () => {
  const line = fc.string({ unit: 'grapheme-ascii' }).filter((s) => s.trim() !== '');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const code = lines.map(escaped);
      expect(text(`<codeblock class=""><code>${code.join('\n')}</code></codeblock>`)).toBe(`${lines.join('\n')}\n`);
      expect(text(`<pre class="language-x"><code>${code.join('<br>')}</code></pre>`)).toBe(`${lines.join('\n')}\n`);
    }),
  );
});

test('any string is read without an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (html) => typeof text(html) === 'string'));
});

test.each([
  { name: 'deeply nested elements', html: '<div>'.repeat(200_000) },
  { name: 'elements that nothing closes', html: '<b>'.repeat(100_000) + '</i>'.repeat(100_000) },
])('$name are given up at once', ({ html }) => {
  expect(text(html)).toBeUndefined();
});

test.each([
  { name: 'angle brackets', html: '<'.repeat(500_000) },
  { name: 'ampersands', html: '&'.repeat(500_000) },
  { name: 'log markup', html: '<![LOG['.repeat(50_000) },
  { name: 'an attribute that never ends', html: `<a b="${'x'.repeat(500_000)}` },
  { name: 'white space', html: `${' '.repeat(250_000)}${'\n'.repeat(250_000)}` },
  { name: 'white space in a code block', html: `<pre>${' '.repeat(250_000)}x${'\n'.repeat(250_000)}</pre>` },
])('a great many of $name take no time', ({ html }) => {
  // Quadratic reading would not come to an end within the time a test has.
  expect(() => text(html)).not.toThrow();
});
