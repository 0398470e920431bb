// All that a database keeps, whatever its tables are: every value of every row.

import { existsSync, readFileSync } from 'node:fs';
import Libsql from 'libsql';
import pg from 'pg';
import { z } from 'zod';

const rows = z.array(z.record(z.string(), z.unknown()));
const names = z.array(z.object({ name: z.string() }));

/** @param place Path of a SQLite file, or an address of PostgreSQL. @returns Rows by table, each as JSON. */
export async function everythingKept(place: string): Promise<Readonly<Record<string, readonly string[]>>> {
  return place.startsWith('postgres:') ? inPostgres(place) : inSqlite(place);
}

/** What lies in the files of a SQLite database, free pages and the log beside it included. */
export function bytesKept(file: string): string {
  const files = ['', '-wal', '-shm', '-journal'].map((ending) => `${file}${ending}`).filter(existsSync);
  return files.map((path) => readFileSync(path, 'utf8')).join('\n');
}

function inSqlite(file: string): Record<string, readonly string[]> {
  const database = new Libsql(file, { readonly: true });
  const all = (query: string): unknown => database.prepare(query).all([]);
  const tables = names.parse(all("select name from sqlite_master where type = 'table'"));
  const found = tables.map(({ name }) => [name, asTexts(all(`select * from "${name}"`))]);
  database.close();
  return Object.fromEntries(found);
}

async function inPostgres(address: string): Promise<Record<string, readonly string[]>> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const all = async (query: string): Promise<unknown> => (await client.query(query)).rows;
  const tables = names.parse(
    await all("select table_name as name from information_schema.tables where table_schema = 'public'"),
  );
  const found: Record<string, readonly string[]> = {};
  for (const { name } of tables) found[name] = asTexts(await all(`select * from "${name}"`));
  await client.end();
  return found;
}

function asTexts(found: unknown): string[] {
  return rows.parse(found).map((row) => JSON.stringify(row));
}
