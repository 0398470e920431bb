// Somebody wants to be forgotten: afterwards nothing in any table, or in the bytes of the file, tells that they were there.

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { type FakeConnector, startFakeConnector } from '../adapters/teams/fake-connector.js';
import { type Conversation, startConversation } from './conversation.js';
import { bytesKept, everythingKept } from './everything-kept.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// Processes have to start, on a machine that may be busy.
jest.setTimeout(120_000);

const channel = '19:help@thread.tacv2';
const group = '19:colleagues@thread.v2';
const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const refused = '[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set';
/** Id and name of the person, and the id of their chat. */
const traces = /mia-4711/i;

let server: PostgresServer;
let connector: FakeConnector;

beforeAll(async () => {
  [server, connector] = await Promise.all([startPostgres(['fsync=off']), startFakeConnector()]);
});

afterAll(async () => {
  await Promise.all([server.remove(), connector.close()]);
  removeDatabases();
});

describe.each<{ name: string; open: () => Promise<{ database?: string }>; hasFile: boolean }>([
  { name: 'SQLite', open: async () => ({}), hasFile: true },
  { name: 'PostgreSQL', open: async () => ({ database: await server.createDatabase() }), hasFile: false },
])('over $name', ({ open, hasFile }) => {
  const env = { PASTEFIX_SUPPORT_CHANNELS: `*=${channel}`, PASTEFIX_RETENTION_DAYS: '0' };
  let bot: RunningBot;

  beforeAll(async () => {
    bot = await startBot({ ...(await open()), env });
  });

  afterAll(async () => {
    await bot?.stop();
  });

  const talk = (user: string, where: { id?: string; conversationType?: 'personal' | 'channel' } = {}): Conversation =>
    startConversation(bot.url, { id: `a:${user}`, user, serviceUrl: connector.url, ...where });
  const expert = (user: string): Conversation =>
    talk(user, { id: `${channel};messageid=message-1`, conversationType: 'channel' });
  const mention = { type: 'mention', text: '<at>Pastefix</at>', mentioned: { id: '28:bot' } };
  const inGroup = (user: string, text: string) =>
    talk(user, { id: group, conversationType: 'channel' }).ask({
      text: `<at>Pastefix</at> ${text}`,
      entities: [mention],
    });

  const handOver = async (conversation: Conversation, paste: string): Promise<number> => {
    await conversation.say(paste);
    await conversation.say('helpdesk');
    const { text } = await conversation.press('Send it', conversation.last().inputs);
    return Number(/Ticket (\d+)/.exec(text)?.[1]);
  };

  /** Tables, and the file, in which there is a trace. */
  const tracesLeft = async (): Promise<string[]> => {
    const kept = await everythingKept(bot.database);
    const tables = Object.keys(kept).filter((table) => kept[table]?.some((row) => traces.test(row)));
    return [...tables, ...(hasFile && traces.test(bytesKept(bot.database)) ? ['the file'] : [])];
  };

  const delivered = async (): Promise<void> => {
    for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 100) {
      const { delivery = [] } = await everythingKept(bot.database);
      if (!delivery.some((row) => row.includes('"state":"waiting"'))) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Not everything was delivered');
  };

  const forget = async (conversation: Conversation): Promise<string> => {
    await conversation.say('forget my cases');
    return (await conversation.press('Forget them')).text;
  };

  test('whoever had cases, tickets, a part in those of others, and took care of some', async () => {
    const mia = talk('mia-4711');
    const ben = talk('ben');
    const theirs = await handOver(ben, refused);
    // Joins, says something, and then takes care of it.
    await mia.say(refused);
    await mia.say('helpdesk');
    await mia.press(`Join ticket ${theirs}`);
    await mia.press('Add a comment', { text: 'here, too' });
    for (const verb of ['assign', 'tell', 'resolve'])
      await expert('mia-4711').pressData({ action: { ticket: theirs, revision: 3, verb }, text: `now ${verb}` });
    // Cases in a group, of which one is somebody else's; a finished ticket.
    await inGroup('ben', forbidden);
    await inGroup('mia-4711', 'helpdesk');
    await mia.say('start over');
    const own = await handOver(mia, forbidden);
    await mia.press('It works now');
    await delivered();
    expect(await tracesLeft()).toEqual(expect.arrayContaining(['dialog', 'dialog_person', 'ticket', 'ticket_person']));

    expect(await forget(mia)).toBe('Forgotten.');
    expect(await tracesLeft()).toEqual([]);
    expect((await ben.say(`ticket ${theirs}`)).text).toContain('now resolve');
    expect((await mia.say(`ticket ${own}`)).text).toContain(`no ticket ${own} of yours`);
    expect(bot.output()).not.toMatch(traces);
  });

  test('whose ticket somebody still works on: it goes once they have heard how it ended', async () => {
    const mia = talk('mia-4711');
    const ticket = await handOver(mia, forbidden);
    expect(await forget(mia)).toContain(`Somebody still works on ticket ${ticket}`);
    await delivered();
    expect(await tracesLeft()).toEqual(expect.arrayContaining(['ticket', 'conversation_reference']));
    const before = connector.received.length;
    await expert('noor').pressData({ action: { ticket, revision: 1, verb: 'resolve' }, text: 'Renewed it.' });
    await delivered();
    const heard = connector.received.slice(before).filter(({ to }) => to.includes('a:mia-4711'));
    expect(JSON.stringify(heard)).toContain('Renewed it.');

    await bot.stop();
    bot = await startBot({ database: bot.database, env });
    for (let waitedMs = 0; waitedMs < 10_000 && !bot.output().includes('forgotten-removed'); waitedMs += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await tracesLeft()).toEqual([]);
  });
});
