import { describe, expect, test } from '@jest/globals';
import { activityFromView, maxTextBytes } from '../../../adapters/teams/activity-from-view.js';
import type { Part, View } from '../../../bot/index.js';
import { drawPlainly } from '../echo-bot.js';

const choice = { label: 'Yes', action: { caseId: 'c', revision: 1, verb: 'yes' } };
const view = (parts: readonly Part[], choices: View['choices'] = []): View => ({ summary: 'In short', parts, choices });

test('something to press makes a card', () => {
  const { text, summary, attachments } = activityFromView(view([{ kind: 'text', text: 'x' }], [choice]), drawPlainly);
  expect({ text, summary, types: attachments?.map(({ contentType }) => contentType) }).toEqual({
    text: undefined,
    summary: 'In short',
    types: ['application/vnd.microsoft.card.adaptive'],
  });
});

test('so does a text that is too long for a message', () => {
  const long = view([{ kind: 'code', text: 'x'.repeat(maxTextBytes) }]);
  expect(activityFromView(long, drawPlainly)).toMatchObject({ attachments: [{}] });
});

describe('the rest is text in the Markdown of Teams', () => {
  test.each<{ name: string; part: Part; text: string }>([
    { name: 'a title', part: { kind: 'title', text: 'Paste *it*' }, text: '**Paste _it_**' },
    {
      name: 'text',
      part: { kind: 'text', text: 'a **b** `c_d` [e](https://f)' },
      text: 'a **b** `c_d` [e](https://f)',
    },
    {
      name: 'pasted text',
      part: { kind: 'text', text: 'a \\*b\\* \\[c\\](d) <b>&' },
      text: 'a \\*b\\* \\[c\\](d) &lt;b&gt;&amp;',
    },
    { name: 'a link to nowhere safe', part: { kind: 'text', text: '[x](javascript:y)' }, text: 'x' },
    {
      name: 'a log',
      part: { kind: 'code', text: '<![LOG[a]LOG]!>\n  *b*', caption: 'smsts.log' },
      text: '**smsts.log**\n\n```\n<![LOG[a]LOG]!>\n  *b*\n```',
    },
    { name: 'a log with a fence', part: { kind: 'code', text: '```\nx' }, text: '````\n```\nx\n````' },
    { name: 'a list', part: { kind: 'list', ordered: false, items: ['a', 'b'] }, text: '- a\n- b' },
    { name: 'steps', part: { kind: 'list', ordered: true, items: ['a', 'b'], start: 3 }, text: '3. a\n4. b' },
    { name: 'facts', part: { kind: 'facts', facts: [{ name: 'n', value: 'v' }] }, text: '- **n:** v' },
    {
      name: 'a table',
      part: {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['c', 'd|e'],
        ],
      },
      text: '- a | b\n- c | d\\|e',
    },
    { name: 'progress', part: { kind: 'progress', done: 1, total: 2, label: 'Step 2 of 2' }, text: '_Step 2 of 2_' },
    {
      name: 'a box',
      part: {
        kind: 'box',
        tone: 'good',
        parts: [
          { kind: 'text', text: 'a' },
          { kind: 'text', text: 'b' },
        ],
      },
      text: 'a\n\nb',
    },
  ])('$name', ({ part, text }) => {
    expect(activityFromView(view([part]), drawPlainly)).toMatchObject({
      type: 'message',
      textFormat: 'markdown',
      text,
    });
  });
});
