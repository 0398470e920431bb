import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import Libsql from 'libsql';
import { type Database, openDatabase } from '../../../adapters/database/open-database.js';
import type { Clock } from '../../../bot/bot.js';
import { describeStore } from './store-contract.js';

// Every write waits for the disk, on a machine that may be busy.
jest.setTimeout(60_000);

let folder: string;
const opened: Database[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-sqlite-'));
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(folder, { recursive: true });
});

async function open(name = 'test.sqlite', clock?: Clock): Promise<Database> {
  const database = await openDatabase(join(folder, name), clock);
  opened.push(database);
  return database;
}

async function write({ store }: Database, conversation: string, state: unknown): Promise<boolean> {
  const { version } = await store.readDialog(conversation);
  return store.commit({ dialog: { conversation, tenant: 'contoso', state, version, people: ['mia'] } });
}

describeStore({
  name: 'the SQLite database',
  open: async (clock) => ({
    kept: await open('contract.sqlite', clock),
    another: () => open('contract.sqlite', clock),
    close: async () => {},
  }),
});

describe('the file', () => {
  test('is made with its folder and survives reopening', async () => {
    const first = await open('not/yet/there.sqlite');
    await write(first, 'a', { n: 1 });
    const read = await first.store.readDialog('a');
    await first.close();
    const second = await open('not/yet/there.sqlite');
    expect(await second.store.readDialog('a')).toEqual(read);
    expect(read.state).toEqual({ n: 1 });
    await expect(second.check()).resolves.toBeUndefined();
  });

  test('is whole by itself once it was closed', async () => {
    const database = await open('backup.sqlite');
    await write(database, 'a', { n: 1 });
    await database.close();
    writeFileSync(join(folder, 'copy.sqlite'), readFileSync(join(folder, 'backup.sqlite')));
    const copy = await open('copy.sqlite');
    expect((await copy.store.readDialog('a')).state).toEqual({ n: 1 });
  });

  test('can be closed twice', async () => {
    const database = await open();
    await database.close();
    await expect(database.close()).resolves.toBeUndefined();
    await expect(database.check()).rejects.toThrow();
  });

  test('that another process is writing to is waited for', async () => {
    const [one, two] = [await open(), new Libsql(join(folder, 'test.sqlite'))];
    two.exec('begin immediate');
    const number = one.store.takeTicketNumber('contoso');
    const written = write(one, 'a', { n: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    two.exec('commit');
    two.close();
    expect([await number, await written]).toEqual([1, true]);
    expect((await one.store.readDialog('a')).state).toEqual({ n: 1 });
  });

  test('that is not a database is left as it is', async () => {
    const file = join(folder, 'notes.sqlite');
    writeFileSync(file, 'my notes, certainly no database '.repeat(200));
    await expect(openDatabase(file)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/notes\.sqlite is damaged .* PASTEFIX_DATABASE/),
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^my notes/);
  });

  test('with damaged pages is refused at the start', async () => {
    const database = await open('hurt.sqlite');
    for (let n = 0; n < 200; n += 1) await write(database, `k${n}`, { text: 'x'.repeat(500) });
    await database.close();
    const file = join(folder, 'hurt.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length - 100);
    writeFileSync(file, bytes);
    await expect(openDatabase(file)).rejects.toMatchObject({ code: 'damaged' });
  });

  // Where there is no /proc, a file stands for it.
  const nowhere = existsSync('/proc') ? '/proc' : __filename;

  test.each([
    { name: 'a folder', path: () => folder },
    {
      name: 'below a file',
      path: () => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file', 'x.sqlite');
      },
    },
    { name: 'below a folder that none can be made in', path: () => join(nowhere, 'new', 'x.sqlite') },
  ])('in an impossible place ($name) says what to do', async ({ path }) => {
    await expect(openDatabase(path())).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(/cannot be opened.* writable .* PASTEFIX_DATABASE/),
    });
  });

  test('of a newer version is not touched', async () => {
    await (await open('new.sqlite')).close();
    const raw = new Libsql(join(folder, 'new.sqlite'));
    raw.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
    raw.close();
    await expect(openDatabase(join(folder, 'new.sqlite'))).rejects.toMatchObject({ code: 'newer' });
  });
});

describe('a file of the first version', () => {
  const conversation = 'msteams/contoso%2Fwest/a%3A1';

  /** As the tables were when the dialogs were items of a storage for anything. */
  function makeOld(items: Readonly<Record<string, string>>): void {
    const raw = new Libsql(join(folder, 'old.sqlite'));
    raw.exec(`
      create table storage_item (key text primary key, value text not null, revision integer not null default 1);
      create table outcome (
        tenant text not null, article text not null, issue text not null, repair text not null,
        helped integer not null, failed integer not null, primary key (tenant, article, issue, repair));
      insert into outcome values ('contoso', 'a.md', 'b', 'c', 2, 1);
      create table kysely_migration (name varchar(255) primary key not null, timestamp varchar(255) not null);
      create table kysely_migration_lock (id varchar(255) primary key not null, is_locked integer default 0 not null);
      insert into kysely_migration_lock values ('migration_lock', 0);
      insert into kysely_migration values
        ('0001-storage-item', '2026-01-01T00:00:00.000Z'), ('0002-outcome', '2026-01-01T00:00:00.001Z');`);
    const insert = raw.prepare('insert into storage_item (key, value) values (?, ?)');
    raw.exec('begin');
    for (const [key, value] of Object.entries(items)) insert.run([key, value]);
    raw.exec('commit');
    raw.close();
  }

  test('keeps its dialogs, and the people in their cases are found', async () => {
    const state = {
      version: 2,
      case: { people: ['mia', 'ben'] },
      parked: [{ people: ['ben', 'zoë'] }],
      text: 'naïve \\u0000',
    };
    makeOld({ [`dialog/${conversation}`]: JSON.stringify({ state }), 'dialog/short': '{"state":{"version":1}}' });
    const { store } = await open('old.sqlite');
    expect((await store.readDialog(conversation)).state).toEqual(state);
    expect((await store.readDialog('short')).state).toEqual({ version: 1 });
    for (const person of ['mia', 'ben', 'zoë'])
      expect(await store.conversationsOf('contoso/west', person)).toEqual([conversation]);
    expect(await store.readOutcomes('contoso')).toEqual([
      { article: 'a.md', issue: 'b', repair: 'c', helped: 2, failed: 1 },
    ]);
    const { version } = await store.readDialog(conversation);
    const dialog = { conversation, tenant: 'contoso', state: { n: 1 }, version, people: ['ben'] };
    expect(await store.commit({ dialog })).toBe(true);
    expect(await store.conversationsOf('contoso', 'ben')).toEqual([conversation]);
    expect(await store.conversationsOf('contoso/west', 'ben')).toEqual([]);
  });

  test('keeps many dialogs, and leaves what was none', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => [`dialog/x/${n}/y`, JSON.stringify({ state: { n } })]);
    makeOld({ ...Object.fromEntries(many), 'dialog/broken': '{', 'dialog/empty': '{}', other: '{"state":{}}' });
    const { store } = await open('old.sqlite');
    for (let n = 0; n < 1000; n += 1) expect((await store.readDialog(`x/${n}/y`)).state).toEqual({ n });
    for (const none of ['broken', 'empty', 'other']) expect((await store.readDialog(none)).version).toBeUndefined();
  });
});
