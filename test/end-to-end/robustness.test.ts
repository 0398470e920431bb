import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startConversation } from './conversation.js';
import { leadToTheEnd } from './lead-to-the-end.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// A process has to start, on a machine that may be busy.
jest.setTimeout(30_000);

const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';

afterAll(removeDatabases);

describe('one case after the other', () => {
  test('a power cut in the middle of a repair loses nothing', async () => {
    const before = await startBot();
    const id = 'conversation-1';
    const first = startConversation(before.url, { id });
    await first.say(forbidden);
    await first.press('Enhanced HTTP');
    const { buttons, text } = await first.press('Done');
    await before.kill();

    const after = await startBot({ database: before.database });
    try {
      const second = startConversation(after.url, { id });
      const done = buttons.find(({ label }) => label === 'Done');
      expect(text).toMatch(/Step 2 of 6/);
      expect((await second.pressData(done?.data)).text).toMatch(/Step 3 of 6/);
      expect((await second.say('back')).text).toMatch(/Step 2 of 6/);
      const replies = await leadToTheEnd(second, []);
      expect(replies.at(-1)?.summary).toBe('Solved');
    } finally {
      expect(await after.stop()).toBe(0);
    }
  });

  test('the same delivery twice moves on once', async () => {
    const bot = await startBot();
    try {
      const conversation = startConversation(bot.url);
      await conversation.say(forbidden);
      const { buttons } = await conversation.press('Enhanced HTTP');
      const press = { id: 'twice', text: undefined, value: buttons.find(({ label }) => label === 'Done')?.data };
      const answers = [await conversation.send(press), await conversation.send(press)];
      const bodies = await Promise.all(answers.map((answer) => answer.json()));
      expect(bodies).toMatchObject([{ activities: [{ summary: 'Step 2 of 6' }] }, { activities: [] }]);
    } finally {
      await bot.stop();
    }
  });
});

