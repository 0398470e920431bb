import { afterEach, describe, expect, test } from '@jest/globals';
import { type ReadBackParts, startReadBack } from '../../../adapters/delivery/read-back.js';
import { HelpdeskError, type RemoteState } from '../../../bot/ticket/helpdesk.js';
import { stateOf, type Ticket } from '../../../bot/ticket/ticket.js';
import { en } from '../../../bot/words/en.js';
import { type MemoryStore, memoryStore } from '../../bot/memory-store.js';
import { afterwards, aTicket, mia } from '../../bot/ticket/a-ticket.js';
import { fakeHelpdesk } from './fake-helpdesk.js';

const started: { close(): Promise<void> }[] = [];
const logged: { event: string; fields: unknown }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((it) => it.close()));
  logged.splice(0);
});

const begin = Date.now();
/** Minutes pass in milliseconds. */
const clock = () => new Date(begin + (Date.now() - begin) * 60_000);

const comment = (id: string) => ({ id, by: 'noor', text: `Comment ${id}.`, at: '2026-11-22T07:00:00Z' });
const open = (...ids: string[]): RemoteState => ({ state: 'open', comments: ids.map(comment) });

function read(
  store: MemoryStore,
  look: (caseId: string) => RemoteState | Promise<RemoteState>,
  parts: Partial<ReadBackParts> = {},
) {
  const reading = startReadBack({
    helpdesk: { ...fakeHelpdesk(() => 'none'), look: async (_remote, { caseId }) => look(caseId) },
    remoteTickets: store,
    store,
    destinations: () => ({ helpdesks: ['desk', 'mail'], channels: [] }),
    redaction: { key: 'test' },
    words: en,
    clock,
    log: (event, fields) => logged.push({ event, fields }),
    timing: { pause: 3, trouble: 30 },
    ...parts,
  });
  started.push(reading);
  return reading;
}

