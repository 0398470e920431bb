import { describe, expect, test } from '@jest/globals';
import type { Bot, DialogStore, Incoming, Log, OutcomeStore, RepairOutcomes } from '../../bot/bot.js';
import { createBot } from '../../bot/create-bot.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import { now } from './conversation.js';
import { fakeKnowledge } from './fake-knowledge.js';

interface Logged {
  readonly event: string;
  readonly fields: Parameters<Log>[1];
}

/** A store that takes its time, as stores do, and hands out copies. */
function slowStore(): DialogStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
  return {
    kept,
    read: async (conversation) => {
      await pause();
      const state = kept.get(conversation);
      return state === undefined ? undefined : JSON.parse(state);
    },
    write: async (conversation, state) => {
      await pause();
      kept.set(conversation, JSON.stringify(state));
    },
  };
}

function setUp(store: DialogStore = slowStore()) {
  const logged: Logged[] = [];
  const log: Log = (event, fields) => logged.push({ event, fields });
  return { bot: createBot({ knowledge: fakeKnowledge, store, log, clock: () => now }), logged };
}

const message = (text: string, conversation = 'c', delivery?: string): Incoming => ({
  conversation,
  user: 'mia',
  event: { kind: 'message', text },
  ...(delivery === undefined ? {} : { delivery }),
});

test('what is kept outlives the bot', async () => {
  const store = slowStore();
  await setUp(store).bot.receive(message('CONNECTOR_FORBIDDEN'));
  await setUp(store).bot.receive(message('no'));
  const [view] = await setUp(store).bot.receive(message('https'));
  expect(view?.summary).toBe('Step 1 of 2');
});

test('conversations do not mix', async () => {
  const { bot } = setUp();
  await bot.receive(message('CONNECTOR_FORBIDDEN', 'a'));
  const [other] = await bot.receive(message('help', 'b'));
  expect(other?.summary).toBe(en.welcome.summary);
});

test('a button of one conversation does nothing in another', async () => {
  const { bot } = setUp();
  const [view] = await bot.receive(message('CONNECTOR_FORBIDDEN', 'a'));
  const [same] = await bot.receive(message('CONNECTOR_FORBIDDEN', 'b'));
  const action = view?.choices[0]?.action;
  const [after] = await bot.receive({ conversation: 'b', user: 'eve', event: { kind: 'press', data: { action } } });
  expect(after?.choices).toEqual(same?.choices);
});

test('what happens at the same time happens one after the other', async () => {
  const { bot } = setUp();
  await bot.receive(message('AZURE_NAME'));
  const views = await Promise.all(['yes', 'done', 'done', 'no'].map((text) => bot.receive(message(text))));
  expect(views.map(([view]) => view?.summary)).toEqual(['Step 1 of 2', 'Step 2 of 2', 'Did it help?', 'Step 1 of 1']);
});

test('a double click counts once', async () => {
  const { bot } = setUp();
  await bot.receive(message('CONNECTOR_FORBIDDEN'));
  const [view] = await bot.receive(message('no'));
  const press = {
    conversation: 'c',
    user: 'mia',
    event: { kind: 'press', data: { action: view?.choices[0]?.action } },
  } as const;
  const [[first], [second]] = await Promise.all([bot.receive(press), bot.receive(press)]);
  expect([first?.summary, second?.summary]).toEqual(['Step 1 of 3', 'Step 1 of 3']);
  expect(second?.parts[0]).toEqual({ kind: 'text', text: en.notices.stale, tone: 'quiet' });
});

test('a repeated delivery says nothing', async () => {
  const { bot } = setUp();
  expect(await bot.receive(message('CONNECTOR_FORBIDDEN', 'c', 'd1'))).toHaveLength(1);
  expect(await bot.receive(message('CONNECTOR_FORBIDDEN', 'c', 'd1'))).toEqual([]);
});

test('what cannot be read any more begins anew', async () => {
  const store = slowStore();
  store.kept.set('c', JSON.stringify({ version: 99 }));
  const { bot, logged } = setUp(store);
  const [view] = await bot.receive(message('hi'));
  expect(view?.summary).toBe(en.welcome.summary);
  expect(logged).toContainEqual({ event: 'dialog-unreadable', fields: undefined });
});

