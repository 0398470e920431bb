import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createColors } from 'picocolors';
import { openDatabase } from '../../adapters/database/open-database.js';
import type { Environment } from '../../adapters/settings.js';
import { startChat } from '../../adapters/terminal/start-chat.js';
import { fakeKnowledge } from '../bot/fake-knowledge.js';
import { startWebhookServer, type WebhookServer } from './helpdesk/servers/webhook-server.js';

let folder: string;
let helpdesk: WebhookServer;
let env: Environment;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pastefix-chat-'));
  helpdesk = await startWebhookServer();
  env = {
    PASTEFIX_DATABASE: join(folder, 'pastefix.sqlite'),
    PASTEFIX_HELPDESK: 'webhook',
    PASTEFIX_WEBHOOK_URL: helpdesk.url,
    PASTEFIX_WEBHOOK_SECRET: helpdesk.secret,
  };
});
afterEach(async () => {
  await helpdesk.close();
  rmSync(folder, { recursive: true });
});

async function talk(lines: readonly string[], environment: Environment): Promise<string> {
  const chunks: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  const input = Readable.from([`${lines.join('\n')}\n`]);
  await startChat(fakeKnowledge, environment, input, output, { colours: createColors(false) });
  return chunks.join('');
}

const handOver = ['ERROR 0x80072ee7 in the gateway', '', 'helpdesk', 'send it'];

test('a case goes to the helpdesk that the environment names, and is found again in the next chat', async () => {
  await talk(handOver, env);
  expect(helpdesk.messages.map(({ event, ticket }) => [event.kind, ticket.number])).toEqual([['opened', 1]]);
  expect(helpdesk.complaints).toEqual([]);

  const later = await talk(['ticket 1: it is back', '', 'my tickets'], env);
  expect(later).toMatch(/Ticket 1/);
  expect(later).not.toMatch(/ends with this conversation|waits in/);
  expect(helpdesk.messages.map(({ event }) => event.kind)).toEqual(['opened', 'said']);
});

test('what the helpdesk does not take is kept, and said so', async () => {
  helpdesk.failNext({ kind: 'answer', answer: { status: 503, headers: { 'retry-after': '600' } } });
  const said = await talk(handOver, env);
  expect(said).toMatch(/One delivery waits in .*pastefix\.sqlite: the running bot makes it, or the next chat\./);
  const database = await openDatabase(env['PASTEFIX_DATABASE'] ?? '');
  expect(await database.store.deliveriesOf('', 1)).toMatchObject([
    { target: 'webhook', state: 'waiting', attempts: 1 },
  ]);
  await database.close();
}, 30_000);

test('where nothing is kept, that is said too', async () => {
  const said = await talk(handOver, {});
  expect(said).toMatch(/Nobody is notified from here/);
  expect(said).toMatch(/The ticket ends with this conversation: nothing is kept here/);
  expect(await talk(['ERROR 5', ''], {})).not.toMatch(/ticket ends/);
});

test.each([
  ['kept', () => env],
  ['not kept', () => ({})],
])('hosts are hidden where the environment says so, and the chat is %s', async (_, environment) => {
  const lines = ['ERROR 0x80072ee7 at server=mp01.contoso.com', '', 'helpdesk', 'send it'];
  const said = await talk(lines, { ...environment(), PASTEFIX_REDACT_HOSTS: 'yes' });
  expect(said).toMatch(/server=<host 1>/);
  expect(said).not.toMatch(/mp01|contoso/);
  expect(await talk(lines, environment())).toMatch(/mp01/);
});

test('what is hidden is said in one of two words', async () => {
  await expect(talk(handOver, { PASTEFIX_REDACT_HOSTS: 'on' })).rejects.toThrow(
    /PASTEFIX_REDACT_HOSTS must be yes or no/,
  );
});
