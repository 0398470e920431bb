import { describe, expect, test } from '@jest/globals';
import { type Block, type Issue, type Repair, repairsOf, workaroundId } from '../../../knowledge/index.js';
import { issueOf, steps, text } from '../../bot/fake-knowledge.js';

const bullets = (...texts: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: texts.map((words) => ({ text: words, blocks: [] })),
});

/** Repairs in short: kind, id, title, then the first step. */
const inShort = ({ kind, id, title, steps: [first] }: Repair): string =>
  [
    kind,
    id,
    title,
    `: ${first?.before.map((block) => (block.kind === 'text' ? `(${block.text}) ` : '')).join('') ?? ''}${first?.text}`,
  ].join(' ');

const repairsIn = (parts: Partial<Issue>): string[] =>
  repairsOf(issueOf({ id: 'x', title: 'X', ...parts })).map(inShort);

test('in the author’s order, the workaround last, empty ones left out', () => {
  const found = repairsIn({
    workaround: [steps('Do without.')],
    resolutions: [
      { kind: 'variant', id: 'a', title: 'A', blocks: [steps('1')] },
      { kind: 'variant', id: 'b', title: 'B', blocks: [steps('2')] },
      { kind: 'alternative', id: 'm', title: 'Method 1', blocks: [steps('3')] },
      { kind: 'alternative', id: 'empty', title: 'Method 2', blocks: [] },
    ],
  });
  expect(found).toEqual([
    'variant a A : 1',
    'variant b B : 2',
    'alternative m Method 1 : 3',
    `workaround ${workaroundId}  : Do without.`,
  ]);
});

describe('ways that are listed within one', () => {
  test.each<{ name: string; blocks: readonly Block[]; expected: readonly string[] }>([
    {
      name: 'a list to choose from',
      blocks: [text('It hangs.'), text('Use one of the following methods:'), bullets('Restart it.', 'Replace it.')],
      expected: [
        'alternative r*1 Restart it : (It hangs.) Restart it.',
        'alternative r*2 Replace it : (It hangs.) Replace it.',
      ],
    },
    {
      name: 'do either',
      blocks: [text('To resolve this, do one of the following:'), bullets('Restart it.', 'Replace it.')],
      expected: ['alternative r*1 Restart it : Restart it.', 'alternative r*2 Replace it : Replace it.'],
    },
    {
      name: 'bold headings that count',
      blocks: [text('**Method 1: Restart**'), steps('Stop.', 'Start.'), text('**Method 2: Replace**'), steps('Buy.')],
      expected: ['alternative r*1 Method 1: Restart : Stop.', 'alternative r*2 Method 2: Replace : Buy.'],
    },
    {
      name: 'situations',
      blocks: [text('Go on:'), bullets('If AD FS still runs, set the context.', 'If AD FS is gone, convert.')],
      expected: [
        'variant r*1 If AD FS still runs : (Go on:) If AD FS still runs, set the context.',
        'variant r*2 If AD FS is gone : (Go on:) If AD FS is gone, convert.',
      ],
    },
    {
      name: 'conditions are nothing to do',
      blocks: [text('One of the following conditions holds:'), bullets('Red.', 'Green.')],
      expected: ['only r  : (One of the following conditions holds:) Red.'],
    },
    {
      name: 'methods in order',
      blocks: [text('Use the following methods in the order given:'), bullets('Red.', 'Green.')],
      expected: ['only r  : (Use the following methods in the order given:) Red.'],
    },
    {
      name: 'numbered steps',
      blocks: [text('Use one of the following methods:'), steps('Stop.', 'Start.')],
      expected: ['only r  : (Use one of the following methods:) Stop.'],
    },
    {
      name: 'places on a screen are no situations',
      blocks: [text('Then:'), bullets('In the **Name** box, type x.', 'In the **Port** box, type 80.')],
      expected: ['only r  : (Then:) In the **Name** box, type x.'],
    },
  ])('$name', ({ blocks, expected }) => {
    expect(repairsIn({ resolutions: [{ kind: 'only', id: 'r', title: '', blocks }] })).toEqual(expected);
  });

  test('workarounds too', () => {
    const workaround = [text('Try one of these workarounds:'), bullets('Wait.', 'Walk.')];
    expect(repairsIn({ workaround })).toEqual([
      'workaround *workaround*1 Wait : Wait.',
      'workaround *workaround*2 Walk : Walk.',
    ]);
  });

  test('not in a guide, which lists what to know', () => {
    const blocks = [text('Use one of the following methods:'), bullets('Red.', 'Green.')];
    expect(repairsIn({ kind: 'guide', resolutions: [{ kind: 'only', id: 'r', title: '', blocks }] })).toHaveLength(1);
  });
});

test('what the author says of the effort counts, the wording for the rest', () => {
  const [repair] = repairsOf(
    issueOf({
      id: 'x',
      title: 'X',
      resolutions: [
        { kind: 'only', id: 'r', title: '', blocks: [steps('Restart the computer.')], effort: { minutes: 90 } },
      ],
    }),
  );
  expect(repair?.effort).toEqual({ minutes: 90, who: 'anyone', risk: 'interrupts' });
});
