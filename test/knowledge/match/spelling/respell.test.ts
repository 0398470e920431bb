import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileArticle } from '../../../../knowledge/compile/index.js';
import { partsOf } from '../../../../knowledge/indexing/create-knowledge.js';
import { respell, spellingBudget } from '../../../../knowledge/match/spelling/respell.js';

// A word that two articles have may be a slip itself.
const words = ['flange', 'gasket', 'manifold', 'sprocket'];
const { index } = partsOf(
  ['a', 'b', 'c', 'd'].map((name) => {
    const text = `# The ${name} leaks\n\n## Cause\n\nThe ${words.join(', the ')} of ${name}.\n`;
    return compileArticle(`${name}.md`, text).article;
  }),
);
const mended = (line: string): string => respell(index, line, spellingBudget());

describe('one slip in a word that articles have is mended', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  const place = fc.nat({ max: 5 });
  const word = fc.constantFrom(...words);
  const slips: readonly (readonly [name: string, slip: (word: string, at: number, letter: string) => string])[] = [
    ['left out', (word, at) => word.slice(0, at) + word.slice(at + 1)],
    ['added', (word, at, letter) => word.slice(0, at) + letter + word.slice(at)],
    ['changed', (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1)],
    [
      'swapped',
      (word, at) => word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
    ],
  ];
  test.each(slips)('%s', (_, slip) => {
    fc.assert(
      fc.property(word, place, letter, (right, at, other) => {
        expect(mended(`The ${slip(right, at, other)} broke`)).toBe(`The ${right} broke`);
      }),
    );
  });
});

test.each(['The flnaeg broke', 'The Flange broke', 'gask.ets', 'a_gaskt', 'The cat sat'])(
  'everything else stays: %s',
  (line) => expect(mended(line)).toBe(line),
);

test('of many unknown words only some are looked at', () => {
  const budget = spellingBudget();
  const unknown = Array.from({ length: budget.words }, (_, at) => `zzqx${String.fromCharCode(97 + at)}`).join(' ');
  expect(respell(index, `${unknown} gaskt`, budget)).toBe(`${unknown} gaskt`);
});