/** A ticket that the helpdesk has. */
async function keep(store: MemoryStore, ticket: Ticket): Promise<void> {
  const { tenant, number } = ticket;
  const deliveries = [{ tenant, ticket: number, target: 'desk', event: 0 }];
  await store.commit({ tickets: [{ ticket, before: undefined }], deliveries });
  const claimed = await store.claim({ targets: { only: ['desk'] }, now: new Date(), leaseMs: 1000, most: 99 });
  for (const it of claimed) await store.delivered(it, { id: `remote ${number}`, name: `D-${number}` });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 1) {
    if (waited > 2000) throw new Error(`It never came to that:\n${JSON.stringify(logged.slice(-5))}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const historyOf = async (store: MemoryStore, number = 1) =>
  ((await store.readTicket('contoso', number))?.history ?? []).map(({ kind }) => kind);

const settled = () => new Promise((resolve) => setTimeout(resolve, 40));

test('what people there wrote and decided is taken in once, and told to all others who must hear of it', async () => {
  const store = memoryStore();
  await keep(store, aTicket());
  let state = open('c1');
  read(store, () => state);
  read(store, () => state);
  await until(async () => (await historyOf(store)).length === 2);
  state = { ...open('c1', 'c2'), state: 'resolved', resolution: 'A new certificate.' };
  await until(async () => (await historyOf(store)).length === 4);
  await settled();
  expect(await historyOf(store)).toEqual(['opened', 'told', 'told', 'resolved']);
  const targets = (await store.counts()).map(({ target, count }) => `${target} ${count}`);
  expect(targets.sort()).toEqual([`conversation/${mia.conversation} 3`, 'mail 3']);
  expect(logged.filter(({ event }) => event === 'helpdesk-news')).toHaveLength(2);
});

test('a ticket that is reopened there is so here', async () => {
  const store = memoryStore();
  await keep(store, aTicket());
  let state: RemoteState = { state: 'resolved', comments: [] };
  read(store, () => state);
  await until(async () => (await historyOf(store)).length === 2);
  state = open();
  await until(async () => (await historyOf(store)).length === 3);
  expect(await historyOf(store)).toEqual(['opened', 'resolved', 'reopened']);
});

test('a ticket that was resolved long ago is not asked about', async () => {
  const store = memoryStore();
  await keep(store, aTicket({ history: [{ kind: 'resolved', text: 'x' }] }, new Date(begin - 30 * 24 * 3_600_000)));
  let asked = 0;
  read(store, () => {
    asked += 1;
    return open();
  });
  await settled();
  expect(asked).toBe(0);
});

test('what somebody writes here meanwhile is not lost, nor overruled', async () => {
  const store = memoryStore();
  const ticket = aTicket();
  await keep(store, ticket);
  let looks = 0;
  read(store, async () => {
    looks += 1;
    if (looks === 1)
      await store.commit({ tickets: [{ ticket: afterwards(ticket, { kind: 'said', text: 'Wait' }), before: 1 }] });
    return { ...open('c1'), state: looks === 1 ? 'resolved' : 'open' };
  });
  await until(async () => (await historyOf(store)).length === 3);
  expect(await historyOf(store)).toEqual(['opened', 'said', 'told']);
});

test('what was reopened here stays open until the helpdesk knows', async () => {
  const store = memoryStore();
  const resolved = aTicket({ history: [{ kind: 'resolved', text: 'x' }] });
  await keep(store, resolved);
  const reopened = afterwards(resolved, { kind: 'reopened', text: 'again' });
  const telling = { tenant: 'contoso', ticket: 1, target: 'desk', event: 2 };
  await store.commit({ tickets: [{ ticket: reopened, before: 2 }], deliveries: [telling] });
  let looks = 0;
  read(store, () => {
    looks += 1;
    return { state: 'resolved', comments: [] };
  });
  await until(() => looks > 2);
  expect(await historyOf(store)).toEqual(['opened', 'resolved', 'reopened']);
  const [claimed] = await store.claim({ targets: { only: ['desk'] }, now: clock(), leaseMs: 1000, most: 1 });
  if (claimed === undefined) throw new Error('There is nothing to tell');
  await store.delivered(claimed, undefined);
  await until(async () => stateOf((await store.readTicket('contoso', 1)) ?? reopened) === 'resolved');
});

describe('a helpdesk in trouble', () => {
  test('is left alone for a while, and told of', async () => {
    const store = memoryStore();
    for (const number of [1, 2, 3]) await keep(store, aTicket({ number }));
    let looks = 0;
    read(
      store,
      () => {
        looks += 1;
        throw new HelpdeskError('credential', 'refused');
      },
      { timing: { pause: 3, trouble: 100_000 } },
    );
    await settled();
    expect(looks).toBe(1);
    expect(logged).toEqual([
      { event: 'not-read-back', fields: { target: 'desk', ticket: 1, reason: 'credential', problem: 'refused' } },
    ]);
  });

  test('with one ticket is asked about the others', async () => {
    const store = memoryStore();
    for (const number of [1, 2, 3]) await keep(store, aTicket({ number }));
    read(store, (caseId) => {
      if (caseId === 'case 2') throw new HelpdeskError('rejected', 'not seen');
      return open('c1');
    });
    await until(async () => (await historyOf(store, 3)).length === 2);
    expect([await historyOf(store, 1), await historyOf(store, 2)]).toEqual([['opened', 'told'], ['opened']]);
  });

  test('that has lost a ticket is told of, and the ticket stays open', async () => {
    const store = memoryStore();
    await keep(store, aTicket());
    read(store, () => ({ state: 'gone', comments: [] }));
    await until(() => logged.length > 0);
    expect(logged[0]).toEqual({ event: 'remote-ticket-gone', fields: { target: 'desk', ticket: 1 } });
    expect(await historyOf(store)).toEqual(['opened']);
  });
});

test('a database that goes away is waited for', async () => {
  const store = memoryStore();
  await keep(store, aTicket());
  let isAway = true;
  const takeToAsk: MemoryStore['takeToAsk'] = (options) =>
    isAway ? Promise.reject(new Error('gone, password xyz')) : store.takeToAsk(options);
  read(store, () => open('c1'), { remoteTickets: { takeToAsk } });
  await until(() => logged.length > 0);
  expect(logged[0]).toEqual({ event: 'read-back-failed', fields: { target: 'desk', error: 'Error' } });
  isAway = false;
  await until(async () => (await historyOf(store)).length === 2);
});
