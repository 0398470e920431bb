import { expect, test } from '@jest/globals';
import { SeenLines } from '../../../knowledge/read/seen-lines.js';

const key = (first: number, second = 0) => ({ first, second });

test('lines are counted by both hashes', () => {
  const seen = new SeenLines();
  expect(seen.add(key(7, 1), 3)).toBe(true);
  expect(seen.add(key(7, 2), 4)).toBe(true);
  expect(seen.add(key(7, 1), 9)).toBe(false);
  expect(seen.find(key(7, 1))).toEqual({ count: 2, firstLine: 3, lastLine: 9 });
  expect(seen.find(key(7, 2))).toEqual({ count: 1, firstLine: 4, lastLine: 4 });
  expect(seen.find(key(8, 1))).toBeUndefined();
});

test('a hundred thousand different lines', () => {
  const seen = new SeenLines();
  for (let round = 0; round < 2; round += 1)
    for (let at = 0; at < 100_000; at += 1) seen.add(key(Math.imul(at, 0x9e3779b1) >>> 0, at), at + 1);
  expect(seen.find(key(Math.imul(4711, 0x9e3779b1) >>> 0, 4711))).toEqual({
    count: 2,
    firstLine: 4712,
    lastLine: 4712,
  });
});

test('of too many lines, those not seen for longest are forgotten, but not those to be spared', () => {
  const seen = new SeenLines({ most: 1000, spare: ({ first }) => first === 5 });
  for (let at = 0; at < 10_000; at += 1) {
    seen.add(key(at), at + 1);
    if (at % 100 === 0) seen.add(key(1_000_000), at + 1);
  }
  expect(seen.find(key(5))).toEqual({ count: 1, firstLine: 6, lastLine: 6 });
  expect(seen.find(key(6))).toBeUndefined();
  expect(seen.find(key(9_999))?.count).toBe(1);
  expect(seen.find(key(1_000_000))).toEqual({ count: 100, firstLine: 1, lastLine: 9901 });
});

test('forgetting does not depend on line numbers: one line may be all there is', () => {
  const seen = new SeenLines({ most: 100 });
  for (let at = 0; at < 1000; at += 1) seen.add(key(at), 1);
  expect(seen.find(key(0))).toBeUndefined();
  expect(seen.find(key(999))?.count).toBe(1);
});
