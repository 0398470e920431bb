// The rows of a list of errors as issues, each with its own cause and repair.

import { plainText } from '../inline-form.js';
import type { Block, Issue } from '../model.js';
import { type ErrorList, errorListIn, isNumber, tellsRepair } from './error-list.js';
import { rowId } from './row-id.js';

interface Row {
  readonly header: ErrorList['header'];
  readonly cells: readonly string[];
}

/**
 * @returns In the order of the text; none where the issue says elsewhere how to repair it, or lists no errors. A single one is
 *   the whole issue, called as that is.
 */
export function rowsOf(issue: Issue): readonly Issue[] {
  if (issue.resolutions.length > 0 || issue.workaround.length > 0) return [];
  const rows = issue.symptoms.flatMap((block): Row[] => {
    const { header = [], rows: all = [] } = errorListIn(block) ?? {};
    return all.map((cells) => ({ header, cells }));
  });
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) {
    const around = issue.symptoms.filter((block) => errorListIn(block) === undefined);
    const { symptoms, ...parts } = partsOf(only);
    return [{ ...issue, id: rowId(issue.id, 1), symptoms: [...around, ...symptoms], ...parts }];
  }
  return rows.map((row, at) => ({
    ...issue,
    id: rowId(issue.id, at + 1),
    title: titleOf(row, issue.title),
    more: [],
    ...partsOf(row),
  }));
}

const causes =
  /^(?:(?:possible|probable|typical|root) )?(?:causes?|reasons?|problems?|descriptions?|explanations?|meaning|details)$/i;

function partsOf({ header, cells }: Row): Pick<Issue, 'symptoms' | 'causes' | 'resolutions'> {
  const key = keyOf(header);
  const blocksOf = (holds: (name: string, column: number) => boolean): Block[] =>
    cells.flatMap((text, column): Block[] => {
      // The same code in another notation.
      const isOther = column !== key && isNumber(plainText(text));
      return text !== '' && !isOther && holds(header[column] ?? '', column) ? [{ kind: 'text', text }] : [];
    });
  const isRepair = (name: string): boolean => tellsRepair(name, header);
  const isCause = (name: string, column: number): boolean => column !== key && !isRepair(name) && causes.test(name);
  const repair = blocksOf(isRepair);
  // Where no column says what to do, any may.
  if (repair.length === 0) return { symptoms: blocksOf(() => true), causes: [], resolutions: [] };
  return {
    symptoms: blocksOf((name, column) => !isRepair(name) && !isCause(name, column)),
    causes: blocksOf(isCause),
    resolutions: [{ kind: 'only', id: 'resolution', title: '', blocks: repair }],
  };
}

/** The column that names what the row is about. */
function keyOf(header: ErrorList['header']): number {
  return header.findIndex((name) => !tellsRepair(name, header));
}

/** Such a title says no more than that there are codes: `Error codes 900-999`. */
const isAboutCodes = /\bcodes?\b/i;

/** No title is longer. */
const longestTitle = 120;

/** @param of Title of what the list stands in. */
function titleOf({ header, cells }: Row, of: string): string {
  const name = plainText(cells[keyOf(header)] ?? '').trim();
  if (name === '') return of;
  if (!isNumber(name)) return cut(name);
  // A number alone says too little on a card; and the same number may stand in several lists of an article.
  if (!isAboutCodes.test(of)) return cut(`${of}: ${name}`);
  const told = cells.flatMap((cell, column) => {
    const text = plainText(cell).trim();
    return tellsRepair(header[column] ?? '', header) || text === '' || isNumber(text) ? [] : [text];
  });
  return told[0] === undefined ? `${of}: ${name}` : cut(`${name}: ${told[0]}`);
}

function cut(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text;
}
