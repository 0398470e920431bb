// A ticket from the requester's chat to the channel of the experts and back, over HTTP: what the bot says unasked arrives
// at a connector, as in Teams.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { type FakeConnector, startFakeConnector } from '../adapters/teams/fake-connector.js';
import { type Button, type Conversation, replyOfActivity, startConversation } from './conversation.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// A process has to start, on a machine that may be busy.
jest.setTimeout(60_000);

const channel = '19:help@thread.tacv2';
const paste = 'StatusCode= 403 StatusText= CMGConnector_Forbidden password=Sommer2024!';

let connector: FakeConnector;
let bot: RunningBot;
let read = 0;

beforeAll(async () => {
  connector = await startFakeConnector();
  bot = await startBot({ env: { PASTEFIX_SUPPORT_CHANNELS: `Configuration Manager=${channel}` } });
});

beforeEach(() => {
  read = connector.received.length;
});

afterAll(async () => {
  await bot.stop();
  await connector.close();
  removeDatabases();
});

/** A card or a text that the bot has sent to a place, unasked. */
interface Sent {
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly Button[];
}

const activitySchema = z.looseObject({ attachments: z.array(z.looseObject({ content: z.unknown() })).optional() });

/** Waits for what arrives at the connector, in the order in which it does. */
async function arrives(what: RegExp): Promise<Sent> {
  for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 50) {
    for (let at = read; at < connector.received.length; at += 1) {
      const { to = '', body = {} } = connector.received[at] ?? {};
      const activity = activitySchema.parse(body['activity'] ?? body);
      const { text, buttons } = replyOfActivity(activity);
      if (!what.test(`${to}\n${text}`)) continue;
      read = at + 1;
      return { to, text, buttons };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seen = connector.received.slice(read).map(({ to, body }) => `${to} ${JSON.stringify(body).slice(0, 300)}`);
  throw new Error(`Nothing like ${what} has arrived, but:\n${seen.join('\n')}`);
}

const person = (user: string): Conversation =>
  startConversation(bot.url, { id: `a:${user}`, user, serviceUrl: connector.url });

/** In the thread that begins with the card. */
const inThread = (user: string, card: string): Conversation =>
  startConversation(bot.url, {
    id: `${channel};messageid=${card}`,
    user,
    serviceUrl: connector.url,
    conversationType: 'channel',
  });

function dataOf({ buttons }: Pick<Sent, 'buttons'>, label: string, inputs: object = {}): object {
  const button = buttons.find((it) => it.label === label);
  if (button === undefined) throw new Error(`No button ${label} among ${buttons.map((it) => it.label).join(', ')}`);
  return { ...z.looseObject({}).parse(button.data), ...inputs };
}

test('escalate, ask, answer, resolve, reopen: each side hears of the other, and of nobody else', async () => {
  const mia = person('mia');
  await mia.say(paste);
  await mia.press('Ask the helpdesk');
  const sent = await mia.pressData(dataOf(mia.last(), 'Send it', { severity: 'high', devices: '12' }));
  expect(sent.text).toMatch(/Ticket 1/);

  const card = await arrives(/POST \/v3\/conversations\n/);
  expect(card.text).toMatch(/Ticket 1[\s\S]*new[\s\S]*high[\s\S]*12[\s\S]*mia/);
  expect(card.text).not.toContain('Sommer2024');
  const thread = `message-${connector.received.length}`;

  // A colleague who is nobody to the ticket gets nowhere, in the chat and in writing.
  const eve = person('eve');
  expect((await eve.pressData(dataOf(card, 'Resolve', { text: 'Done.' }))).text).toMatch(/know no ticket 1 of yours/);
  expect((await eve.say('ticket 1')).text).toMatch(/know no ticket 1 of yours/);
  expect((await eve.say('my tickets')).text).toMatch(/no tickets/);

  const noor = inThread('noor', thread);
  await noor.pressData(dataOf(card, 'Ask the requester', { text: 'Which version? password=Sommer2024!' }));
  const question = await arrives(/POST \/v3\/conversations\/a:mia\/activities\n/);
  expect(question.text).toMatch(/noor takes care of ticket 1/);
  const asked = await arrives(/POST \/v3\/conversations\/a:mia\/activities\n/);
  expect(asked.text).toMatch(/noor has a question about ticket 1[\s\S]*Which version\? password=<password 1>/);

  await mia.pressData(dataOf(asked, 'Answer', { text: '2409' }));
  expect((await arrives(/^PUT [\s\S]*mia wrote/)).text).toMatch(/in work/);
  expect((await arrives(/POST .*messageid=.*\/activities\n/)).text).toMatch(/Ticket 1: mia wrote[\s\S]*2409/);

  await noor.pressData(dataOf(card, 'Resolve', { text: 'Renewed the certificate.\nRestarted IIS.' }));
  const resolved = await arrives(/a:mia[\s\S]*has resolved ticket 1/);
  expect(resolved.text).toMatch(/Renewed the certificate/);

  const updated = await arrives(/^PUT [\s\S]*resolved/);
  const draft = await noor.pressData(dataOf(updated, 'Draft article'));
  expect(draft.text).toMatch(/## Resolution\s+1\. Renewed the certificate\.\n2\. Restarted IIS\./);
  const [, link = ''] = /Download ticket-1\.md\**\]\((\S+)\)/.exec(draft.text) ?? [];
  const file = await fetch(link);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="ticket-1.md"');
  expect(draft.text).toContain((await file.text()).trimEnd());

  const back = await mia.pressData(dataOf(resolved, 'Reopen', { text: 'It is back.' }));
  expect(back.text).toMatch(/reopened/);
  expect((await arrives(/^PUT [\s\S]*reopened/)).text).toMatch(/It is back/);
  expect((await mia.say('my tickets')).text).toMatch(/Ticket 1: .*\n?reopened/);
});

test('a second person with the same fault joins, and hears the same', async () => {
  const ben = person('ben');
  await ben.say('StatusCode= 403 StatusText= CMGConnector_Forbidden on another machine');
  const form = await ben.press('Ask the helpdesk');
  expect(form.text).toMatch(/A colleague hit this today/);
  expect((await ben.press('Join ticket 1')).text).toMatch(/You wait for ticket 1 now/);
  const { text } = await arrives(/^PUT /);
  const card = await arrives(/POST .*messageid=.*\/activities\n/);
  expect(`${text}${card.text}`).toMatch(/ben has the same fault/);

  const noor = inThread('noor', 'message-1');
  await noor.ask({
    text: '<at>Pastefix</at> ticket 1: We are on it.',
    entities: [{ type: 'mention', text: '<at>Pastefix</at>', mentioned: { id: '28:bot' } }],
  });
  const told = [await arrives(/a:(?:mia|ben)\//), await arrives(/a:(?:mia|ben)\//)];
  expect(told.map(({ to }) => to).sort()).toEqual([
    'POST /v3/conversations/a:ben/activities',
    'POST /v3/conversations/a:mia/activities',
  ]);
});

test('what is written in the channel by whoever, outside the team of another channel, changes nothing', async () => {
  const other = startConversation(bot.url, {
    id: '19:general@thread.tacv2;messageid=1',
    user: 'noor',
    serviceUrl: connector.url,
    conversationType: 'channel',
  });
  const reply = await other.pressData({ action: { ticket: 1, revision: 1, verb: 'resolve' }, text: 'Done.' });
  expect(reply.text).toMatch(/know no ticket 1 of yours/);
});

test('whoever wants to be forgotten is', async () => {
  const cem = person('cem');
  await cem.say(paste);
  expect((await cem.say('forget my cases')).text).toMatch(/1 conversation/);
  expect((await cem.press('Forget them')).text).toMatch(/Forgotten/);
  expect((await cem.say('my cases')).text).toMatch(/no earlier cases/);
  const mia = person('mia');
  expect((await mia.say('forget my cases')).text).toMatch(/still works on ticket 1/);
});

test('the terminal tells what was handed over, while the bot runs, and makes an article of it', async () => {
  const tickets = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(__dirname, '../../dist/adapters/terminal.js'), 'tickets', ...args], {
      env: { PATH: process.env['PATH'], PASTEFIX_DATABASE: bot.database },
      encoding: 'utf8',
      timeout: 20_000,
    });
  const noor = inThread('noor', 'message-1');
  await noor.pressData({ action: { ticket: 1, revision: 1, verb: 'resolve' }, text: 'Renewed the certificate.' });
  expect(tickets('--all')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ +1 {2}resolved +high /) });
  const { stdout } = tickets('show', '1');
  expect(stdout).toMatch(/StatusText= CMGConnector_Forbidden password=<password 1>[\s\S]*noor resolved it:/);
  expect(stdout).not.toContain('Sommer2024');
  expect(tickets('draft', '1').stdout).toMatch(/## Resolution\n\n1\. Renewed the certificate\./);
  expect(tickets('draft', '7')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('no ticket 7'),
  });
});
