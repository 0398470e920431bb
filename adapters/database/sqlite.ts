// SQLite: one file, or none, through libsql.

import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { z } from 'zod';
import { makeFolder } from '../make-folder.js';
import { DatabaseError } from './database-error.js';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import type { Schema } from './schema.js';
import { isBusy, patiently, sqliteDialect } from './sqlite-dialect.js';

/**
 * Opens the file, making it and its folder on the first start, and brings its tables up to date.
 *
 * @param file Path; `:memory:` for a database that ends with the process.
 * @throws {DatabaseError} Saying what to do about the file.
 */
export async function openSqlite(file: string): Promise<Engine> {
  const path = file === ':memory:' ? file : resolve(file);
  let database: Database.Database | undefined;
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    // It never waits by itself: that would hold up everything else in this process.
    const opened = new Database(path, { timeout: 0 });
    database = opened;
    await patiently(() => opened.exec('pragma journal_mode = wal'));
    // What is removed is overwritten: people who want to be forgotten mean the file, too.
    opened.exec('pragma secure_delete = on');
    requireUndamaged(opened, path);
    const db = new Kysely<Schema>({ dialect: sqliteDialect(opened) });
    await migrate(db, path);
    return {
      name: path,
      db,
      isShared: false,
      check: async () => {
        await db.selectFrom('dialog').select('conversation').limit(1).execute();
      },
      erase: () => erase(db, opened),
      close: () => close(db, opened),
    };
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

const mostTries = 40;
const pauseMs = 50;

/** Empties the log beside the file, which holds what was; other processes that read at this very moment are waited for. */
async function erase(db: Kysely<Schema>, database: Database.Database): Promise<void> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    // Not in the middle of a transaction of ours.
    if (await db.connection().execute(async () => isLogEmptied(database))) return;
    await pause(pauseMs);
  }
}

const checkpoint = z.object({ busy: z.number() });

function isLogEmptied(database: Database.Database): boolean {
  try {
    return checkpoint.parse(database.prepare('pragma wal_checkpoint(truncate)').get([])).busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** libsql leaves the log beside the file on closing; folded in, the one file can be copied as a backup. */
async function close(db: Kysely<Schema>, database: Database.Database): Promise<void> {
  try {
    database.exec('pragma wal_checkpoint(truncate)');
  } finally {
    await db.destroy();
  }
}

function requireUndamaged(database: Database.Database, path: string): void {
  const found = z.array(z.object({ quick_check: z.string() })).parse(database.prepare('pragma quick_check').all([]));
  if (found.some(({ quick_check }) => quick_check !== 'ok')) throw damaged(path);
}

function damaged(path: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'damaged',
    `The database ${path} is damaged or not a SQLite file. Move it away to start with an empty one, restore a backup, or name another file in PASTEFIX_DATABASE.`,
    { cause },
  );
}

function explain(error: unknown, path: string): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed|corrupt/i.test(text)) return damaged(path, error);
  return new DatabaseError(
    'unusable',
    `The database ${path} cannot be opened${/unable to open/i.test(text) ? '' : ` (${text})`}. Make its folder and the file writable for this account, or name another file in PASTEFIX_DATABASE.`,
    { cause: error },
  );
}
