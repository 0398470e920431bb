// Several processes share one database, one of them dies, and the database goes away for a while: is anything lost that
// somebody was told is done, is anything done twice, and are people told meanwhile?

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase } from '../../adapters/database/open-database.js';
import { conversationKey } from '../../adapters/teams/conversation-key.js';
import { readDialog } from '../../bot/case/dialog.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { type PostgresServer, startPostgres } from '../postgres-server.js';
import { makeRandom, type Random } from '../random.js';
import { compareTickets, keptTicket, type Shown } from './compare.js';
import { escalate, insist, join } from './escalate.js';
import { type Days, daysOf, settingsOf } from './flaky-helpdesk.js';
import { startFlakyServiceNow } from './flaky-servicenow.js';
import { startFlakyWebhook } from './flaky-webhook.js';
import { createMortalBot, type MortalBot } from './mortal-bot.js';
import { type Answer, createPerson, type Person } from './person.js';
import { ticketsIn } from './tickets-in.js';
import { waitForOutbox } from './wait-for-outbox.js';

export interface ClusterTrialOptions {
  /** Who talk at the same time. */
  readonly people: number;
  /** Cases that each of them hands over. */
  readonly rounds: number;
  /** How long the database is away. */
  readonly outageMs?: number;
  readonly seed?: number;
  readonly tell?: (line: string) => void;
}

export interface ClusterTrial {
  readonly tickets: number;
  /** Words on tickets, and moves in cases that several people share, that were acknowledged. */
  readonly comments: number;
  readonly moves: number;
  /** Messages that were answered with an apology. */
  readonly apologies: number;
  readonly days: readonly Days[];
  /** Empty where all is well. */
  readonly wrong: readonly string[];
}

/** What people were told is done, and how far they are. */
interface Acknowledged {
  readonly shown: Shown[];
  readonly comments: { readonly ticket: number; readonly text: string }[];
  readonly moves: { readonly thread: string; readonly contact: string }[];
  messages: number;
  apologies: number;
}

const bots = 3;
const tenant = 'contoso';
const paste = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';

/** In each round, beside a case that is handed over. */
const commentsEach = 2;
const sharedCommentsEach = 2;
const movesEach = 4;
const messagesEach = 3 + commentsEach + sharedCommentsEach + movesEach;

/** So many people share a case. */
const peopleInThread = 3;

export async function runClusterTrial({
  people,
  rounds,
  outageMs = 6000,
  seed = 1,
  tell = () => {},
}: ClusterTrialOptions): Promise<ClusterTrial> {
  const random = makeRandom(seed);
  const helpdesks = [await startFlakyWebhook(makeRandom(seed + 1)), await startFlakyServiceNow(makeRandom(seed + 2))];
  const postgres = await startPostgres();
  const team: MortalBot[] = [];
  try {
    const address = await postgres.createDatabase();
    for (let at = 0; at < bots; at += 1) {
      team.push(await createMortalBot({ PASTEFIX_DATABASE: address, ...settingsOf(helpdesks) }));
    }
    await Promise.all(team.map((bot) => bot.start()));
    const findBot = balanced(team, random);
    const done: Acknowledged = { shown: [], comments: [], moves: [], apologies: 0, messages: 0 };
    const messages = people * rounds * messagesEach;
    const [troubles] = await Promise.all([
      makeTrouble({
        team,
        postgres,
        outageMs,
        hasCome: (share) => until(() => done.messages >= share * messages),
        tell,
      }),
      ...threadsOf(people).map((members) => talkTogether(members, rounds, findBot, done)),
    ]);
    tell(`${done.shown.length} tickets were shown; now the outbox is emptied`);
    await waitForOutbox(team[0]?.url ?? '');
    const statuses = await Promise.all(team.map((bot) => bot.stop()));
    const tickets = await ticketsIn(address, [tenant]);
    const wrong = [
      ...troubles,
      ...statuses.flatMap((status, at) => (status === 0 ? [] : [`bot ${at + 1} ended with ${status}`])),
      ...helpdesks.flatMap(({ complaints }) => complaints),
      ...compareTickets(done.shown, tickets.map(keptTicket), helpdesks),
      ...wrongComments(done, tickets),
      ...(await wrongMoves(done, address)),
    ];
    return {
      tickets: done.shown.length,
      comments: done.comments.length,
      moves: done.moves.length,
      apologies: done.apologies,
      days: helpdesks.map(daysOf),
      wrong,
    };
  } finally {
    await Promise.all(team.map((bot) => bot.kill()));
    await Promise.all(helpdesks.map((helpdesk) => helpdesk.close()));
    await postgres.remove();
  }
}

