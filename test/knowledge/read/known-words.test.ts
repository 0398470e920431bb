import { expect, test } from '@jest/globals';
import { KnownWords } from '../../../knowledge/read/known-words.js';

test('a word is asked for once, as long as no other takes its place', () => {
  const asked: string[] = [];
  const known = new KnownWords((word) => {
    asked.push(word);
    return word === 'two';
  });
  const bytes = Buffer.from('one two');
  const has = (hash: number, from: number): boolean => known.has(hash, bytes, from, from + 3);
  expect([has(1, 0), has(2, 4), has(1, 0), has(2, 4)]).toEqual([false, true, false, true]);
  expect(asked).toEqual(['one', 'two']);
  const sameBits = 1 + (1 << 14);
  expect([has(sameBits, 4), has(1, 0), has(2, 4)]).toEqual([true, false, true]);
  expect(asked).toEqual(['one', 'two', 'two', 'one']);
});

test('bytes beyond ASCII are characters of their own', () => {
  const known = new KnownWords((word) => word === 'é');
  expect(known.has(0, Buffer.from([0xe9]), 0, 1)).toBe(true);
});
