// Secrets come in by every way in which text does: none of them is kept, logged, shown or sent, and what helps to repair is.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { type PostgresServer, startPostgres } from '../../bench/postgres-server.js';
import { type MailServer, startMailServer } from '../adapters/helpdesk/servers/mail-server.js';
import { startWebhookServer, type WebhookServer } from '../adapters/helpdesk/servers/webhook-server.js';
import { type FakeConnector, startFakeConnector } from '../adapters/teams/fake-connector.js';
import { Traces } from '../planted-secrets/traces.js';
import { type PlantedPaste, plantedPastes } from '../planted-secrets.js';
import { type Conversation, startConversation } from './conversation.js';
import { bytesKept, everythingKept } from './everything-kept.js';
import { type FileStore, startFileStore } from './file-store.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// Thousands of messages, on a machine that may be busy.
jest.setTimeout(300_000);

const channel = '19:help@thread.tacv2';
const atOnce = 6;

const everyKind = plantedPastes();
/** All of them are a trial of their own: `PASTEFIX_PASTES=300 npx jest no-secret-is-kept`. */
const count = Number(process.env['PASTEFIX_PASTES'] ?? 40);

/** Paste by paste: what is said in one conversation is said in order. */
type Task = () => Promise<void>;

describe.each<{
  name: string;
  pastes: readonly PlantedPaste[];
  helpdesks: readonly ('webhook' | 'email')[];
  hidesHosts: boolean;
  open: () => Promise<{ database?: string; end: () => Promise<void> }>;
}>([
  {
    name: 'SQLite',
    pastes: spread(count),
    helpdesks: ['webhook'],
    hidesHosts: false,
    open: async () => ({ end: async () => {} }),
  },
  {
    name: 'PostgreSQL',
    pastes: spread(count / 4),
    helpdesks: ['webhook', 'email'],
    hidesHosts: true,
    open: openPostgres,
  },
])('over $name', ({ name, pastes, helpdesks, hidesHosts, open }) => {
  const traces = new Traces(pastes);
  const said = new Set<string>();
  let database: Awaited<ReturnType<typeof open>> | undefined;
  let connector: FakeConnector;
  let webhook: WebhookServer;
  let mail: MailServer;
  let files: FileStore;
  let bot: RunningBot | undefined;
  const url = (): string => bot?.url ?? '';

  beforeAll(async () => {
    [database, connector, webhook, mail, files] = await Promise.all([
      open(),
      startFakeConnector(),
      startWebhookServer(),
      startMailServer(),
      startFileStore(),
    ]);
    const account = [mail.user, mail.password].map(encodeURIComponent).join(':');
    bot = await startBot({
      ...(database.database === undefined ? {} : { database: database.database }),
      env: {
        PASTEFIX_SUPPORT_CHANNELS: `*=${channel}`,
        PASTEFIX_HELPDESK: helpdesks.join(),
        PASTEFIX_WEBHOOK_URL: webhook.url,
        PASTEFIX_WEBHOOK_SECRET: webhook.secret,
        PASTEFIX_SMTP_URL: `smtps://${account}@${mail.host}:${mail.port}`,
        PASTEFIX_MAIL_FROM: 'pastefix@example.com',
        PASTEFIX_MAIL_TO: 'help@example.com',
        NODE_EXTRA_CA_CERTS: join(__dirname, '../fixtures/tls/authority.pem'),
        PASTEFIX_REDACT_HOSTS: hidesHosts ? 'yes' : 'no',
        NODE_OPTIONS: files.nodeOptions,
      },
    });
    await inTurns([...pastes.map((_, at) => () => handOver(at)), moreLines, ...typed.map((type) => type)]);
    await everythingDelivered();
  });

  afterAll(async () => {
    await bot?.stop();
    await Promise.all([connector, webhook, mail, files].map((it) => it?.close()));
    await database?.end();
    removeDatabases();
  });

  const talk = (id: string, more: Parameters<typeof startConversation>[1] = {}): Conversation =>
    startConversation(url(), {
      id: `a:${id}`,
      user: id,
      serviceUrl: connector.url,
      answered: (body) => {
        for (const text of textsIn(body)) said.add(text);
      },
      ...more,
    });

  const pasteAt = (at: number): PlantedPaste =>
    pastes[at % pastes.length] ?? { name: '', text: '', secrets: [], kept: [] };

  /** Of logs whose lines stand by themselves, those that hold the secrets. */
  const lines = pastes.flatMap(({ name: kind, text, secrets }) =>
    /in a log (?:with|as|of)/.test(kind) && !kind.includes('wrapped')
      ? text.split('\n').filter((line) => secrets.every((secret) => line.includes(secret)))
      : [],
  );

  /** As a message, as an attached file, as a message that was edited. */
  const paste = (conversation: Conversation, { text }: PlantedPaste, at: number) => {
    switch (at % 3) {
      case 0:
        return conversation.say(text);
      case 1:
        return conversation.ask({ text: 'see the log', attachments: [files.attach('client.log', text)] });
      default:
        return conversation.ask({ type: 'messageUpdate', channelData: { eventType: 'editMessage' }, text });
    }
  };

  /** The form or a comment, and on some tickets the words of an expert: each with a paste of its own. */
  const handOver = async (at: number): Promise<void> => {
    // Some have colleagues with the same fault, whose tickets they are shown.
    const tenant = `tenant ${Math.floor(at / 3)}`;
    const conversation = talk(`person ${at}`, { tenant });
    await paste(conversation, pasteAt(at), at);
    await conversation.say('helpdesk');
    // What is hidden in what they write is shown first.
    if (at % 2 === 0) await conversation.press('Send it', { summary: pasteAt(at + 7).text });
    const sent = await conversation.press('Send it', conversation.last().inputs);
    if (at % 2 > 0) {
      const { inputs } = await conversation.press('Add a comment', { text: pasteAt(at + 11).text });
      await conversation.press('Add a comment', inputs);
    }
    if (at % 15 > 0) return;
    const [, ticket = ''] = /Ticket (\d+)/.exec(sent.text) ?? [];
    const id = `${channel};messageid=message-1`;
    const expert = talk(`expert ${at}`, { tenant, id, conversationType: 'channel' });
    for (const [position, verb] of ['assign', 'ask', 'tell', 'resolve', 'draft'].entries()) {
      const action = { ticket: Number(ticket), revision: 1, verb };
      await expert.pressData({ action, text: pasteAt(at + position).text, fixed: '0' });
    }
    const written = await conversation.say(`ticket ${ticket}: ${pasteAt(at + 5).text}`);
    await conversation.press('Add a comment', written.inputs);
  };

  /** All of them in the middle of one case. */
  const moreLines = async (): Promise<void> => {
    const conversation = talk('somebody');
    await conversation.say('[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden');
    await conversation.press('Enhanced HTTP');
    for (const at of pastes.keys()) {
      const { buttons } = await paste(conversation, pasteAt(at), at + 1);
      const choice = ['Both are the same trouble', 'Take up the new one'][at % 2] ?? '';
      if (buttons.some(({ label }) => label === choice)) await conversation.press(choice);
    }
    await conversation.say('summary');
    await conversation.say('my cases');
  };

  const typed: readonly Task[] = [
    /** Where a value is asked for. */
    async () => {
      const conversation = talk('namer');
      await conversation.say('which name can I give the cloud management gateway');
      await conversation.say('1');
      for (const line of lines) await conversation.say(line);
    },
    /** Field by field of the form, and what cannot be read. */
    async () => {
      const conversation = talk('writer');
      await conversation.say('CMGConnector_Forbidden');
      await conversation.say('helpdesk');
      for (const line of lines) await conversation.say(`summary ${line}`);
      for (const { text } of pastes.slice(0, 10)) {
        await conversation.press('Send it', { severity: text, devices: 'many', summary: text });
      }
      await conversation.press('Send it', conversation.last().inputs);
    },
  ];

  const everythingDelivered = async (): Promise<void> => {
    for (let waitedMs = 0; waitedMs < 120_000; waitedMs += 100) {
      const metrics = await (await fetch(`${url()}/metrics`)).text();
      const waiting = [...metrics.matchAll(/^pastefix_deliveries_waiting\{.*\} (\d+)$/gm)];
      if (waiting.length > 0 && waiting.every(([, count]) => count === '0')) return;
      await pause(100);
    }
    throw new Error('Not everything was delivered');
  };

  test('every paste has become a ticket, and all that was to be sent has arrived', () => {
    const opened = webhook.messages.filter(({ event }) => event.kind === 'opened');
    expect(opened.length).toBe(pastes.length + 1);
    expect(webhook.complaints).toEqual([]);
    expect(mail.messages.length).toBe(helpdesks.includes('email') ? webhook.messages.length : 0);
    const threads = connector.received.filter(({ to }) => to === 'POST /v3/conversations');
    expect(threads).toHaveLength(opened.length);
  });

  test('no table holds a trace of a secret', async () => {
    const kept = await everythingKept(database?.database ?? bot?.database ?? '');
    const empty = Object.keys(kept).filter((table) => kept[table]?.length === 0);
    expect(empty).toEqual([]);
    for (const [table, rows] of Object.entries(kept))
      expect([table, rows.flatMap((row) => traces.in(row))]).toEqual([table, []]);
  });

  if (name === 'SQLite') {
    test('nor do the bytes of its files', () => expect(traces.in(bytesKept(bot?.database ?? ''))).toEqual([]));
  }

  if (hidesHosts) {
    test('nor one of a host, where those are hidden as well', async () => {
      const kept = await everythingKept(database?.database ?? '');
      const own = /[\w.-]*(?:contoso|fabrikam|nordwind|trey|corp|hq-ad)\.(?:com|de|local|net)|\b10\.1\.\d+\.\d+/gi;
      expect(Object.values(kept).flatMap((rows) => rows.flatMap((row) => row.match(own) ?? []))).toEqual([]);
      expect(webhook.messages.flatMap(({ text }) => text.match(own) ?? [])).toEqual([]);
    });
  }

  test('nor does the log', () => expect(traces.in(bot?.output() ?? '')).toEqual([]));

  test('nor what was said to whoever had pasted it, or to experts', () => {
    expect(said.size).toBeGreaterThan(pastes.length);
    expect([...said].flatMap((text) => traces.in(text))).toEqual([]);
  });

  test('nor the cards and messages that nobody had asked for', () => {
    const texts = new Set(connector.received.flatMap(textsIn));
    expect([...texts].flatMap((text) => traces.in(text))).toEqual([]);
  });

  test('nor what went to the helpdesks', () => {
    const posted = webhook.asked.map(({ body }) => body.toString('utf8'));
    const mailed = mail.messages.map((message) =>
      JSON.stringify({ ...message, attachments: message.attachments.map(textOf) }),
    );
    expect([...posted, ...mailed].flatMap((text) => traces.in(text))).toEqual([]);
  });

  test('error codes, ids, names of files, paths and versions are where they were', () => {
    const texts = webhook.messages.map(({ text }) => text);
    const lost = pastes.flatMap(({ name: kind, kept }) => {
      const text = texts.find((it) => kept.every((piece) => it.includes(piece)));
      return text === undefined ? [kind] : [];
    });
    expect(lost).toEqual([]);
  });
});

/** So many pastes, from all of them alike. */
function spread(most: number): PlantedPaste[] {
  const step = Math.max(1, Math.ceil(everyKind.length / most));
  return everyKind.filter((_, at) => at % step === step >> 1);
}

async function inTurns(tasks: readonly Task[]): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const task of left) await task();
    }),
  );
}

async function openPostgres(): Promise<{ database: string; end: () => Promise<void> }> {
  const server: PostgresServer = await startPostgres(['fsync=off']);
  return { database: await server.createDatabase(), end: () => server.remove() };
}

/** Every string in it, names of fields included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

function textOf({ content }: { readonly content: unknown }): string {
  const bytes = z.union([z.string(), z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]).parse(content);
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}
