import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MemoryStorage, type Storage } from 'botbuilder';
import Database from 'libsql';
import { createDialogStore, openSqliteStorage, type SqliteStorage } from '../../adapters/sqlite-store.js';

let folder: string;
const opened: SqliteStorage[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-store-'));
});

afterEach(async () => {
  for (const storage of opened.splice(0)) await storage.close();
  rmSync(folder, { recursive: true });
});

async function open(name = 'test.sqlite'): Promise<SqliteStorage> {
  const storage = await openSqliteStorage(join(folder, name));
  opened.push(storage);
  return storage;
}

describe('outcomes', () => {
  const repair = { article: 'cmg/forbidden.md', issue: 'binding', repair: 'enhanced-http' };

  test('are counted for each organisation by itself', async () => {
    const storage = await open();
    await storage.addOutcome('contoso', { ...repair, helped: true });
    await storage.addOutcome('contoso', { ...repair, helped: false });
    await storage.addOutcome('contoso', { ...repair, helped: true });
    await storage.addOutcome('fabrikam', { ...repair, repair: 'https', helped: false });
    expect(await storage.readOutcomes('contoso')).toEqual([{ ...repair, helped: 2, failed: 1 }]);
    expect(await storage.readOutcomes('fabrikam')).toEqual([{ ...repair, repair: 'https', helped: 0, failed: 1 }]);
    expect(await storage.readOutcomes('nobody')).toEqual([]);
  });

  test('that come at the same time are all counted', async () => {
    const storage = await open();
    await Promise.all(Array.from({ length: 50 }, () => storage.addOutcome('contoso', { ...repair, helped: true })));
    expect(await storage.readOutcomes('contoso')).toEqual([{ ...repair, helped: 50, failed: 0 }]);
  });
});

describe.each<{ name: string; create: () => Promise<Storage> }>([
  { name: "Bot Framework's MemoryStorage", create: async () => new MemoryStorage() },
  { name: 'the SQLite storage', create: () => open() },
])('$name keeps the contract of a storage', ({ create }) => {
  test('what is not there is not returned', async () => {
    const storage = await create();
    expect(await storage.read(['a', 'b'])).toEqual({});
  });

  test('an item comes back as written, with an eTag', async () => {
    const storage = await create();
    const item = { text: 'naïve "quotes" \u0000 🙂', list: [1, { deep: null }], no: false };
    await storage.write({ a: item, b: {} });
    expect(await storage.read(['a', 'b', 'c'])).toEqual({
      a: { ...item, eTag: expect.any(String) },
      b: { eTag: expect.any(String) },
    });
  });

  test.each([{ eTag: undefined }, { eTag: '*' }])('eTag $eTag overwrites', async ({ eTag }) => {
    const storage = await create();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, ...(eTag !== undefined && { eTag }) } });
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 2 } });
  });

  test('the current eTag writes and changes, an older one does not', async () => {
    const storage = await create();
    await storage.write({ a: { n: 1 } });
    const first = (await storage.read(['a']))['a'];
    await storage.write({ a: { ...first, n: 2 } });
    await expect(storage.write({ a: { ...first, n: 3 } })).rejects.toThrow(/eTag/);
    const second = (await storage.read(['a']))['a'];
    expect(second.n).toBe(2);
    expect(second.eTag).not.toBe(first.eTag);
  });

  test('what is deleted is gone, and deleting it again is no error', async () => {
    const storage = await create();
    await storage.write({ a: { n: 1 }, b: { n: 2 } });
    await storage.delete(['a']);
    await storage.delete(['a', 'never']);
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
  });

  test('what was read can be changed without changing what is kept', async () => {
    const storage = await create();
    await storage.write({ a: { list: [1] } });
    (await storage.read(['a']))['a'].list.push(2);
    expect(await storage.read(['a'])).toMatchObject({ a: { list: [1] } });
  });

  test('dialogs of two conversations stay apart', async () => {
    const dialogs = createDialogStore(await create());
    expect(await dialogs.read('x')).toBeUndefined();
    await dialogs.write('x', { step: 1 });
    await dialogs.write('y', [1, 2]);
    await dialogs.write('x', { step: 2 });
    expect([await dialogs.read('x'), await dialogs.read('y')]).toEqual([{ step: 2 }, [1, 2]]);
  });
});

describe('the file', () => {
  test('is made with its folder and survives reopening', async () => {
    const first = await open('not/yet/there.sqlite');
    await first.write({ a: { n: 1 } });
    const { eTag } = (await first.read(['a']))['a'];
    await first.close();
    const second = await open('not/yet/there.sqlite');
    expect(await second.read(['a'])).toEqual({ a: { n: 1, eTag } });
    await expect(second.check()).resolves.toBeUndefined();
  });

  test('is written all or nothing', async () => {
    const storage = await open();
    await storage.write({ b: { n: 1 } });
    await expect(storage.write({ a: { n: 2 }, b: { n: 2, eTag: 'old' } })).rejects.toMatchObject({ code: 'conflict' });
    expect(await storage.read(['a', 'b'])).toMatchObject({ b: { n: 1 } });
    expect(await storage.read(['a'])).toEqual({});
  });

  test('takes many writes at once', async () => {
    const storage = await open();
    const keys = Array.from({ length: 50 }, (_, n) => `k${n}`);
    await Promise.all(keys.map((key) => storage.write({ [key]: { key } })));
    expect(Object.keys(await storage.read(keys)).sort()).toEqual(keys.toSorted());
  });

  test('can be open twice, as when an old process is still ending', async () => {
    const [one, two] = [await open(), await open()];
    await one.write({ a: { n: 1 } });
    await two.write({ a: { n: 2 } });
    expect(await one.read(['a'])).toMatchObject({ a: { n: 2 } });
  });

  test('that is not a database is left as it is', async () => {
    const file = join(folder, 'notes.sqlite');
    writeFileSync(file, 'my notes, certainly no database '.repeat(200));
    await expect(openSqliteStorage(file)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/notes\.sqlite is damaged .* PASTEFIX_DATABASE/),
    });
    expect(readFileSync(file, 'utf8')).toMatch(/^my notes/);
  });

  test('with damaged pages is refused at the start', async () => {
    const storage = await open('hurt.sqlite');
    for (let n = 0; n < 200; n += 1) await storage.write({ [`k${n}`]: { text: 'x'.repeat(500) } });
    await storage.close();
    const file = join(folder, 'hurt.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length - 100);
    writeFileSync(file, bytes);
    await expect(openSqliteStorage(file)).rejects.toMatchObject({ code: 'corrupt' });
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
    await expect(openSqliteStorage(path())).rejects.toMatchObject({
      code: 'unusable',
      message: expect.stringMatching(/cannot be opened.* writable .* PASTEFIX_DATABASE/),
    });
  });

  test('of a newer version is not touched', async () => {
    await (await open('new.sqlite')).close();
    const raw = new Database(join(folder, 'new.sqlite'));
    raw.exec("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
    raw.close();
    await expect(openSqliteStorage(join(folder, 'new.sqlite'))).rejects.toMatchObject({ code: 'newer' });
  });
});
