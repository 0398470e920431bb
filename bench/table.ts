// Figures as a table for people.

import type { Colours } from '../adapters/terminal/output.js';
import { wrap } from '../adapters/terminal/wrap.js';
import { type Bar, type Figure, reaches, type Unit } from './figure.js';
import type { PartResult } from './results.js';

/** @param width Columns that notes are wrapped at; the table is as wide as it has to be. */
export function drawTable(
  results: readonly PartResult[],
  peers: readonly string[],
  colours: Colours,
  width: number,
): string {
  const shown = peers.filter((peer) =>
    results.some(
      (result) => 'figures' in result && result.figures.some((figure) => figure.peers?.[peer] !== undefined),
    ),
  );
  const header = ['', 'Pastefix', 'must reach', '', ...shown];
  const cells = results.map((result) => ('figures' in result ? result.figures.map((one) => cellsOf(one, shown)) : []));
  const widths = header.map((title, at) => Math.max(title.length, ...cells.flat().map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => {
        const padded = at === 0 || at === 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
        return paint(cell, padded, at, colours);
      })
      .join('  ')
      .trimEnd();
  const blocks = results.map((result, at) => [
    '',
    colours.bold(result.part),
    ...('figures' in result
      ? (cells[at] ?? []).map(line)
      : [`${colours.red('could not be measured')}: ${result.failure}`]),
  ]);
  const notes = [...new Set(results.flatMap((result) => ('notes' in result ? result.notes : [])))];
  return [
    line(header),
    ...blocks.flat(),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => wrap(`- ${note}`, width))]),
  ].join('\n');
}

function cellsOf({ what, unit, ours, bar, peers = {} }: Figure, names: readonly string[]): string[] {
  return [
    what,
    quantity(ours, unit),
    bar === undefined ? '' : boundOf(bar, unit),
    bar === undefined ? '' : reaches(ours, bar) ? 'ok' : 'missed',
    ...names.map((name) => {
      const value = peers[name];
      return value === undefined || Number.isNaN(value) ? '' : besides(value, ours, unit);
    }),
  ];
}

/** Amounts of others come with how many times ours they are. */
function besides(value: number, ours: number, unit: Unit): string {
  if (unit === 'share' || unit === 'count' || !(ours > 0)) return quantity(value, unit);
  return `${quantity(value, unit)} (${significant(value / ours, 2)}×)`;
}

function paint(cell: string, padded: string, at: number, colours: Colours): string {
  if (at === 1) return colours.bold(padded);
  if (cell === 'ok') return colours.green(padded);
  if (cell === 'missed') return colours.red(padded);
  return padded;
}

function boundOf(bar: Bar, unit: Unit): string {
  return 'least' in bar ? `≥ ${quantity(bar.least, unit)}` : `≤ ${quantity(bar.most, unit)}`;
}

/** `0.931`, `0.84 ms`, `3.4×`. */
export function quantity(value: number, unit: Unit): string {
  switch (unit) {
    case 'share':
      return value.toFixed(3);
    case 'count':
      return String(value);
    case 'ratio':
      return `${significant(value)}×`;
    case 'ms':
    case 's':
    case 'MB':
      return `${significant(value)} ${unit}`;
    default:
      return unit satisfies never;
  }
}

/** As many digits as tell: 0.0421, 1.25, 88.1, 1200. */
function significant(value: number, digits = 3): string {
  return Math.abs(value) >= 10 ** digits ? value.toFixed(0) : String(Number(value.toPrecision(digits)));
}
