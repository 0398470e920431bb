import { connect, createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { type Database, openDatabase } from '../../../adapters/database/open-database.js';
import { type PostgresServer, startPostgres } from '../../../bench/postgres-server.js';
import type { Clock } from '../../../bot/bot.js';
import { describeStore } from './store-contract.js';

// Making and starting a server takes its time on a machine that is busy.
jest.setTimeout(60_000);

let server: PostgresServer;
/** For all tests of the contract: to empty it takes a tenth of the time of making one for each. */
let shared: string;
const opened: Database[] = [];

beforeAll(async () => {
  server = await startPostgres(['fsync=off', 'max_connections=200']);
  shared = await server.createDatabase();
  await (await openDatabase(shared)).close();
});

afterAll(() => server.remove());

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function open(address: string, clock?: Clock): Promise<Database> {
  const database = await openDatabase(address, clock);
  opened.push(database);
  return database;
}

/** Its tables stay, and what says which version they are of. */
async function emptied(address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: string }>(
      "select string_agg(quote_ident(tablename), ',') as tables from pg_tables where schemaname = current_schema() and tablename not like 'kysely%'",
    );
    await client.query(`truncate ${rows[0]?.tables} restart identity`);
  } finally {
    await client.end();
  }
}

describeStore({
  name: 'the PostgreSQL database',
  open: async (clock) => {
    await emptied(shared);
    return { kept: await open(shared, clock), another: () => open(shared, clock), close: async () => {} };
  },
});

describe('the server', () => {
  const dialog = (conversation: string, state: unknown) => ({
    dialog: { conversation, tenant: 'contoso', state, version: undefined, people: ['mia'] },
  });

  test('may be restarted: meanwhile nothing works, afterwards everything does', async () => {
    const { store, check } = await open(await server.createDatabase());
    expect(await store.commit(dialog('a', { n: 1 }))).toBe(true);
    await server.stop();
    await expect(store.readDialog('a')).rejects.toThrow();
    await expect(store.commit(dialog('b', {}))).rejects.toThrow();
    await expect(check()).rejects.toThrow();
    await server.start();
    await expect(check()).resolves.toBeUndefined();
    expect((await store.readDialog('a')).state).toEqual({ n: 1 });
    expect(await store.commit(dialog('b', {}))).toBe(true);
  });

  test('may end connections at any moment: what was begun is not written, and what comes next works', async () => {
    const address = await server.createDatabase();
    const { store, check } = await open(address);
    const tries = Array.from({ length: 40 }, (_, n) => `conversation ${n}`);
    const name = new URL(address).pathname.slice(1);
    const ended = server.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const written = await Promise.allSettled(tries.map((name) => store.commit(dialog(name, { name }))));
    await ended;
    const { store: later } = await open(address);
    const people = await later.conversationsOf('contoso', 'mia');
    for (const [at, name] of tries.entries()) {
      const { state } = await later.readDialog(name);
      expect(people.includes(name)).toBe(state !== undefined);
      if (written[at]?.status === 'fulfilled') expect(state).toEqual({ name });
    }
    // Connections that broke while nobody used them are noticed one by one.
    const works = () =>
      check().then(
        () => true,
        () => false,
      );
    for (let tried = 1; !(await works()); tried += 1) expect(tried).toBeLessThan(40);
    expect(await store.commit(dialog('afterwards', {}))).toBe(true);
  });

  test('hands out what nobody has in hand, and waits for nobody', async () => {
    const address = await server.createDatabase();
    const { store, outbox } = await open(address, () => new Date(0));
    const deliveries = [1, 2].map((ticket) => ({ tenant: 'contoso', ticket, target: 'desk', event: 0 }));
    await store.commit({ deliveries });
    const slow = new pg.Client({ connectionString: address });
    await slow.connect();
    await slow.query('begin');
    await slow.query('select ticket from delivery where ticket = 1 for update');
    const claimed = await outbox.claim({ targets: { allBut: [] }, now: new Date(1000), leaseMs: 1000, most: 10 });
    expect(claimed.map(({ ticket }) => ticket)).toEqual([2]);
    await slow.end();
  });

  test('that does not answer any more is not waited for', async () => {
    const address = new URL(await server.createDatabase());
    const line = await listenBetween(Number(address.port));
    address.port = String(line.port);
    const { store, check } = await open(address.href);
    await check();
    line.hold();
    await expect(check()).rejects.toThrow(/does not answer/);
    line.letGo();
    expect(await store.takeTicketNumber('contoso')).toBe(1);
    await line.close();
  });
});

describe('a database that cannot be used says what to do, without the password', () => {
  test.each<{ name: string; address: () => string | Promise<string>; says: RegExp }>([
    {
      name: 'a wrong password',
      address: () => server.address('postgres', { password: 'geheim' }),
      says: /^postgres at 127\.0\.0\.1:\d+ does not accept this user with this password\. .*PASTEFIX_DATABASE/,
    },
    {
      name: 'a user that is not there',
      address: () => server.address('postgres', { user: 'nobody', password: 'geheim' }),
      says: /does not accept this user with this password/,
    },
    {
      name: 'a database that is not there',
      address: () => server.address('missing'),
      says: /^There is no database missing at .* createdb/,
    },
    {
      name: 'a server that is not there',
      address: () => 'postgres://mia:geheim@127.0.0.1:1/bot',
      says: /^bot at 127\.0\.0\.1:1 cannot be reached \(ECONNREFUSED\)\. Start it, or correct host and port/,
    },
    {
      name: 'a host that is not there',
      address: () => 'postgres://mia:geheim@nowhere.invalid/bot',
      says: /^bot at nowhere\.invalid cannot be reached/,
    },
    {
      name: 'a user without rights',
      address: async () => {
        await server.query("create user guest password 'geheim'");
        const address = new URL(await server.createDatabase());
        return server.address(address.pathname.slice(1), { user: 'guest', password: 'geheim' });
      },
      says: /^The user may not make tables in .* Grant/,
    },
    {
      name: 'an encoding that cannot hold everything',
      address: () => server.createDatabase("encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"),
      says: /keeps text as LATIN1.*encoding UTF8/,
    },
    { name: 'an address that cannot be read', address: () => 'postgres://mia:geheim@:x/', says: /USER:PASSWORD/ },
  ])('$name', async ({ address, says }) => {
    const error = await openDatabase(await address()).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'DatabaseError', code: 'unusable', message: expect.stringMatching(says) });
    expect(inspect(error, { depth: 10 })).not.toContain('geheim');
  });

  test('one of a newer version, which is not touched', async () => {
    const address = await server.createDatabase();
    await (await open(address)).close();
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')");
    await client.end();
    await expect(openDatabase(address)).rejects.toMatchObject({ code: 'newer' });
  });
});

/** A line to the server that can go dead without a word. */
async function listenBetween(port: number) {
  const sockets = new Set<Socket>();
  const listener = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port: own } = z.object({ port: z.number() }).parse(listener.address());
  return {
    port: own,
    hold: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    letGo: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
