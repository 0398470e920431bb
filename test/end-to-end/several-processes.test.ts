// Any number of processes share one database: whichever a message comes to, the conversation goes on.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { startConversation } from './conversation.js';
import { type RunningBot, startBot } from './running-bot.js';

// Many processes have to start, on a machine that may be busy.
jest.setTimeout(180_000);

const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const atOnce = 5;

let folder: string;
let server: PostgresServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-shared-'));
  server = await startPostgres();
});

afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

describe.each<{ name: string; database: () => string | Promise<string> }>([
  { name: 'SQLite', database: () => join(folder, 'new', 'shared.sqlite') },
  { name: 'PostgreSQL', database: () => server.createDatabase() },
])('over $name', ({ database }) => {
  let bots: readonly RunningBot[];

  beforeAll(async () => {
    const shared = await database();
    bots = await Promise.all(Array.from({ length: atOnce }, () => startBot({ database: shared })));
  });

  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
  });

  test('all of them start at once on an empty database', async () => {
    const ready = await Promise.all(bots.map(async ({ url }) => (await fetch(`${url}/readyz`)).status));
    expect(ready).toEqual(bots.map(() => 200));
    for (const bot of bots) expect(bot.output()).not.toContain('p%40ss');
  });

  test('a case goes on in another process after each message', async () => {
    const id = randomUUID();
    const summaries: string[] = [];
    let press: unknown;
    for (let turn = 0; summaries.at(-1) !== 'Solved'; turn += 1) {
      if (turn > 20) throw new Error(summaries.join(', '));
      const url = bots[turn % bots.length]?.url ?? '';
      const conversation = startConversation(url, { id });
      const { summary, buttons } = await (turn === 0 ? conversation.say(forbidden) : conversation.pressData(press));
      summaries.push(summary);
      const labels =
        summary === 'Did it help?' ? ['Yes'] : ['Done', 'Show me the steps', 'Enhanced HTTP', "Don't know"];
      press = labels.flatMap((label) => buttons.find((it) => it.label === label) ?? [])[0]?.data ?? buttons[0]?.data;
    }
    expect(new Set(summaries).size).toBe(summaries.length);
    expect(summaries.filter((summary) => summary.startsWith('Step')).length).toBeGreaterThan(1);
  });

  test('what is delivered to all of them at once is answered once', async () => {
    const id = randomUUID();
    const delivery = { id: randomUUID(), text: forbidden, textFormat: 'plain' };
    const answers = await Promise.all(bots.map(({ url }) => startConversation(url, { id }).send(delivery)));
    const bodies = await Promise.all(answers.map(async (it) => JSON.stringify(await it.json())));
    expect(bodies.filter((body) => body.includes('"summary"'))).toHaveLength(1);
  });
});

describe('a process whose PostgreSQL goes away', () => {
  let bot: RunningBot;

  beforeAll(async () => {
    bot = await startBot({ database: await server.createDatabase() });
  });

  afterAll(async () => {
    await bot.stop();
  });

  test('tells so meanwhile, and goes on when it is back', async () => {
    const readiness = async () => {
      const response = await fetch(`${bot.url}/readyz`);
      return { status: response.status, body: await response.json() };
    };
    const conversation = startConversation(bot.url);
    const first = await conversation.say(forbidden);
    const press = first.buttons.find(({ label }) => label === 'Enhanced HTTP')?.data;
    await server.stop();
    expect(await readiness()).toMatchObject({ status: 503, body: { failing: ['database'] } });
    expect((await conversation.pressData(press)).text).toContain('Something went wrong');
    await server.start();
    expect(await readiness()).toMatchObject({ status: 200 });
    const next = await conversation.pressData(press);
    expect(next.buttons.length).toBeGreaterThan(0);
    expect(next.summary).not.toBe(first.summary);
  });
});