test('a failing store rejects, and the next message is handled', async () => {
  const store = slowStore();
  let fails = true;
  const { bot } = setUp({
    read: store.read,
    write: (conversation, state) => (fails ? Promise.reject(new Error('disk full')) : store.write(conversation, state)),
  });
  await expect(bot.receive(message('hi', 'c', 'd1'))).rejects.toThrow('disk full');
  fails = false;
  expect(await bot.receive(message('hi', 'c', 'd1'))).toHaveLength(1);
});

test('the log tells what happened and nothing that was said', async () => {
  const { bot, logged } = setUp();
  for (const text of ['CONNECTOR_FORBIDDEN geheim', 'no', 'https', 'geheim too', 'it works'])
    await bot.receive(message(text));
  expect(logged.map(({ event }) => event).filter((event) => event !== 'turn')).toEqual(['case-opened', 'case-ended']);
  expect(JSON.stringify(logged)).not.toContain('geheim');
  expect(logged.find(({ event }) => event === 'case-ended')?.fields).toMatchObject({
    outcome: 'resolved',
    article: 'gateway.md',
    issue: 'forbidden',
    repair: 'https',
    step: 1,
  });
});

describe('outcomes of earlier cases', () => {
  /** Counts in memory, as a database does. */
  function outcomeStore(): OutcomeStore {
    const counts = new Map<string, RepairOutcomes>();
    return {
      readOutcomes: async (tenant) =>
        [...counts].flatMap(([key, outcome]) => (key.startsWith(`${tenant}/`) ? [outcome] : [])),
      addOutcome: async (tenant, { helped, ...repair }) => {
        const key = `${tenant}/${repair.article}#${repair.issue}#${repair.repair}`;
        const before = counts.get(key) ?? { ...repair, helped: 0, failed: 0 };
        counts.set(key, {
          ...before,
          helped: before.helped + (helped ? 1 : 0),
          failed: before.failed + (helped ? 0 : 1),
        });
      },
    };
  }

  const botOver = (outcomes: OutcomeStore) =>
    createBot({ knowledge: fakeKnowledge, store: slowStore(), log: () => {}, clock: () => now, outcomes });

  async function tell(bot: Bot, tenant: string, conversation: string, ...texts: readonly string[]) {
    let last: readonly View[] = [];
    for (const text of texts) last = await bot.receive({ ...message(text, conversation), tenant });
    return last[0];
  }

  // Two ways to repair it; the second one has helped five times.
  const secondWay = ['AZURE_NAME', 'yes', 'steps', 'done', 'done', 'no', 'done', 'yes'];

  test('what helped before comes first, and only where it helped', async () => {
    const bot = botOver(outcomeStore());
    for (let at = 0; at < 5; at += 1) await tell(bot, 'contoso', `c${at}`, ...secondWay);
    const learnt = await tell(bot, 'contoso', 'later', 'AZURE_NAME', 'yes', 'steps');
    expect(learnt?.summary).toBe('Step 1 of 1');
    const elsewhere = await tell(bot, 'fabrikam', 'other', 'AZURE_NAME', 'yes', 'steps');
    expect(elsewhere?.summary).toBe('Step 1 of 2');
  });

  test('what never helped is still there to be chosen', async () => {
    const outcomes = outcomeStore();
    const first = { article: 'gateway.md', issue: 'azure-name', repair: 'method-1', helped: false };
    for (let at = 0; at < 500; at += 1) await outcomes.addOutcome('contoso', first);
    const view = await tell(botOver(outcomes), 'contoso', 'c', 'AZURE_NAME', 'yes', 'other ways');
    expect(view?.choices.map(({ label }) => label)).toContain('Method 1');
  });

  test('a store that fails takes nothing away but what it knows', async () => {
    const broken: OutcomeStore = {
      readOutcomes: async () => Promise.reject(new Error('down')),
      addOutcome: async () => Promise.reject(new Error('down')),
    };
    expect((await tell(botOver(broken), 'contoso', 'c', ...secondWay))?.summary).toBe('Solved');
  });
});
