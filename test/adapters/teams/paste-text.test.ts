import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { activitySchema } from '../../../adapters/teams/activity.js';
import { pasteText } from '../../../adapters/teams/paste-text.js';

const activity = (fields: object) => activitySchema.parse({ type: 'message', conversation: { id: 'c' }, ...fields });
const html = (content: string) => ({ contentType: 'text/html', content });

test('cleaning text twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const { text: once } = pasteText(activity({ text: raw.replaceAll('&', '') }));
      expect(pasteText(activity({ text: once })).text).toBe(once);
    }),
  );
});

test.each([
  { name: 'a megabyte of spaces', text: `a${' '.repeat(1_000_000)}b` },
  { name: 'a megabyte of empty lines', text: `a${'\n'.repeat(1_000_000)}b` },
  { name: '10,000 lines', text: 'StatusCode=403 StatusText=CMGConnector_Forbidden\n'.repeat(10_000) },
  { name: 'a megabyte without a break', text: 'x'.repeat(1_000_000) },
  { name: 'many marks', text: '<quoted '.repeat(100_000) },
])('$name take no time, as text or as HTML', ({ text }) => {
  // Quadratic reading would not come to an end within the time a test has.
  expect(() => {
    pasteText(activity({ text }));
    pasteText(activity({ text: '', attachments: [html(`<p>${text}</p>`)] }));
    pasteText(activity({ text, attachments: [html(text.replaceAll('\n', '<br>'))] }));
  }).not.toThrow();
});

test.each([
  { name: 'entities of no known shape', fields: { text: 'x', entities: [null, 1, { type: 'mention' }, {}] } },
  { name: 'attachments of no known shape', fields: { text: 'x', attachments: [null, 'y', html('<p>x</p>'), {}] } },
  {
    name: 'a mention without its text',
    fields: { text: 'x', entities: [{ type: 'mention', mentioned: { id: 'b' } }] },
  },
])('$name do no harm', ({ fields }) => expect(pasteText(activity(fields)).text).toBe('x'));

describe('what Teams has lost is', () => {
  const lines = 'Error 5 in A\nError 6 in B\nError 7 in C';
  test.each([
    { name: 'nothing in plain text', text: lines, rich: undefined, incomplete: false },
    { name: 'nothing where both say the same', text: lines, rich: lines.replaceAll('\n', '<br>'), incomplete: false },
    { name: 'line breaks alone', text: lines, rich: lines.replaceAll('\n', ' '), incomplete: false },
    { name: 'everything of the HTML, which is no loss', text: lines, rich: '<div></div>', incomplete: false },
    { name: 'words of the HTML', text: lines, rich: 'Error 5 in A<br>Error 5 in A', incomplete: true },
    {
      name: 'the address of a link',
      text: 'Error 5 in A, see our page (https://example.com/a) for it',
      rich: 'Error 5 in A, see <a href="https://example.com/a">our page</a> for it',
      incomplete: false,
    },
    { name: 'words of the text, which the HTML has', text: 'Error 5', rich: lines, incomplete: false },
  ])('$name', ({ text, rich, incomplete }) => {
    const attachments = rich === undefined ? [] : [html(rich)];
    expect(pasteText(activity({ text, attachments })).incomplete).toBe(incomplete);
  });
});