/** Any of those that listen. */
function balanced(team: readonly MortalBot[], random: Random): () => Promise<string> {
  return async () => {
    for (;;) {
      const able = team.filter((bot) => bot.isUp());
      const bot = able[random(able.length)];
      if (bot !== undefined) return bot.url;
      await pause(50);
    }
  };
}

const threadsOf = (people: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(people / peopleInThread) }, (_, thread) =>
    Array.from({ length: peopleInThread }, (_, at) => thread * peopleInThread + at).filter((it) => it < people),
  );

const threadName = ([first = 0]: readonly number[]): string => `19:thread-${first}@thread.tacv2;messageid=1`;

/**
 * People who share a case and a ticket. One opens the case and the form to hand it over, all fill that in at the same time;
 * and all write to the ticket at the same time, each in a chat of their own.
 */
async function talkTogether(
  members: readonly number[],
  rounds: number,
  findBot: () => Promise<string>,
  done: Acknowledged,
): Promise<void> {
  const answered = (): void => {
    done.messages += 1;
  };
  const thread = threadName(members);
  const inThread = members.map((at) => createPerson({ id: `person-${at}`, tenant, thread, findBot, answered }));
  await inThread[0]?.say(paste);
  await inThread[0]?.say('helpdesk');
  const atHome = members.map((at) => createPerson({ id: `person-${at} at home`, tenant, findBot, answered }));
  const shared = await shareTicket(
    atHome,
    `The boiler stopped with error 0x8007${(0xb000 + (members[0] ?? 0)).toString(16)}`,
  );
  const [first] = atHome;
  if (first !== undefined) done.shown.push({ tenant, person: first.id, number: shared });
  await Promise.all(
    inThread.map(async (member, at) => {
      for (let round = 0; round < rounds; round += 1) {
        const person = createPerson({ id: `${member.id} in round ${round}`, tenant, findBot, answered });
        const ticket = await escalate(person, paste);
        done.shown.push({ tenant, person: person.id, number: ticket });
        for (let n = 0; n < commentsEach; n += 1) {
          const text = await acknowledged(done, (tries) => `Comment ${n} of ${person.id}, try ${tries}`, {
            send: (it) => person.say(`ticket ${ticket}: ${it}`),
          });
          done.comments.push({ ticket, text });
        }
        for (let n = 0; n < sharedCommentsEach; n += 1) {
          const text = await acknowledged(done, (tries) => `Shared ${n} of ${person.id}, try ${tries}`, {
            send: async (it) =>
              atHome[at]?.say(`ticket ${shared}: ${it}`) ?? Promise.reject(new Error('nobody is there')),
          });
          done.comments.push({ ticket: shared, text });
        }
        for (let n = 0; n < movesEach; n += 1) {
          const contact = await acknowledged(done, (tries) => `desk ${n} of ${person.id}, try ${tries}`, {
            send: (it) => member.say(`contact ${it}`),
          });
          done.moves.push({ thread, contact });
        }
      }
    }),
  );
}

/** One hands a case over, the others wait for its ticket too. @returns Its number. */
async function shareTicket([first, ...others]: readonly Person[], paste: string): Promise<number> {
  if (first === undefined) throw new Error('nobody is there');
  const number = await escalate(first, paste);
  for (const other of others) await join(other, paste, number);
  return number;
}

/** Says it in other words each time, until the bot can deal with it. @returns The words that it has dealt with. */
async function acknowledged(
  done: Acknowledged,
  wordsOf: (tries: number) => string,
  { send }: { readonly send: (words: string) => Promise<Answer> },
): Promise<string> {
  let words = '';
  let tries = 0;
  await insist(async () => {
    tries += 1;
    words = wordsOf(tries);
    const answer = await send(words);
    if (answer.isApology) done.apologies += 1;
    return answer;
  });
  return words;
}

