// Tables of errors, with what to do in a column of their own, | Error | Cause | Mitigation |, or of codes, with what they mean,
// | Error code | Message |; and lists of codes with what each means below it.

import { plainText } from '../inline-form.js';
import type { Block } from '../model.js';

/** Inline Markdown throughout. */
export interface ErrorList {
  /** Plain text: what its columns are called. */
  readonly header: readonly string[];
  /** Each with as many cells as there are columns, or fewer. */
  readonly rows: readonly (readonly string[])[];
}

const repairs =
  /^(?:(?:possible|recommended|suggested|proposed|user) )?(?:mitigations?(?: steps)?|resolutions?|solutions?|fix(?:es)?|workarounds?|remed(?:y|ies)|remediations?|actions?|troubleshooting(?: (?:tips|steps|information))?|what to do|how to (?:fix|resolve|solve)(?: it)?)$/i;
/** Beside a code, that is what to do about it. */
const notes = /^(?:additional|more) information$/i;
const names = /\b(?:errors?|codes?|messages?|issues?|problems?|symptoms?|status|events?|causes?|reasons?|failures?)\b/i;
const codes = /^(?:(?:error|status|return|exit|result) )?codes?(?: \((?:hex|dec)\w*\))?$/i;
const meanings = /\b(?:messages?|text|descriptions?|meaning|reasons?)\b/i;

/** Fewer codes and what they mean are part of what is told, and no list to look something up in. */
const leastCodes = 5;
/** Of the items of a list. */
const nearlyAll = 0.9;

/** @returns undefined for a block that is none. */
export function errorListIn(block: Block): ErrorList | undefined {
  const list = block.kind === 'table' ? tableOf(block.rows) : block.kind === 'list' ? codesOf(block.items) : undefined;
  return list === undefined || list.rows.length === 0 ? undefined : list;
}

function tableOf([first = [], ...rows]: readonly (readonly string[])[]): ErrorList | undefined {
  const header = first.map((cell) => plainText(cell).replace(/:$/, '').trim());
  const isList =
    (listsCodes(header) && rows.length >= leastCodes) ||
    (header.some((name) => tellsRepair(name, header)) &&
      header.some((name) => !tellsRepair(name, header) && names.test(name)));
  return isList ? { header, rows } : undefined;
}

function codesOf(items: Extract<Block, { kind: 'list' }>['items']): ErrorList | undefined {
  const rows = items.flatMap(({ text, blocks }) => {
    const told = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('\n\n');
    return isNumber(plainText(text)) && told !== '' ? [[text, told]] : [];
  });
  const isList = rows.length >= leastCodes && rows.length >= nearlyAll * items.length;
  return isList ? { header: ['Error code', 'Message'], rows } : undefined;
}

function listsCodes(header: readonly string[]): boolean {
  return header.some((name) => codes.test(name)) && header.some((name) => !codes.test(name) && meanings.test(name));
}

/** @param header The whole of it. */
export function tellsRepair(name: string, header: readonly string[]): boolean {
  return (notes.test(name) && listsCodes(header)) || name.split(/\s?[,/]\s?/).some((part) => repairs.test(part));
}

/** True for a code as well: `998`, `0x87D1041C`, `-2016345060`. */
export function isNumber(text: string): boolean {
  return /^(?:0x[\da-f]+|[\d\W]+)$/i.test(text.trim());
}