describe('whatever comes in', () => {
  let bot: RunningBot;

  beforeAll(async () => {
    bot = await startBot();
  });

  afterAll(async () => {
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    expect(bot.output()).not.toMatch(/turn-failed|request-failed|Unhandled|at .*\.js:\d+/);
    expect(await bot.stop()).toBe(0);
  });

  const line = '2025-05-13 09:41:07 Everything is as it should be in thread 4812 (0x12CC)';

  test.each([
    { name: 'nothing', text: '', says: /Paste/ },
    { name: 'white space', text: ' \n\t \u00a0\u200b ', says: /Paste/ },
    { name: 'a megabyte without a meaning', text: 'lorem ipsum dolor '.repeat(60_000), says: /./ },
    { name: 'a megabyte without a break', text: 'x'.repeat(1_000_000), says: /./ },
    { name: '10,000 lines with one that matters', text: `${`${line}\n`.repeat(9999)}${forbidden}`, says: /binding/i },
    { name: 'the same, the one first', text: `${forbidden}\n${`${line}\n`.repeat(9999)}`, says: /binding/i },
    {
      name: 'bytes read as text',
      text: Array.from({ length: 20_000 }, (_, n) => String.fromCharCode((n * 7919) % 256)).join(''),
      says: /./,
    },
    { name: 'half characters', text: `\ud800 ${forbidden} \udfff`, says: /binding/i },
    { name: 'log markup that is never closed', text: `${'<![LOG['.repeat(500)}${forbidden}`, says: /./ },
    { name: 'log markup that is never opened', text: `${forbidden}${']LOG]!><time="'.repeat(500)}`, says: /./ },
    { name: 'HTML', text: `<script>alert(1)</script><img src=x onerror=alert(1)>${forbidden}`, says: /binding/i },
    { name: 'Markdown', text: '# a\n[b](javascript:c) ![d](http://e/f) `g` **h**\n```\ni', says: /./ },
    {
      name: 'things that programs trip over',
      text: '__proto__ constructor toString $x {{y}} %s %n \u0000',
      says: /./,
    },
    { name: 'text from right to left', text: '\u202eCMGConnector_Forbidden\u202c مرحبا', says: /./ },
  ])('$name as text gets a reply', async ({ text, says }) => {
    const conversation = startConversation(bot.url);
    const reply = await conversation.say(text);
    expect(reply.text).toMatch(says);
    expect((await conversation.say(forbidden)).text).toMatch(/binding/i);
  });

  test('the paste in an html attachment is what counts', async () => {
    const conversation = startConversation(bot.url);
    const content = `<div itemprop="copy-paste-block"><p>&nbsp;</p><p><![LOG[${forbidden}]LOG]!><time="1" date="2"></p></div>`;
    const response = await conversation.send({ text: '', attachments: [{ contentType: 'text/html', content }] });
    expect(JSON.stringify(await response.json())).toMatch(/binding/i);
  });

  test.each([
    { name: 'nothing', data: {} },
    { name: 'a word', data: 'done' },
    { name: 'a list', data: [1, 2, 3] },
    { name: 'a number', data: 7 },
    { name: 'an unknown verb', data: { action: { caseId: 'x', revision: 0, verb: 'format-disk' } } },
    { name: 'another type of everything', data: { action: { caseId: 1, revision: 'x', verb: null, value: {} } } },
    { name: 'somebody else’s action', data: { action: 'approve', invoice: 12 } },
    { name: 'a prototype', data: JSON.parse('{"__proto__":{"action":{}},"constructor":{}}') },
    { name: 'a great deal', data: { action: { caseId: 'x'.repeat(500_000), revision: 1, verb: 'y'.repeat(500_000) } } },
  ])('a button that sends $name back changes nothing', async ({ data }) => {
    const conversation = startConversation(bot.url);
    expect((await conversation.pressData(data)).text).toMatch(/Paste/);
    const { text } = await conversation.say(forbidden);
    const reply = await conversation.pressData(data);
    const heading = text.split('\n')[0] ?? '';
    expect(reply.text).toContain(heading);
    await conversation.press('Enhanced HTTP');
  });

  test('a button of one conversation does nothing in another, and shows nothing of it', async () => {
    const mine = startConversation(bot.url, { user: 'me' });
    const { buttons } = await mine.say(`${forbidden} on host SECRETHOST`);
    const theirs = startConversation(bot.url, { user: 'them' });
    const before = await theirs.say('IDX10223');
    for (const { data } of buttons) {
      const reply = await theirs.pressData(data);
      expect(reply.text).not.toMatch(/SECRETHOST|binding/i);
      expect(reply.text).toContain(before.text.split('\n')[0]);
    }
    expect((await mine.press('Enhanced HTTP')).text).toMatch(/Step 1/);
  });

  test('the same id in another tenant or channel is another conversation', async () => {
    const conversation = startConversation(bot.url, { id: 'shared' });
    await conversation.say(forbidden);
    for (const change of [{ channelData: { tenant: { id: 'other' } } }, { channelId: 'webchat' }]) {
      const answer = await conversation.send({ text: 'helpdesk', ...change });
      expect(JSON.stringify(await answer.json())).not.toMatch(/Forbidden/);
    }
  });

  test('many people at once each get their own answer', async () => {
    const people = Array.from({ length: 40 }, (_, n) => startConversation(bot.url, { user: `user-${n}` }));
    const replies = await Promise.all(people.map((person, n) => person.say(n % 2 === 0 ? forbidden : 'IDX10223')));
    expect(replies.map(({ text }) => (/binding/i.test(text) ? 0 : 1))).toEqual(people.map((_, n) => n % 2));
  });

  test.each([
    { name: 'no JSON', body: 'hello', type: 'application/json', status: 400 },
    { name: 'no activity', body: '{"hello":1}', type: 'application/json', status: 400 },
    { name: 'a form', body: 'a=b', type: 'application/x-www-form-urlencoded', status: 415 },
    { name: 'too much', body: `"${'x'.repeat(5_000_000)}"`, type: 'application/json', status: 413 },
  ])('$name is answered with $status', async ({ body, type, status }) => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });
});

describe('a start that cannot be', () => {
  test.each([
    { name: 'settings', env: { PORT: 'x' }, says: /PORT must be a number/ },
    { name: 'knowledge', env: { PASTEFIX_KNOWLEDGE: '/nowhere/at/all' }, says: /\/nowhere\/at\/all/ },
  ])('says what is wrong with the $name', async ({ env, says }) => {
    await expect(startBot({ env })).rejects.toThrow(says);
  });

  test('says what is wrong with the database, without a stack', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pastefix-e2e-'));
    try {
      mkdirSync(join(folder, 'folder'));
      writeFileSync(join(folder, 'text'), 'no database '.repeat(1000));
      await expect(startBot({ database: join(folder, 'folder') })).rejects.toThrow(/PASTEFIX_DATABASE\.\n$/);
      await expect(startBot({ database: join(folder, 'text') })).rejects.toThrow(/damaged .* PASTEFIX_DATABASE\.\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('says which port is in use', async () => {
    const bot = await startBot();
    try {
      const { port } = new URL(bot.url);
      await expect(startBot({ env: { PORT: port } })).rejects.toThrow(`Port ${port} is in use`);
    } finally {
      await bot.stop();
    }
  });
});
