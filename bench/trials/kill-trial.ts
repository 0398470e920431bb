// The process dies at random points while people hand cases over, and the helpdesks have bad days: is any ticket lost, or
// made twice?

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeRandom, type Random } from '../random.js';
import { compareTickets, keptTicket, type Shown } from './compare.js';
import { escalate } from './escalate.js';
import { type Days, daysOf, settingsOf } from './flaky-helpdesk.js';
import { startFlakyServiceNow } from './flaky-servicenow.js';
import { startFlakyWebhook } from './flaky-webhook.js';
import { createMortalBot, type MortalBot } from './mortal-bot.js';
import { createPerson } from './person.js';
import { ticketsIn } from './tickets-in.js';
import { waitForOutbox } from './wait-for-outbox.js';

export interface KillTrialOptions {
  readonly kills: number;
  readonly escalations: number;
  /** Another one kills at other points, and fails otherwise. */
  readonly seed?: number;
  readonly tell?: (line: string) => void;
}

export interface KillTrial {
  /** Times that the process was killed, and how often before it listened. */
  readonly kills: number;
  readonly atStart: number;
  /** Tickets that people were shown. */
  readonly shown: number;
  /** Tickets in the database, shown or not. */
  readonly kept: number;
  readonly days: readonly Days[];
  /** Empty where all is well. */
  readonly wrong: readonly string[];
}

/** People who hand cases over at the same time. */
const people = 8;

/** Each with numbers of its own. */
const tenantNames = ['contoso', 'fabrikam', 'tailspin'];

/** Messages of an escalation that goes well. */
const messagesEach = 3;

const pastes = [
  '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden',
  '[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set',
  'Printer 7 failed to warm up, error 0x8007abcd',
];

export async function runKillTrial({
  kills,
  escalations,
  seed = 1,
  tell = () => {},
}: KillTrialOptions): Promise<KillTrial> {
  const random = makeRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'pastefix-kills-'));
  const helpdesks = [await startFlakyWebhook(makeRandom(seed + 1)), await startFlakyServiceNow(makeRandom(seed + 2))];
  const database = join(folder, 'pastefix.sqlite');
  const bot = await createMortalBot({ PASTEFIX_DATABASE: database, ...settingsOf(helpdesks) });
  try {
    const answers = { count: 0 };
    const shown: Shown[] = [];
    const talking = Promise.all(
      Array.from({ length: people }, (_, at) => handOver(at, { escalations, bot, answers, shown })),
    );
    const atStart = await killAtRandom(bot, { kills, within: escalations * messagesEach, answers, random, tell });
    await talking;
    tell(`${shown.length} tickets were shown; now the outbox is emptied`);
    await waitForOutbox(bot.url);
    const status = await bot.stop();
    const kept = (await ticketsIn(database, tenantNames)).map(keptTicket);
    const wrong = [
      ...(status === 0 ? [] : [`the bot ended with ${status} when it was told to`]),
      ...(shown.length === escalations ? [] : [`${shown.length} tickets were shown, not ${escalations}`]),
      ...helpdesks.flatMap(({ complaints }) => complaints),
      ...compareTickets(shown, kept, helpdesks),
    ];
    return { kills, atStart, shown: shown.length, kept: kept.length, days: helpdesks.map(daysOf), wrong };
  } finally {
    await bot.kill();
    await Promise.all(helpdesks.map((helpdesk) => helpdesk.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One of several people who share the escalations, each in a chat and under a name of its own. */
async function handOver(
  first: number,
  {
    escalations,
    bot,
    answers,
    shown,
  }: {
    readonly escalations: number;
    readonly bot: MortalBot;
    readonly answers: { count: number };
    readonly shown: Shown[];
  },
): Promise<void> {
  for (let at = first; at < escalations; at += people) {
    const person = createPerson({
      id: `person-${at}`,
      tenant: tenantNames[at % tenantNames.length] ?? '',
      findBot: () => bot.up().then(() => bot.url),
      answered: () => {
        answers.count += 1;
      },
    });
    const number = await escalate(person, pastes[at % pastes.length] ?? '');
    shown.push({ tenant: person.tenant, person: person.id, number });
  }
}

/**
 * Kills the bot so many times, spread at random over the answers that people wait for, and leaves it running.
 *
 * @returns How often it was killed before it listened.
 */
async function killAtRandom(
  bot: MortalBot,
  {
    kills,
    within,
    answers,
    random,
    tell,
  }: {
    readonly kills: number;
    readonly within: number;
    readonly answers: { readonly count: number };
    readonly random: Random;
    readonly tell: (line: string) => void;
  },
): Promise<number> {
  const points = Array.from({ length: kills }, () => random(within)).sort((a, b) => a - b);
  let atStart = 0;
  for (const [at, point] of points.entries()) {
    const started = bot.start();
    if (random(8) === 0) {
      const isEarly = await Promise.race([started.then(() => false), pause(random(1500)).then(() => true)]);
      if (isEarly) atStart += 1;
    } else {
      await started;
      while (answers.count < point) await pause(1);
      await pause(random(100));
    }
    await bot.kill();
    if ((at + 1) % 20 === 0) tell(`killed ${at + 1} times, ${answers.count} messages answered`);
  }
  await bot.start();
  return atStart;
}
