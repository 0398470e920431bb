// The bot with all helpdesks at once: each gets what is handed over; and whatever goes wrong there, no credential is
// written anywhere.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Fault } from '../../bench/servers/http-server.js';
import { type ServiceNowServer, startServiceNowServer } from '../../bench/servers/servicenow-server.js';
import { type JiraServer, startJiraServer } from '../adapters/helpdesk/servers/jira-server.js';
import { type MailServer, startMailServer } from '../adapters/helpdesk/servers/mail-server.js';
import { startWebhookServer, type WebhookServer } from '../adapters/helpdesk/servers/webhook-server.js';
import { startConversation } from './conversation.js';
import { type RunningBot, removeDatabases, startBot } from './running-bot.js';

// A process has to start, on a machine that may be busy.
jest.setTimeout(120_000);

const names = ['webhook', 'email', 'servicenow', 'jira'] as const;
const paste = 'StatusCode= 403 StatusText= CMGConnector_Forbidden';

let webhook: WebhookServer;
let mail: MailServer;
let servicenow: ServiceNowServer;
let jira: JiraServer;
let bot: RunningBot | undefined;

beforeEach(async () => {
  [webhook, mail, servicenow, jira] = await Promise.all([
    startWebhookServer(),
    startMailServer(),
    startServiceNowServer(),
    startJiraServer(),
  ]);
});

afterEach(async () => {
  await bot?.stop();
  await Promise.all([webhook, mail, servicenow, jira].map((server) => server.close()));
});

afterAll(removeDatabases);

interface Secrets {
  readonly webhook: string;
  readonly mail: string;
  readonly servicenow: string;
  readonly jira: string;
  /** In the query of the webhook's address. */
  readonly key: string;
}

const right = (): Secrets => ({
  webhook: webhook.secret,
  mail: mail.password,
  servicenow: servicenow.password,
  jira: jira.token,
  key: 'key-of-the-address',
});

function settings(secrets: Secrets) {
  const user = encodeURIComponent(mail.user);
  return {
    PASTEFIX_HELPDESK: names.join(),
    PASTEFIX_WEBHOOK_URL: `${webhook.url}/hook?key=${secrets.key}`,
    PASTEFIX_WEBHOOK_SECRET: secrets.webhook,
    PASTEFIX_SMTP_URL: `smtps://${user}:${encodeURIComponent(secrets.mail)}@localhost:${mail.port}`,
    PASTEFIX_MAIL_FROM: 'pastefix@bot.example.com',
    PASTEFIX_MAIL_TO: 'helpdesk@example.com',
    PASTEFIX_SERVICENOW_URL: servicenow.url,
    PASTEFIX_SERVICENOW_USER: servicenow.user,
    PASTEFIX_SERVICENOW_PASSWORD: secrets.servicenow,
    PASTEFIX_JIRA_URL: jira.url,
    PASTEFIX_JIRA_USER: jira.user,
    PASTEFIX_JIRA_TOKEN: secrets.jira,
    PASTEFIX_JIRA_SERVICE_DESK: jira.serviceDesk,
    PASTEFIX_JIRA_REQUEST_TYPE: jira.requestType,
    NODE_EXTRA_CA_CERTS: join(__dirname, '../fixtures/tls/authority.pem'),
  };
}

