import { describe, expect, test } from '@jest/globals';
import type { Block, Step } from '../../../knowledge/index.js';
import { walkSteps } from '../../../knowledge/troubleshoot/index.js';
import { steps, text } from '../../bot/fake-knowledge.js';

const list = (ordered: boolean, ...items: readonly (string | Step)[]): Block => ({
  kind: 'list',
  ordered,
  items: items.map((item) => (typeof item === 'string' ? { text: item, blocks: [] } : item)),
});

const log: Block = { kind: 'log', text: 'netstat' };

/** Steps in short: heading, what stands before, the step, what goes with it. */
const inShort = (blocks: readonly Block[]): string[] =>
  walkSteps(blocks).map(({ heading, before, text: words, details }) =>
    [
      ...(heading === undefined ? [] : [`(${heading})`]),
      ...before.map((block) => `[${block.kind === 'text' ? block.text : block.kind}]`),
      words,
      ...details.map((block) => `+${block.kind === 'text' ? block.text : block.kind}`),
    ].join(' '),
  );

describe('the steps of a resolution', () => {
  test.each<{ name: string; blocks: readonly Block[]; expected: readonly string[] }>([
    { name: 'nothing', blocks: [], expected: [] },
    { name: 'a numbered list', blocks: [steps('One.', 'Two.')], expected: ['One.', 'Two.'] },
    { name: 'a bulleted list', blocks: [list(false, 'One.', 'Two.')], expected: ['One.', 'Two.'] },
    { name: 'prose is one step', blocks: [text('Do this.'), log], expected: [' +Do this. +log'] },
    {
      name: 'an introduction goes first',
      blocks: [text('On the server:'), steps('One.')],
      expected: ['[On the server:] One.'],
    },
    {
      name: 'a bulleted list beside a numbered one is not steps',
      blocks: [steps('One.'), list(false, 'a', 'b')],
      expected: ['One. +list'],
    },
    {
      name: 'what follows belongs to the step before it',
      blocks: [steps('One.', 'Two.'), log, text('See?')],
      expected: ['One.', 'Two. +log +See?'],
    },
    {
      name: 'words between two lists introduce the second',
      blocks: [steps('One.'), text('Then, on the client:'), steps('Two.')],
      expected: ['One.', '[Then, on the client:] Two.'],
    },
    {
      name: 'short sub-steps stay with their step',
      blocks: [list(true, { text: 'One.', blocks: [steps('a', 'b')] }, 'Two.')],
      expected: ['One. +list', 'Two.'],
    },
    {
      name: 'many sub-steps become steps under its heading',
      blocks: [list(true, { text: 'One:', blocks: [text('Careful.'), steps('a', 'b', 'c', 'd'), log] }, 'Two.')],
      expected: ['(One:) [Careful.] a', '(One:) b', '(One:) c', '(One:) d +log', 'Two.'],
    },
    {
      name: 'choices below a step stay with it',
      blocks: [list(true, { text: 'Choose:', blocks: [list(false, 'a', 'b', 'c', 'd', 'e')] })],
      expected: ['Choose: +list'],
    },
    {
      name: 'a list in a list in a list',
      blocks: [
        list(true, { text: 'A', blocks: [list(true, { text: 'B', blocks: [steps('1', '2', '3', '4')] }, 'C')] }),
      ],
      expected: ['(B) 1', '(B) 2', '(B) 3', '(B) 4', '(A) C'],
    },
    { name: 'an empty item is no step', blocks: [steps('One.', ' ', 'Two.')], expected: ['One.', 'Two.'] },
    { name: 'lists without items', blocks: [list(true)], expected: [] },
  ])('$name', ({ blocks, expected }) => expect(inShort(blocks)).toEqual(expected));
});
