import { expect, test } from '@jest/globals';
import { createColors } from 'picocolors';
import { median, quantile, reaches } from '../../bench/figure.js';
import { drawTable, quantity } from '../../bench/table.js';

test.each([
  { values: [3, 1, 2], half: 2, most: 3 },
  { values: [4, 1, 2, 3], half: 3, most: 4 },
  { values: [7], half: 7, most: 7 },
  { values: [], half: Number.NaN, most: Number.NaN },
])('of $values', ({ values, half, most }) => {
  expect([median(values), quantile(values, 0.99)]).toEqual([half, most]);
});

test.each([
  { ours: 0.93, bar: { least: 0.93 }, ok: true },
  { ours: 0.9299, bar: { least: 0.93 }, ok: false },
  { ours: 6, bar: { most: 6 }, ok: true },
  { ours: 6.1, bar: { most: 6 }, ok: false },
  { ours: Number.NaN, bar: { most: 6 }, ok: false },
])('$ours against $bar', ({ ours, bar, ok }) => expect(reaches(ours, bar)).toBe(ok));

test.each([
  { value: 0.93058, unit: 'share', shown: '0.931' },
  { value: 0.04213, unit: 'ms', shown: '0.0421 ms' },
  { value: 1234.5, unit: 'MB', shown: '1235 MB' },
  { value: 3.456, unit: 'ratio', shown: '3.46×' },
  { value: 6, unit: 'count', shown: '6' },
] as const)('$value $unit', ({ value, unit, shown }) => expect(quantity(value, unit)).toBe(shown));

test('a table', () => {
  const table = drawTable(
    [
      {
        part: 'quality',
        seconds: 1,
        figures: [
          { what: 'hit@1', unit: 'share', ours: 0.94, bar: { least: 0.93 }, peers: { Lunr: 0.5 } },
          { what: 'answered', unit: 'share', ours: 0.9, bar: { least: 0.93 } },
        ],
        notes: ['A note.'],
      },
      {
        part: 'time',
        seconds: 1,
        figures: [{ what: 'median', unit: 'ms', ours: 2, peers: { Lunr: 90, Other: Number.NaN } }],
        notes: ['A note.'],
      },
      { part: 'log', seconds: 1, failure: 'grep is missing' },
    ],
    ['Lunr', 'Unasked'],
    createColors(false),
    80,
  );
  expect(table.split('\n')).toEqual([
    '          Pastefix  must reach                 Lunr',
    '',
    'quality',
    'hit@1        0.940     ≥ 0.930  ok            0.500',
    'answered     0.900     ≥ 0.930  missed',
    '',
    'time',
    'median        2 ms                      90 ms (45×)',
    '',
    'log',
    'could not be measured: grep is missing',
    '',
    '- A note.',
  ]);
});