async function handOver({ url }: RunningBot): Promise<void> {
  const mia = startConversation(url, { id: 'a:mia', user: 'mia' });
  await mia.say(paste);
  await mia.say('helpdesk');
  await mia.press('Send it');
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waitedMs = 0; !(await holds()); waitedMs += 100) {
    if (waitedMs > 60_000) throw new Error(`It never came to that:\n${bot?.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Lines of the log that tell of a helpdesk. */
function logOf({ output }: RunningBot, target: string): { readonly event: string; readonly reason?: string }[] {
  const lines = output()
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return lines.filter((it) => it.target === target);
}

async function metricsOf({ url }: RunningBot): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

/** Everything that people, operators and whoever reads a backup get to see. */
async function everythingWritten(running: RunningBot): Promise<string> {
  const { url, database } = running;
  const mia = startConversation(url, { id: 'a:mia', user: 'mia' });
  const tickets = (...args: readonly string[]) => {
    const entry = join(__dirname, '../../dist/adapters/terminal.js');
    const env = { PATH: process.env['PATH'], PASTEFIX_DATABASE: database };
    return spawnSync(process.execPath, [entry, 'tickets', ...args], { env, encoding: 'latin1' }).stdout;
  };
  const files = readdirSync(dirname(database)).filter((name) => name.startsWith(basename(database)));
  return [
    running.output(),
    await metricsOf(running),
    await (await fetch(`${url}/readyz`)).text(),
    (await mia.say('my tickets')).text,
    (await mia.say('ticket 1')).text,
    tickets(),
    tickets('show', '1'),
    tickets('show', '1', '--json'),
    ...files.map((name) => readFileSync(join(dirname(database), name), 'latin1')),
  ].join('\n');
}

/** As it is, and as it travels. */
function formsOf(secret: string, user?: string): string[] {
  const joined = user === undefined ? [] : [`${user}:${secret}`, `\0${user}\0${secret}`];
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('latin1'),
    JSON.stringify(secret).slice(1, -1),
    ...[secret, ...joined].map((it) => Buffer.from(it).toString('base64').replace(/=+$/, '')),
  ];
}

function requireNone(written: string, secrets: Secrets): void {
  const forms = [
    ...formsOf(secrets.webhook),
    ...formsOf(secrets.key),
    ...formsOf(secrets.mail, mail.user),
    ...formsOf(secrets.servicenow, servicenow.user),
    ...formsOf(secrets.jira, jira.user),
  ];
  expect(forms.filter((form) => written.includes(form))).toEqual([]);
}

test('each of several helpdesks gets the ticket, once', async () => {
  bot = await startBot({ env: settings(right()) });
  await handOver(bot);
  await until(() => names.every((name) => bot && logOf(bot, name).some(({ event }) => event === 'delivered')));
  expect(webhook.messages.map(({ ticket }) => ticket.number)).toEqual([1]);
  expect(mail.messages.map(({ subject }) => subject)).toEqual([expect.stringContaining('Pastefix 1]')]);
  expect(servicenow.incidents).toHaveLength(1);
  expect(jira.requests).toHaveLength(1);
  for (const { complaints } of [webhook, servicenow, jira]) expect(complaints).toEqual([]);
  requireNone(await everythingWritten(bot), right());
});

test('refused credentials are told at once, the tickets are seen to be undelivered, and nobody is asked for days', async () => {
  const wrong: Secrets = {
    webhook: 'wrong-secret-of-the-webhook-0123456789',
    mail: 'wr@ng/mail:password',
    servicenow: 'wröng-password-of-servicenow',
    jira: 'wrong-token-of-jira',
    key: 'key-of-the-address',
  };
  bot = await startBot({ env: settings(wrong) });
  await handOver(bot);
  const isRefused = (name: string) => bot && logOf(bot, name).some(({ reason }) => reason === 'credential');
  await until(() => names.every(isRefused));
  const isUndelivered = (metrics: string) => (name: string) =>
    metrics.includes(`pastefix_undelivered{target="${name}"} 1\n`);
  await until(async () => bot !== undefined && names.every(isUndelivered(await metricsOf(bot))));
  const written = await everythingWritten(bot);
  expect(written).toMatch(/not delivered: [a-z, ]*servicenow/);
  expect(written).toContain('servicenow: **not delivered.**');
  requireNone(written, wrong);
  requireNone(written, right());
  expect(webhook.asked).toHaveLength(1);
  expect(mail.signIns()).toBeLessThanOrEqual(2);
  for (const { asked } of [servicenow, jira]) expect(asked.length).toBeLessThanOrEqual(2);
});

test('whatever else goes wrong there gives no credential away', async () => {
  const echo = { ...right(), headers: 'as they came' };
  const faults: readonly Fault[] = [
    { kind: 'answer', answer: { status: 500, body: echo } },
    { kind: 'cut', done: false },
    { kind: 'answer', answer: { status: 404, headers: { 'x-echo': right().jira }, body: JSON.stringify(echo) } },
  ];
  for (const fault of faults) for (const server of [webhook, servicenow, jira]) server.failNext(fault, () => true);
  mail.failNext({ kind: 'refuse', at: 'recipient', status: 451 });
  mail.failNext({ kind: 'cut', done: false });
  bot = await startBot({ env: settings(right()) });
  await handOver(bot);
  const hasFailed = (name: string) =>
    bot !== undefined &&
    logOf(bot, name).some(({ event }) =>
      ['delivery-failed', 'delivery-given-up', 'target-does-not-work'].includes(event),
    );
  await until(() => names.every(hasFailed));
  await until(() => bot !== undefined && logOf(bot, 'email').filter((it) => it.event === 'delivery-failed').length > 1);
  requireNone(await everythingWritten(bot), right());
});

test('nor does a helpdesk that is not there', async () => {
  const env = settings(right());
  const secrets = right();
  await Promise.all([webhook, mail, servicenow, jira].map((server) => server.close()));
  bot = await startBot({ env });
  await handOver(bot);
  await until(() => names.every((name) => bot && logOf(bot, name).some(({ reason }) => reason === 'unreachable')));
  requireNone(await everythingWritten(bot), secrets);
});
