import { expect, test } from '@jest/globals';
import { figuresOf } from '../../bench/parts/log.js';

test('a trial of a large log in figures', () => {
  const evidence = [{ line: 7, text: 'x' }];
  const figures = figuresOf({
    log: { bytes: 64e6, lines: 1000 },
    hidden: [
      { article: 'a.md', issue: 'one' },
      { article: 'a.md', issue: 'two' },
    ],
    answers: [
      { article: 'a.md', issue: 'two', confidence: 0.9, evidence },
      { article: 'b.md', issue: 'one', confidence: 0.8, evidence },
    ],
    seconds: 2,
    megabytes: 140,
    grepSeconds: { set: 0.8, bytes: 0.4 },
  });
  expect(figures).toEqual([
    { what: 'faults found', unit: 'count', ours: 1, bar: { least: 2 } },
    { what: 'time', unit: 's', ours: 2 },
    { what: 'time, times grep', unit: 'ratio', ours: 2.5, bar: { most: 5 } },
    { what: 'time, times grep of bytes', unit: 'ratio', ours: 5 },
    { what: 'memory at most', unit: 'MB', ours: 140, bar: { most: 200 } },
  ]);
});
