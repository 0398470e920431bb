// Tables of errors, with what to do in a column of their own: | Error | Cause | Mitigation |. Each row is an issue.

import { plainText } from '../inline-form.js';
import type { Block, Issue } from '../model.js';
import { rowId } from '../row-id.js';

type Table = Extract<Block, { kind: 'table' }>;

const repairs =
  /^(?:(?:possible|recommended|suggested|proposed|user) )?(?:mitigations?|resolutions?|solutions?|fix(?:es)?|workarounds?|remed(?:y|ies)|actions?|what to do|how to (?:fix|resolve|solve)(?: it)?)$/i;
const causes =
  /^(?:(?:possible|probable|typical|root) )?(?:causes?|reasons?|problems?|descriptions?|explanations?|meaning|details)$/i;
const names = /\b(?:errors?|codes?|messages?|issues?|problems?|symptoms?|status|events?|causes?|reasons?|failures?)\b/i;

/** @returns The issue itself where it says elsewhere how to repair it, or holds no such table; never empty. */
export function withRowIssues(issue: Issue): readonly Issue[] {
  if (issue.resolutions.length > 0 || issue.workaround.length > 0) return [issue];
  const tables = issue.symptoms.filter(tellsRepairs);
  if (tables.length === 0) return [issue];
  const around = issue.symptoms.filter((block) => !tellsRepairs(block));
  const rows = tables.flatMap(({ rows: [header = [], ...rest] }) => rest.map((row) => ({ header, row })));
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return [{ ...issue, ...partsOf(only.header, only.row, around) }];
  return [
    ...(around.length === 0 ? [] : [{ ...issue, symptoms: around }]),
    ...rows.map(({ header, row }, at) => ({
      ...issue,
      id: rowId(issue.id, at + 1),
      title: titleOf(header, row, issue.title),
      more: [],
      ...partsOf(header, row, []),
    })),
  ];
}

function tellsRepairs(block: Block): block is Table {
  if (block.kind !== 'table' || block.rows.length < 2) return false;
  const header = (block.rows[0] ?? []).map(headingOf);
  return header.some((name) => repairs.test(name)) && header.some((name) => !repairs.test(name) && names.test(name));
}

function headingOf(cell: string): string {
  return plainText(cell).replace(/:$/, '').trim();
}

/** @param before What is said of the table. */
function partsOf(
  header: readonly string[],
  row: readonly string[],
  before: readonly Block[],
): Pick<Issue, 'symptoms' | 'causes' | 'resolutions'> {
  const key = keyOf(header);
  const cells = (holds: (name: string, column: number) => boolean): Block[] =>
    row.flatMap((text, column): Block[] =>
      text !== '' && holds(headingOf(header[column] ?? ''), column) ? [{ kind: 'text', text }] : [],
    );
  const isCause = (name: string, column: number): boolean => column !== key && causes.test(name);
  const repair = cells((name) => repairs.test(name));
  return {
    symptoms: [...before, ...cells((name, column) => !repairs.test(name) && !isCause(name, column))],
    causes: cells(isCause),
    resolutions: repair.length === 0 ? [] : [{ kind: 'only', id: 'resolution', title: '', blocks: repair }],
  };
}

/** The column that names what the row is about. */
function keyOf(header: readonly string[]): number {
  return header.findIndex((cell) => !repairs.test(headingOf(cell)));
}

/** No title is longer. */
const longestTitle = 120;

function titleOf(header: readonly string[], row: readonly string[], of: string): string {
  const name = plainText(row[keyOf(header)] ?? '').trim();
  if (name === '') return of;
  // A number alone says too little on a card.
  if (!/\p{L}/u.test(name)) return `${of}: ${name}`;
  return name.length > longestTitle ? `${name.slice(0, longestTitle - 1).trimEnd()}…` : name;
}
