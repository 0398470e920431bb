import { describe, expect, test } from '@jest/globals';
import { createColors } from 'picocolors';
import { drawView } from '../../adapters/terminal/draw-view.js';
import type { Part, View } from '../../bot/index.js';

const plain = { colours: createColors(false), width: 40 };

const view = (parts: readonly Part[], choices: View['choices'] = []): View => ({ summary: 'A view', parts, choices });

describe('a view at a terminal', () => {
  test.each<{ name: string; part: Part; drawn: readonly string[] }>([
    { name: 'a title', part: { kind: 'title', text: 'A \\*title\\*' }, drawn: ['A *title*'] },
    {
      name: 'text wraps between words',
      part: { kind: 'text', text: 'The certificate in the **binding** does not fit the mode.' },
      drawn: ['The certificate in the binding does not', 'fit the mode.'],
    },
    {
      name: 'a link shows where it leads',
      part: { kind: 'text', text: 'See [the article](https://example.com).' },
      drawn: ['See the article (https://example.com).'],
    },
    {
      name: 'code keeps its shape, however long',
      part: { kind: 'code', text: `  ${'x'.repeat(50)}\nsecond`, caption: 'Line 2' },
      drawn: ['Line 2', `    ${'x'.repeat(50)}`, '  second'],
    },
    {
      name: 'a list',
      part: { kind: 'list', ordered: true, items: ['One\nmore of one', 'Two'], start: 3 },
      drawn: ['3. One', '   more of one', '4. Two'],
    },
    {
      name: 'a list wraps below its text',
      part: { kind: 'list', ordered: false, items: ['The certificate in the binding does not fit.'] },
      drawn: ['• The certificate in the binding does', '  not fit.'],
    },
    { name: 'facts', part: { kind: 'facts', facts: [{ name: '0x5', value: 'DENIED' }] }, drawn: ['0x5  DENIED'] },
    {
      name: 'a table',
      part: { kind: 'table', rows: [['A', 'B'], ['long', 'x'], ['y']] },
      drawn: ['A     B', 'long  x', 'y'],
    },
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
      drawn: ['│ a', '│', '│ b'],
    },
    {
      name: 'progress',
      part: { kind: 'progress', done: 1, total: 3, label: 'Step 2 of 3' },
      drawn: ['■□□ Step 2 of 3'],
    },
  ])('$name', ({ part, drawn }) => expect(drawView(view([part]), plain).split('\n')).toEqual(drawn));

  test('choices have numbers', () => {
    const action = { caseId: 'c', revision: 1, verb: 'v' };
    const drawn = drawView(
      view(
        [{ kind: 'text', text: 'Did it help?' }],
        [
          { label: 'Yes', action, style: 'suggested' },
          { label: 'No', action },
        ],
      ),
      plain,
    );
    expect(drawn).toContain('Did it help?\n\n  1  Yes\n  2  No\n');
  });

  test('nothing that is shown steers the terminal', () => {
    const hostile = '\u001b[2J\u001b]0;title\u0007\rgone\u202e';
    const parts: readonly Part[] = [
      { kind: 'title', text: hostile },
      { kind: 'text', text: hostile },
      { kind: 'code', text: hostile, caption: hostile },
      { kind: 'list', ordered: false, items: [hostile] },
      { kind: 'facts', facts: [{ name: hostile, value: hostile }] },
      { kind: 'table', rows: [[hostile]] },
      { kind: 'progress', done: 0, total: 1, label: hostile },
    ];
    const drawn = drawView(view(parts, [{ label: hostile, action: { caseId: 'c', revision: 1, verb: 'v' } }]), plain);
    expect(drawn).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('colours do not move a line break', () => {
    const part: Part = { kind: 'text', text: 'The **certificate** in the `binding` does *not* fit the mode.' };
    const coloured = drawView(view([part]), { colours: createColors(true), width: 40 });
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(drawView(view([part]), plain));
  });
});
