// Columns whose heading says what stands below: logs of IIS, tables of PowerShell.

import { cover } from '../covered.js';
import type { Finder, Found } from '../finder.js';
import type { Kind } from '../kind.js';
import { isNoName } from './people.js';
import { isKnownToAll } from './well-known.js';

const fieldKinds: Readonly<Record<string, Kind>> = {
  'cs-username': 'user',
  'cs(cookie)': 'cookie',
  'cs(set-cookie)': 'cookie',
};

/** Logs in the W3C's format: `#Fields:` names the columns, blanks part them, a dash is nothing. */
export const fieldsOfLogs: Finder = function* ({ text }) {
  let kinds: readonly (Kind | undefined)[] = [];
  for (const { line, start } of linesOf(text)) {
    const names = /^[>\s]*#Fields:[ \t]*(?<names>\S.*)$/.exec(line)?.groups?.['names'];
    if (names !== undefined)
      kinds = names
        .trim()
        .split(/[ \t]+/)
        .map((name) => fieldKinds[name.toLowerCase()]);
    else if (kinds.some((kind) => kind !== undefined)) {
      // Each begins with a date.
      const from = line.search(/(?<=^[> ]*)\d{4}-\d\d-\d\d\s/);
      if (from >= 0) yield* fieldsIn(line.slice(from), start + from, kinds);
    }
  }
};

function* fieldsIn(line: string, start: number, kinds: readonly (Kind | undefined)[]): Iterable<Found> {
  let column = 0;
  for (const { 0: field, index } of line.matchAll(/[^ \t]+/g)) {
    const kind = kinds[column];
    column += 1;
    if (kind !== undefined && field !== '-' && !isKnownToAll(field))
      yield { kind, start: start + index, end: start + index + field.length };
  }
}

const headings: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:Password|Kennwort|Passwort|RecoveryPassword)$/i, 'password'],
  [/^(?:SamAccountName|UserName|User|Owner|Account|Benutzername|UserId|RunAs)$/i, 'user'],
];

interface Column {
  readonly kind: Kind | undefined;
  readonly from: number;
  readonly to: number;
}

/** Tables of PowerShell: a line of headings, one of dashes, then the rows, as wide as the dashes' columns. */
export const columnsOfTables: Finder = function* ({ text }) {
  let above = '';
  let columns: readonly Column[] = [];
  for (const { line, start } of linesOf(text)) {
    if (/^[> ]*-{2,}(?: +-{2,})* *\r?$/.test(line)) columns = columnsUnder(above, line);
    else if (!line.includes(cover) && !fits(line, columns)) columns = [];
    above = line;
    // What is hidden has another width.
    if (line.includes(cover)) continue;
    for (const { kind, from, to } of columns) {
      const cell = line.slice(from, to);
      const found = cell.trim();
      if (kind === undefined || !/[\p{L}\p{N}]/u.test(found) || (kind === 'user' && isKnownToAll(found))) continue;
      const at = start + from + cell.indexOf(found);
      yield { kind, start: at, end: at + found.length };
    }
  }
};

/** Between two columns there is a blank. */
function fits(line: string, columns: readonly Column[]): boolean {
  return line.trim() !== '' && columns.every(({ from }) => from === 0 || /^[\s>]?$/.test(line.charAt(from - 1)));
}

/** A table is never wider. */
const mostColumns = 30;

function columnsUnder(above: string, dashes: string): Column[] {
  const starts = Array.from(dashes.matchAll(/-{2,}/g), ({ index }) => index).slice(0, mostColumns);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    const name = above.slice(from, to).trim();
    return { kind: headings.find(([pattern]) => pattern.test(name))?.[1], from, to };
  });
}

const separators = ['\t', '|', ',', ';'] as const;

/** Columns of these hold nothing else, whatever the table. */
const headingsOfCells: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:Password|Kennwort|Passwort|RecoveryPassword|pwd)$/i, 'password'],
  [/^(?:SamAccountName|UserName|User|Benutzername|UserId|RunAs)$/i, 'user'],
];
const anyOfCells = /password|kennwort|passwort|pwd|user|accountname|benutzer|runas/i;
const longestHeading = 1000;
const longestCell = 200;

interface Table {
  readonly separator: string;
  readonly kinds: readonly (Kind | undefined)[];
}

/** Tables whose cells stand between marks: of CSV, of Markdown, copied from a spreadsheet. */
export const cellsOfTables: Finder = function* ({ text }) {
  let table: Table | undefined;
  let above = '';
  for (const { line, start } of linesOf(text)) {
    if (table !== undefined && isRowOf(table, line)) yield* cellsIn(line, start, table);
    else table = tableUnder(line, above);
    above = line;
  }
};

function isRowOf({ separator, kinds }: Table, line: string): boolean {
  return line.split(separator).length === kinds.length;
}

/** Nothing of a table stands above its heading. */
function tableUnder(heading: string, above: string): Table | undefined {
  if (heading.length > longestHeading || !anyOfCells.test(heading)) return undefined;
  for (const separator of separators) {
    const names = heading.split(separator).map((cell) => inCell(cell).found);
    const kinds = names.map((name) => headingsOfCells.find(([pattern]) => pattern.test(name))?.[1]);
    const table = { separator, kinds };
    if (kinds.length > 1 && kinds.some((kind) => kind !== undefined)) return isRowOf(table, above) ? undefined : table;
  }
  return undefined;
}

function* cellsIn(line: string, start: number, { separator, kinds }: Table): Iterable<Found> {
  let from = start;
  for (const [column, cell] of line.split(separator).entries()) {
    const kind = kinds[column];
    const { found, at } = inCell(cell);
    if (
      kind !== undefined &&
      found.length > 1 &&
      /^\S*[\p{L}\p{N}]\S*$/u.test(found) &&
      !(kind === 'user' && isNoName(found))
    )
      yield { kind, start: from + at, end: from + at + found.length };
    from += cell.length + separator.length;
  }
}

/** Without quotes and blanks around it. */
function inCell(cell: string): { readonly found: string; readonly at: number } {
  if (cell.length > longestCell) return { found: '', at: 0 };
  const at = /^[\s"'>]*/.exec(cell)?.[0].length ?? 0;
  return { found: cell.slice(at).replace(/[\s"']+$/, ''), at };
}

function* linesOf(text: string): Iterable<{ readonly line: string; readonly start: number }> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
    yield { line: text.slice(start, end), start };
  }
  yield { line: text.slice(start), start };
}
