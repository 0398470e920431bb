import { describe, expect, test } from '@jest/globals';
import type { Bot, Incoming, Log } from '../../bot/bot.js';
import { doubtIds } from '../../bot/case/doubts.js';
import { createBot } from '../../bot/create-bot.js';
import type { OutcomeChange, Store } from '../../bot/store.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import { now } from './conversation.js';
import { fakeKnowledge } from './fake-knowledge.js';
import { memoryStore } from './memory-store.js';

interface Logged {
  readonly event: string;
  readonly fields: Parameters<Log>[1];
}

/** The same store, taking its time, as stores do. */
function slow(store: Store): Store {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 3));
  return {
    ...store,
    readDialog: async (conversation) => {
      await pause();
      return store.readDialog(conversation);
    },
    commit: async (change) => {
      await pause();
      return store.commit(change);
    },
  };
}

function setUp(store: Store = slow(memoryStore())) {
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
  const store = slow(memoryStore());
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
  const store = memoryStore();
  const state = { version: 99 };
  await store.commit({ dialog: { conversation: 'c', tenant: '', state, version: undefined, people: [] } });
  const { bot, logged } = setUp(store);
  const [view] = await bot.receive(message('hi'));
  expect(view?.summary).toBe(en.welcome.summary);
  expect(logged).toContainEqual({ event: 'dialog-unreadable', fields: undefined });
});

test('a failing store rejects, and the next message is handled', async () => {
  const store = memoryStore();
  let fails = true;
  const { bot } = setUp({
    ...store,
    commit: (change) => (fails ? Promise.reject(new Error('disk full')) : store.commit(change)),
  });
  await expect(bot.receive(message('hi', 'c', 'd1'))).rejects.toThrow('disk full');
  fails = false;
  expect(await bot.receive(message('hi', 'c', 'd1'))).toHaveLength(1);
});

describe('several processes over one store', () => {
  test('lose nothing that the others have written', async () => {
    const store = slow(memoryStore());
    const deliveries = ['d1', 'd2', 'd3'];
    await Promise.all(deliveries.map((delivery) => setUp(store).bot.receive(message('help', 'c', delivery))));
    for (const delivery of deliveries)
      expect(await setUp(store).bot.receive(message('help', 'c', delivery))).toEqual([]);
  });

  test('deal with a repeated delivery once', async () => {
    const store = slow(memoryStore());
    const views = await Promise.all(
      [1, 2, 3].map(() => setUp(store).bot.receive(message('CONNECTOR_FORBIDDEN', 'c', 'd1'))),
    );
    expect(views.map(({ length }) => length).sort()).toEqual([0, 0, 1]);
  });

  test('count an outcome once', async () => {
    const store = slow(memoryStore());
    for (const text of ['CONNECTOR_FORBIDDEN', 'no', 'https']) await setUp(store).bot.receive(message(text));
    await Promise.all([1, 2, 3].map(() => setUp(store).bot.receive(message('it works', 'c', 'd4'))));
    expect(await store.readOutcomes('')).toMatchObject([
      { repair: 'https', helped: 1, failed: 0 },
      // It was what it was taken for.
      { repair: doubtIds.another, helped: 0, failed: 1 },
    ]);
  });

  test('give up where others always write first', async () => {
    const store = memoryStore();
    const { bot, logged } = setUp({ ...store, commit: async () => false });
    await expect(bot.receive(message('hi'))).rejects.toThrow('5 times in a row');
    expect(logged.map(({ event }) => event)).toEqual(Array.from({ length: 5 }, () => 'dialog-conflict'));
  });
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
  const botOver = (store: Store) => createBot({ knowledge: fakeKnowledge, store, log: () => {}, clock: () => now });

  async function tell(bot: Bot, tenant: string, conversation: string, ...texts: readonly string[]) {
    let last: readonly View[] = [];
    for (const text of texts) last = await bot.receive({ ...message(text, conversation), tenant });
    return last[0];
  }

  // Two ways to repair it; the second one has helped five times.
  const secondWay = ['AZURE_NAME', 'yes', 'steps', 'done', 'done', 'no', 'done', 'yes'];

  test('what helped before comes first, and only where it helped', async () => {
    const bot = botOver(memoryStore());
    for (let at = 0; at < 5; at += 1) await tell(bot, 'contoso', `c${at}`, ...secondWay);
    const learnt = await tell(bot, 'contoso', 'later', 'AZURE_NAME', 'yes', 'steps');
    expect(learnt?.summary).toBe('Step 1 of 1');
    const elsewhere = await tell(bot, 'fabrikam', 'other', 'AZURE_NAME', 'yes', 'steps');
    expect(elsewhere?.summary).toBe('Step 1 of 2');
  });

  test.each([
    { name: 'that it works', texts: ['AZURE_NAME', 'yes', 'steps', 'it works', 'Not fixed after all'] },
    { name: 'that it was tried', texts: ['AZURE_NAME', 'yes', 'steps', 'already tried', 'back'] },
    { name: 'that it did not help', texts: ['AZURE_NAME', 'yes', 'steps', 'done', 'done', 'no', 'back'] },
    { name: 'that it was another one', texts: ['EQUALS', 'yes', 'steps', 'it works', 'Not fixed after all'] },
  ])('$name counts no more once it is taken back', async ({ texts }) => {
    const store = memoryStore();
    const before = texts.slice(0, -1);
    const last = texts.at(-1) ?? '';
    await tell(botOver(store), 'contoso', 'c', ...before);
    const counted = await store.readOutcomes('contoso');
    expect(counted.map(({ helped, failed }) => helped + failed)).toEqual(counted.map(() => 1));
    await tell(botOver(store), 'contoso', 'c', last);
    expect(await store.readOutcomes('contoso')).not.toContainEqual(expect.objectContaining({ helped: 1 }));
    expect(await store.readOutcomes('contoso')).not.toContainEqual(expect.objectContaining({ failed: 1 }));
  });

  test('what never helped is still there to be chosen', async () => {
    const store = memoryStore();
    const where = { article: 'gateway.md', issue: 'azure-name', repair: 'method-1' };
    const failed: OutcomeChange = { tenant: 'contoso', ...where, helped: false, count: 1 };
    await store.commit({ outcomes: Array.from({ length: 500 }, () => failed) });
    const view = await tell(botOver(store), 'contoso', 'c', 'AZURE_NAME', 'yes', 'other ways');
    expect(view?.choices.map(({ label }) => label)).toContain('Method 1');
  });

  test('that cannot be read take nothing away but what is known from them', async () => {
    const store = memoryStore();
    const broken: Store = { ...store, readOutcomes: async () => Promise.reject(new Error('down')) };
    expect((await tell(botOver(broken), 'contoso', 'c', ...secondWay))?.summary).toBe('Solved');
  });
});

