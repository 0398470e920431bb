import { expect, test } from '@jest/globals';
import { figuresIn } from '../../bench/parts/large-log.js';

const said = [
  "grep -icE 'error|fail|0x[0-9a-f]{8}': 0.80 s, 412 lines",
  'pastefix diagnose: 2.00 s, 2.5 x grep',
  'memory: 140 MB at most, of 200',
  'faults: 5 of 6 found, verdict match',
].join('\n');

test('what the trial says', () => {
  expect(figuresIn(said)).toEqual([
    { what: 'faults found', unit: 'count', ours: 5, bar: { least: 6 } },
    { what: 'time, times grep', unit: 'ratio', ours: 2.5, bar: { most: 5 } },
    { what: 'memory at most', unit: 'MB', ours: 140, bar: { most: 200 } },
  ]);
});

test('a trial that says nothing is no measurement', () => expect(() => figuresIn('')).toThrow(/does not say/));
