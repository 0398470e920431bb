// Rows whose JSON holds a field of a value, wherever in it.

import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** @param column Of JSON as `JSON.stringify` writes it. @param field One field; strings within strings look otherwise. */
export function holding(column: string, field: Readonly<Record<string, string | boolean>>): RawBuilder<SqlBool> {
  const text = JSON.stringify(field).slice(1, -1);
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}