describe('tickets', () => {
  const destinations = () => ({ helpdesks: ['mail'], channels: [{ area: '*', conversation: 'desk' }] });
  const support = { areas: ['*'] };

  function desk() {
    const store = memoryStore();
    const bots = [1, 2].map(() =>
      createBot({ knowledge: fakeKnowledge, store, log: () => {}, clock: () => now, destinations }),
    );
    const [bot, other] = bots;
    if (bot === undefined || other === undefined) throw new Error('There are two');
    const escalate = async (by: Bot, user: string): Promise<void> => {
      for (const text of ['CONNECTOR_FORBIDDEN', 'helpdesk', 'send it'])
        await by.receive({ ...message(text, `chat of ${user}`), user, tenant: 'contoso' });
    };
    const assign = async (by: Bot, user: string) =>
      by.receive({
        conversation: `desk;thread of ${user}`,
        tenant: 'contoso',
        user,
        support,
        event: { kind: 'press', data: { action: { ticket: 1, revision: 1, verb: 'assign' } } },
      });
    return { store, bot, other, escalate, assign };
  }

  test('are kept with their deliveries and the dialog, or not at all', async () => {
    const { store, bot, escalate } = desk();
    await escalate(bot, 'mia');
    expect(await store.readTicket('contoso', 1)).toMatchObject({ number: 1, requester: { person: { id: 'mia' } } });
    const waiting = (await store.deliveriesOf('contoso', 1)).map(({ target, state }) => [target, state]);
    expect(waiting.sort()).toEqual([
      ['conversation/desk', 'waiting'],
      ['mail', 'waiting'],
    ]);
  });

  test('have a number of their own each, whoever opens them at the same moment', async () => {
    const { store, bot, other, escalate } = desk();
    await Promise.all([escalate(bot, 'mia'), escalate(other, 'ben'), escalate(bot, 'cem')]);
    const tickets = await store.findTickets('contoso', {});
    expect(new Set(tickets.map(({ requester }) => requester.person.id))).toEqual(new Set(['mia', 'ben', 'cem']));
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(3);
  });

  test('belong to one of two experts who take them at the same moment', async () => {
    const { store, bot, other, escalate, assign } = desk();
    await escalate(bot, 'mia');
    const views = (await Promise.all([assign(bot, 'noor'), assign(other, 'ole')])).flat();
    const ticket = await store.readTicket('contoso', 1);
    expect(ticket?.history.map(({ kind }) => kind)).toEqual(['opened', 'assigned']);
    const stale = views.filter(({ parts }) => JSON.stringify(parts).includes(en.ticket.stale));
    expect([views.length, stale.length]).toEqual([2, 1]);
  });

  test('teach what fixed them', async () => {
    const { store, bot, escalate } = desk();
    await escalate(bot, 'mia');
    await bot.receive({
      conversation: 'desk',
      tenant: 'contoso',
      user: 'noor',
      support,
      event: { kind: 'press', data: { action: { ticket: 1, revision: 1, verb: 'resolve' }, fixed: '0' } },
    });
    expect(await store.readOutcomes('contoso')).toEqual([
      { article: 'gateway.md', issue: 'forbidden', repair: 'enhanced-http', helped: 1, failed: 0 },
    ]);
  });
});
