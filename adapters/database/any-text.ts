// Text that no database takes as it is: PostgreSQL refuses U+0000, and half a surrogate pair has no UTF-8. On the way in they
// become U+E000, which is nobody's, and four hexadecimal digits, as U+E000 itself does; on the way out they come back.

const unfit = /[\0\ue000]|\p{Surrogate}/gu;
const mark = '\ue000';

/** A parameter of a statement. */
export function toDatabase(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(unfit, (character) => mark + character.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** A row of an answer. */
export function fromDatabase<Row>(row: Row): Row {
  if (typeof row !== 'object' || row === null || !Object.values(row).some(isMarked)) return row;
  const columns = Object.entries(row).map(([name, value]) => [name, isMarked(value) ? unmarked(value) : value]);
  return { ...row, ...Object.fromEntries(columns) };
}

function isMarked(value: unknown): value is string {
  return typeof value === 'string' && value.includes(mark);
}

function unmarked(text: string): string {
  return text.replace(/\ue000([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