/** @returns A line for each thing that was not as it should be. */
async function makeTrouble({
  team,
  postgres,
  outageMs,
  hasCome,
  tell,
}: {
  readonly team: readonly MortalBot[];
  readonly postgres: PostgresServer;
  readonly outageMs: number;
  /** Resolves when people have done that share of what they are going to do. */
  readonly hasCome: (share: number) => Promise<void>;
  readonly tell: (line: string) => void;
}): Promise<readonly string[]> {
  const [unlucky, ...others] = team;
  await hasCome(0.25);
  await unlucky?.kill();
  tell('one of the bots was killed');

  await hasCome(0.45);
  await postgres.crash();
  tell('the database has crashed');
  const away = pause(outageMs);
  const meanwhile = await Promise.all(others.map(wrongWithoutDatabase));
  await away;
  await postgres.start();
  const afterwards = await Promise.all(others.map(wrongWithDatabase));
  tell('the database is back');

  await hasCome(0.7);
  await unlucky?.start();
  tell('the bot was started again');
  return [...meanwhile, ...afterwards].flat();
}

const readiness = z.object({ failing: z.array(z.string()) });

async function wrongWithoutDatabase({ url }: MortalBot, at: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  const ready = await fetch(`${url}/readyz`);
  const { failing } = readiness.parse(await ready.json());
  if (ready.status !== 503 || failing.join() !== 'database') {
    wrong.push(`without a database, /readyz says ${ready.status} and names ${failing.join() || 'nothing'}`);
  }
  const alive = await fetch(`${url}/healthz`);
  if (alive.status !== 200) wrong.push(`without a database, /healthz says ${alive.status}`);
  const person = createPerson({ id: `person without a database ${at}`, tenant, findBot: async () => url });
  const asked = Date.now();
  const answer = await person.say(paste);
  if (!answer.isApology) wrong.push(`without a database, a message is answered with: ${answer.summary}`);
  if (Date.now() - asked > patienceOfTeamsMs) wrong.push('without a database, Teams does not wait for the answer');
  return wrong;
}

const patienceOfTeamsMs = 15_000;
const recoveryMs = 15_000;

async function wrongWithDatabase({ url }: MortalBot): Promise<readonly string[]> {
  const started = Date.now();
  while ((await fetch(`${url}/readyz`)).status !== 200) {
    if (Date.now() - started > recoveryMs) return ['the database is back, and /readyz does not say so'];
    await pause(100);
  }
  return [];
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(10);
}

/** Each word that was acknowledged is in the history of its ticket, once; no other more than once. */
function wrongComments({ comments }: Acknowledged, tickets: readonly Ticket[]): string[] {
  const said = new Map(
    tickets.map(({ number, history }) => [number, history.flatMap((it) => (it.kind === 'said' ? [it.text] : []))]),
  );
  const wrong = comments.flatMap(({ ticket, text }) =>
    said.get(ticket)?.includes(text) === true ? [] : [`"${text}" is missing in ticket ${ticket}`],
  );
  const twice = [...said].flatMap(([number, texts]) =>
    twiceIn(texts).map((text) => `"${text}" is more than once in ticket ${number}`),
  );
  return [...wrong, ...twice];
}

/** Each move that was acknowledged is in its case, once; no other more than once. */
async function wrongMoves({ moves }: Acknowledged, address: string): Promise<string[]> {
  const database = await openDatabase(address);
  try {
    const wrong = [...new Set(moves.map(({ thread }) => thread))].map(async (thread) => {
      const { state } = await database.store.readDialog(conversationKey({ channel: 'msteams', tenant, id: thread }));
      const told = readDialog(state)?.case?.told ?? [];
      const contacts = told.flatMap((it) => (it.kind === 'filled-in' && it.contact !== undefined ? [it.contact] : []));
      return [
        ...moves
          .filter((it) => it.thread === thread && !contacts.includes(it.contact))
          .map(({ contact }) => `"${contact}" is missing in the case of ${thread}`),
        ...twiceIn(contacts).map((contact) => `"${contact}" is more than once in the case of ${thread}`),
      ];
    });
    return (await Promise.all(wrong)).flat();
  } finally {
    await database.close();
  }
}

function twiceIn(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))];
}
