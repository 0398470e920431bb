import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inPages } from '../../knowledge/lazy-bytes.js';

const length = 100_000;
const file = Uint8Array.from({ length }, (_, at) => 1 + (at % 251));

test('what was needed is there, and no byte is read twice', () => {
  const place = fc.integer({ min: 0, max: length });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 12 }), (places) => {
      const times = new Uint8Array(length);
      const { bytes, need } = inPages(length, (into, from) => {
        into.set(file.subarray(from, from + into.length));
        for (let at = from; at < from + into.length; at += 1) times[at] = (times[at] ?? 0) + 1;
      });
      for (const [one, other] of places) {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        need(from, to);
        expect(Buffer.compare(bytes.subarray(from, to), file.subarray(from, to))).toBe(0);
      }
      expect(Math.max(...new Set(times))).toBeLessThanOrEqual(1);
    }),
  );
});

test('nothing is read where nothing is needed', () => {
  let times = 0;
  const { need } = inPages(length, () => {
    times += 1;
  });
  for (const at of [0, 16 * 1024, length]) need(at, at);
  expect(times).toBe(0);
});

test('what could not be read is read when it is needed again', () => {
  let isBroken = true;
  const { bytes, need } = inPages(length, (into, from) => {
    if (isBroken) throw new Error('the disk is gone');
    into.set(file.subarray(from, from + into.length));
  });
  expect(() => need(7, 9)).toThrow('the disk is gone');
  isBroken = false;
  need(7, 9);
  expect([bytes[7], bytes[8]]).toEqual([8, 9]);
});
