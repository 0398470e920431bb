import { describe, expect, test } from '@jest/globals';
import type { Block, Issue, Resolution } from '../../../knowledge/index.js';
import { type Repair, repairsOf, workaroundId } from '../../../knowledge/troubleshoot/index.js';
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
      name: 'a numbered list to choose from, whose items are no steps on a screen',
      blocks: [text('Choose one of the following options:'), steps('Allow the service.', 'Disable the filter.')],
      expected: [
        'alternative r*1 Allow the service : Allow the service.',
        'alternative r*2 Disable the filter : Disable the filter.',
      ],
    },
    {
      name: 'two ways to do it',
      blocks: [text('There are two ways to resolve this.'), bullets('Change the destination.', 'Add the parameter.')],
      expected: [
        'alternative r*1 Change the destination : Change the destination.',
        'alternative r*2 Add the parameter : Add the parameter.',
      ],
    },
    {
      name: 'ways to find something are no repairs',
      blocks: [text('To find the identifier, use one of the following methods:'), bullets('Red.', 'Green.')],
      expected: ['only r  : (To find the identifier, use one of the following methods:) Red.'],
    },
    {
      name: 'a list that names what has a heading each below',
      blocks: [
        text('Complete one of the following tasks:'),
        bullets('Set the quantity.', 'Set the percentage.'),
        text('**Set the quantity**'),
        steps('Open the load.'),
        text('**Set the percentage**'),
        steps('Open the order.'),
      ],
      expected: [
        'alternative r*1 Set the quantity : Open the load.',
        'alternative r*2 Set the percentage : Open the order.',
      ],
    },
    {
      name: 'headings that an introduction lets choose from',
      blocks: [
        text('Use one of the following methods.'),
        text('**The key**'),
        text('Use it.'),
        text('**The fact**'),
        text('Match it.'),
      ],
      expected: ['alternative r*1 The key : ', 'alternative r*2 The fact : '],
    },
    {
      name: 'headings that name environments',
      blocks: [text('**Windows 8**'), steps('Tap.'), text('**Windows 8.1**'), steps('Swipe.')],
      expected: ['variant r*1 Windows 8 : Tap.', 'variant r*2 Windows 8.1 : Swipe.'],
    },
    {
      name: 'paragraphs that count, in bold or before a colon',
      blocks: [text('**Resolution 1** Clear the cache.'), text('**Resolution 2** Verify the role.'), steps('Open it.')],
      expected: [
        'alternative r*1 Resolution 1: Clear the cache : ',
        'alternative r*2 Resolution 2: Verify the role : (Verify the role.) Open it.',
      ],
    },
    {
      name: 'paragraphs that count, with options of their own within one',
      blocks: [
        text('Method 1 - Link it.'),
        text('Method 2 - Register it.'),
        text('Option 1 - Call.'),
        text('Option 2 - Write.'),
      ],
      expected: ['alternative r*1 Method 1: Link it : ', 'alternative r*2 Method 2: Register it : '],
    },
    {
      name: 'steps that each look for something else',
      blocks: [
        text('**Step 1: Check the name**'),
        text('Look.'),
        text('**Step 2: Make sure that the port is open**'),
        text('Look.'),
      ],
      expected: [
        'alternative r*1 Step 1: Check the name : ',
        'alternative r*2 Step 2: Make sure that the port is open : ',
      ],
    },
    {
      name: 'steps of work, with methods for one of them',
      blocks: [
        text('**Step 1: Attach the disk**'),
        text('Attach.'),
        text('**Method 1: By hand**'),
        text('A.'),
        text('**Method 2: By script**'),
        text('B.'),
      ],
      expected: ['only r  : '],
    },
    {
      name: 'talking about a method',
      blocks: [text('Method 1 is quicker than method 2.'), text('Method 2 is safer.')],
      expected: ['only r  : '],
    },
    {
      name: 'a list of what to check',
      blocks: [text('Make sure of this:'), bullets('Verify that the server runs.', 'Make sure the port is open.')],
      expected: [
        'alternative r*1 Verify that the server runs : (Make sure of this:) Verify that the server runs.',
        'alternative r*2 Make sure the port is open : (Make sure of this:) Make sure the port is open.',
      ],
    },
    {
      name: 'things to try until it works',
      blocks: [
        text('Follow these steps:'),
        steps('Clear the cache.', 'Start it.', 'If the issue persists, rebuild the index.'),
      ],
      expected: [
        'alternative r*1 Clear the cache : (Follow these steps:) Clear the cache.',
        'alternative r*2 Rebuild the index : (Follow these steps:) If the issue persists, rebuild the index.',
      ],
    },
    {
      name: 'the last resort is no repair',
      blocks: [steps('Clear the cache.', 'If the issue persists, contact support.')],
      expected: ['only r  : Clear the cache.'],
    },
    {
      name: 'prose with another way',
      blocks: [text('Remove the string.'), text('Alternatively, update the table.')],
      expected: ['alternative r*1 Remove the string : ', 'alternative r*2 Update the table : '],
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

describe('words that only introduce methods below headings of their own are no repair', () => {
  const method = (count: number, words = `Do ${count}.`): Resolution => ({
    kind: 'alternative',
    id: `method-${count}`,
    title: `Method ${count}`,
    blocks: [steps(words)],
  });
  const only = (words: string): Resolution => ({ kind: 'alternative', id: 'r', title: '', blocks: [text(words)] });
  const found = (parts: Partial<Issue>): string[] =>
    repairsOf(issueOf({ id: 'x', title: 'X', ...parts })).map(
      ({ kind, id, choice }) => `${kind} ${id}${choice === undefined ? '' : ` of ${choice}`}`,
    );

  test.each<{ name: string; parts: Partial<Issue>; expected: readonly string[] }>([
    {
      name: 'a workaround, to which the methods belong',
      parts: {
        resolutions: [only('Install the update.'), method(1), method(2)],
        workaround: [text('To work around this, use one of the following methods.')],
      },
      expected: ['alternative r', 'workaround method-1 of *workaround', 'workaround method-2 of *workaround'],
    },
    {
      name: 'a repair, of which the methods leave open which helps',
      parts: { resolutions: [only('It hangs. Try one of the following methods.'), method(1), method(2)] },
      expected: ['alternative method-1', 'alternative method-2'],
    },
    {
      name: 'methods that are counted anew belong to the workaround',
      parts: {
        resolutions: [method(1), method(2), { ...method(1), id: 'another-1' }, { ...method(2), id: 'another-2' }],
        workaround: [text('Use one of the following methods:')],
      },
      expected: [
        'alternative method-1',
        'alternative method-2',
        'workaround another-1 of *workaround',
        'workaround another-2 of *workaround',
      ],
    },
    {
      name: 'nor is the word that there is none',
      parts: { resolutions: [only('No resolution for this is currently available.')], workaround: [text('Wait.')] },
      expected: ['workaround *workaround'],
    },
    {
      name: 'or that it is being looked into',
      parts: { resolutions: [only('Microsoft is aware of the issue.')], workaround: [text('None.')] },
      expected: ['alternative r', 'workaround *workaround'],
    },
    {
      name: 'what says something to do is one',
      parts: { resolutions: [only('Use one of the following: restart it, or replace it.'), method(1)] },
      expected: ['alternative r', 'alternative method-1'],
    },
  ])('$name', ({ parts, expected }) => expect(found(parts)).toEqual(expected));
});

describe('where no heading says so, what the text says to do is the repair, from there on and in one step', () => {
  const told = (parts: Partial<Issue>): readonly Block[][] =>
    repairsOf(issueOf({ id: 'x', title: 'X', ...parts })).flatMap(({ steps: all }) =>
      all.map(({ details }) => [...details]),
    );
  const log: Block = { kind: 'log', text: 'Verify: 407' };
  const many = bullets(...Array.from({ length: 21 }, (_, at) => `Check ${at}.`));

  test.each<{ name: string; symptoms: readonly Block[]; from: number }>([
    {
      name: 'an order',
      symptoms: [text('Proxies cause it.'), log, text('Verify the proxy. It may be off.'), log],
      from: 2,
    },
    { name: 'a recommendation', symptoms: [text('It fails. You should ask for another.')], from: 0 },
    { name: 'in a list', symptoms: [text('It fails.'), bullets('Disk', 'Delete old files.')], from: 1 },
    { name: 'for a purpose', symptoms: [text('It fails when it rains. To fix this, wait.')], from: 0 },
  ])('$name', ({ symptoms, from }) => expect(told({ symptoms })).toEqual([symptoms.slice(from)]));

  test.each<{ name: string; symptoms: readonly Block[] }>([
    { name: 'a description', symptoms: [text('It fails when it rains.')] },
    { name: 'what is read elsewhere', symptoms: [text('It fails. See the other page.')] },
    { name: 'what a log says', symptoms: [text('It fails.'), log] },
    { name: 'a list to look things up in', symptoms: [text('Codes:'), many] },
  ])('but not $name', ({ symptoms }) => expect(told({ symptoms })).toEqual([]));

  test('nor beside a repair that has a heading', () => {
    const resolutions: Resolution[] = [{ kind: 'only', id: 'r', title: '', blocks: [steps('Wait.')] }];
    expect(repairsIn({ symptoms: [text('Verify the proxy.')], resolutions })).toEqual(['only r  : Wait.']);
  });

  test('however long it is, nobody does all of it', () => {
    const symptoms = Array.from({ length: 40 }, () => text('Reinstall the server and restore the backup.'));
    expect(repairsOf(issueOf({ id: 'x', title: 'X', symptoms }))[0]?.effort.minutes).toBe(20);
  });
});

test('a workaround is for whoever has the fault, unless it is for some situation', () => {
  const found = repairsOf(
    issueOf({
      id: 'x',
      title: 'X',
      resolutions: [{ kind: 'only', id: 'r', title: '', blocks: [steps('Install the update.')] }],
      workaround: [text('Use one of these workarounds:'), bullets('Wait.', 'If you have a car, drive.')],
    }),
  );
  expect(found.map(({ general }) => general ?? false)).toEqual([false, true, false]);
});

describe('ways of which any will do', () => {
  const choicesIn = (parts: Partial<Issue>): (string | undefined)[] =>
    repairsOf(issueOf({ id: 'x', title: 'X', ...parts })).map(({ choice }) => choice);

  const methods = (intro: string): Partial<Issue> => ({
    resolutions: ['a', 'b'].map((id) => ({
      kind: 'alternative',
      id,
      title: `Method ${id}`,
      blocks: [text(intro), steps(`Do ${id}.`)],
    })),
  });

  test.each<{ name: string; parts: Partial<Issue>; expected: readonly (string | undefined)[] }>([
    { name: 'methods to choose from', parts: methods('Use one of the following methods.'), expected: ['a', 'a'] },
    { name: 'methods to try', parts: methods('Try one of the following methods.'), expected: [undefined, undefined] },
    {
      name: 'methods for different situations',
      parts: methods('Use one of the following methods, as appropriate for your situation.'),
      expected: [undefined, undefined],
    },
    { name: 'methods side by side', parts: methods('It is broken.'), expected: [undefined, undefined] },
    {
      name: 'methods against a single cause',
      parts: { ...methods('It is broken.'), causes: [text('The paper is out.')] },
      expected: ['a', 'a'],
    },
    {
      name: 'methods where there may be several causes',
      parts: { ...methods('It is broken.'), causes: [text('It has one of two reasons.')] },
      expected: [undefined, undefined],
    },
    {
      name: 'a method for when another does not help',
      parts: { ...methods('If method a does not help:'), causes: [text('The paper is out.')] },
      expected: [undefined, undefined],
    },
    {
      name: 'methods to look into it',
      parts: { ...methods('Check whether the paper is in.'), causes: [text('The paper is out.')] },
      expected: [undefined, undefined],
    },
    {
      name: 'the same with several tools',
      parts: {
        resolutions: ['Portal', 'Azure PowerShell', 'Serial console'].map((title, at) => ({
          kind: 'variant',
          id: `${at}`,
          title,
          blocks: [steps('Do it.')],
        })),
      },
      expected: ['0', '0', '0'],
    },
    {
      name: 'workarounds that are counted',
      parts: {
        workaround: [text('**Workaround 1: Wait**'), text('Wait.'), text('**Workaround 2: Walk**'), text('Walk.')],
      },
      expected: ['*workaround', '*workaround'],
    },
    {
      name: 'a list of workarounds',
      parts: { workaround: [text('Use one of these workarounds:'), bullets('Wait.', 'Walk.')] },
      expected: ['*workaround', '*workaround'],
    },
    {
      name: 'a workaround for a situation among others',
      parts: {
        workaround: [text('Use one of these workarounds:'), bullets('Wait.', 'Walk.', 'If you have a car, drive.')],
      },
      expected: ['*workaround', '*workaround', undefined],
    },
    {
      name: 'situations',
      parts: {
        workaround: [text('Do one of the following:'), bullets('If AD FS is on, wait.', 'If AD FS is off, walk.')],
      },
      expected: [undefined, undefined],
    },
  ])('$name', ({ parts, expected }) => expect(choicesIn(parts)).toEqual(expected));
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
