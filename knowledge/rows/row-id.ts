// Rows of a list of errors are issues below one heading. No heading has such an id as theirs.

import type { Issue } from '../model.js';

/** @param id Of the heading above. @param row From 1. */
export function rowId(id: string, row: number): string {
  return `${id}*${row}`;
}

/** The heading that an issue stands below, as public sites address it. */
export function anchorOf({ id }: Pick<Issue, 'id'>): string {
  return id.replace(/\*\d+$/, '');
}
