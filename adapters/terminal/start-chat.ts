// Joins the parts of the dialog at a terminal. Nothing is kept beyond the process, unless the environment says where: then
// cases are handed over as by the running bot, beside it or without it.

import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { createBot, type Incoming } from '../../bot/index.js';
import type { Redaction } from '../../bot/text/redact/redactor.js';
import type { Knowledge } from '../../knowledge/index.js';
import { type Database, openDatabase } from '../database/open-database.js';
import { nameOfPlace } from '../database/place.js';
import { projectVersion } from '../project-folder.js';
import { type Environment, readSettings, type Settings } from '../settings.js';
import { type ChatParts, chat } from './chat.js';
import type { Output } from './output.js';

/** How long the end waits for what was handed over to arrive. */
const patienceMs = 5000;

/**
 * Talks until the input ends or the person leaves.
 *
 * @throws {SettingsError} A setting needs a change: any where something is to be kept, else one of what is hidden.
 */
export async function startChat(
  knowledge: Knowledge,
  env: Environment,
  input: ChatParts['input'],
  output: ChatParts['output'],
  { colours }: Pick<Output, 'colours'>,
): Promise<void> {
  const settings = settingsToKeep(env);
  if (input.isTTY === true) output.write(`${colours.dim('/quit or Ctrl+D ends the conversation.')}\n`);
  const database = await openDatabase(settings?.database ?? ':memory:');
  const { hosts, key = randomBytes(32).toString('hex') } = (settings ?? readSettings(whatIsHidden(env))).redaction;
  const redaction = { hosts, key };
  const delivering = settings && (await startDelivering(settings, database, redaction));
  try {
    const bot = createBot({
      knowledge,
      store: delivering?.store ?? database.store,
      log: () => {},
      clock: () => new Date(),
      version: projectVersion(),
      redaction,
      ...(delivering && { destinations: delivering.destinations }),
    });
    await chat({
      bot,
      input,
      output,
      colour: colours.isColorSupported,
      ...(settings && { who: whoIsThere(settings) }),
    });
    const last = settings === undefined ? await whatIsLost(database) : await whatWaits(database, settings);
    if (last !== '') output.write(`${colours.yellow(last)}\n`);
  } finally {
    await delivering?.close();
    await database.close();
  }
}

/** @returns undefined where nothing says where to keep anything, or whom to hand it over to. */
function settingsToKeep(env: Environment): Settings | undefined {
  const names = ['PASTEFIX_DATABASE', 'PASTEFIX_HELPDESK', 'PASTEFIX_SUPPORT_CHANNELS'];
  return names.some((name) => (env[name] ?? '').trim() !== '') ? readSettings(env) : undefined;
}

function whatIsHidden({ PASTEFIX_REDACT_HOSTS, PASTEFIX_REDACT_KEY }: Environment): Environment {
  return { PASTEFIX_REDACT_HOSTS, PASTEFIX_REDACT_KEY };
}

/** Loaded only here: most who chat hand nothing over, and need not wait for what talks to Teams. */
async function startDelivering(settings: Settings, database: Database, redaction: Redaction) {
  const [{ connectDelivering }, { createMetrics }] = await Promise.all([
    import('../delivery/connect-delivering.js'),
    import('../metrics.js'),
  ]);
  return connectDelivering({
    settings,
    database,
    redaction,
    metrics: createMetrics(),
    clock: () => new Date(),
    log: () => {},
  });
}

function whoIsThere({ app }: Settings): Omit<Incoming, 'event'> {
  const name = userName();
  return {
    conversation: `terminal of ${name}`,
    user: `terminal/${name}`,
    name,
    ...(app?.tenantId === undefined ? {} : { tenant: app.tenantId }),
  };
}

/** A container may run under a number that has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'terminal';
  }
}

async function whatIsLost({ ticketTenants }: Database): Promise<string> {
  return (await ticketTenants()).length === 0
    ? ''
    : 'The ticket ends with this conversation: nothing is kept here. With PASTEFIX_DATABASE it is.';
}

/** Waits a while for what is due to be delivered. */
async function whatWaits({ outbox }: Database, { database }: Settings): Promise<string> {
  const started = Date.now();
  for (;;) {
    const left = (await outbox.counts()).filter(({ state }) => state === 'waiting');
    const count = left.reduce((sum, it) => sum + it.count, 0);
    if (count === 0) return '';
    if (Date.now() - started > patienceMs) {
      const place = nameOfPlace(database);
      return count === 1
        ? `One delivery waits in ${place}: the running bot makes it, or the next chat.`
        : `${count} deliveries wait in ${place}: the running bot makes them, or the next chat.`;
    }
    await pause(100);
  }
}
