import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Carrier } from '../../../adapters/delivery/carrier.js';
import { helpdeskCarrier } from '../../../adapters/delivery/helpdesk-carrier.js';
import { startDelivering } from '../../../adapters/delivery/start-delivering.js';
import { startWorker, type Worker, type WorkerParts } from '../../../adapters/delivery/worker.js';
import type { ClaimedDelivery, Outbox } from '../../../bot/outbox.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import type { Happened, Ticket } from '../../../bot/ticket/ticket.js';
import { en } from '../../../bot/words/en.js';
import { type MemoryStore, memoryStore } from '../../bot/memory-store.js';
import { aTicket } from '../../bot/ticket/a-ticket.js';
import { type Fault, fakeHelpdesk } from './fake-helpdesk.js';

const started: Worker[] = [];
const logged: { event: string; fields: unknown }[] = [];
const counted: string[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((it) => it.close()));
  logged.splice(0);
  counted.splice(0);
});

const begin = Date.now();

/** A thousand times as fast as the real one: pauses of seconds pass in milliseconds. */
const clock = () => new Date(begin + (Date.now() - begin) * 1000);

function work(store: MemoryStore, carrier: Carrier, { timing, ...parts }: Partial<WorkerParts> = {}): Worker {
  const worker = startWorker({
    carrier,
    outbox: store,
    store,
    clock,
    log: (event, fields) => logged.push({ event, fields }),
    count: (target, outcome) => counted.push(`${target} ${outcome}`),
    timing: { poll: 5, outage: 5, longestOutage: 20, grace: 500, ...timing },
    ...parts,
  });
  started.push(worker);
  return worker;
}

const told: Happened = { kind: 'told', text: 'We look into it.' };

/** Tickets with so many events each, and all that is to be told of them. */
async function write(store: MemoryStore, numbers: readonly number[], events = 1): Promise<void> {
  for (const number of numbers) {
    const ticket = aTicket({ number, history: Array.from({ length: events - 1 }, () => told) });
    const deliveries = ticket.history.map((_, event) => ({ tenant: 'contoso', ticket: number, target: 'desk', event }));
    expect(await store.commit({ tickets: [{ ticket, before: undefined }], deliveries })).toBe(true);
  }
}

const range = (length: number): number[] => Array.from({ length }, (_, at) => at + 1);

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 1) {
    if (waited > 2000) throw new Error(`It never came to that:\n${JSON.stringify(logged.slice(-5))}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const isEmpty = (store: MemoryStore) => async () => (await store.counts()).every(({ state }) => state !== 'waiting');

const statesOf = async (store: MemoryStore, numbers: readonly number[]) =>
  Promise.all(numbers.map(async (it) => (await store.deliveriesOf('contoso', it))[0]?.state));

describe('whatever a helpdesk does', () => {
  const faults = fc.array(
    fc.constantFrom<Fault>('none', 'none', 'none', 'busy', 'unreachable', 'cut', 'late', 'broken'),
    { minLength: 1, maxLength: 30 },
  );

  test('each event of each ticket arrives, once and in order, from one worker or two', async () => {
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 2 }), async (days, workers) => {
        const store = memoryStore();
        await write(store, range(4), 3);
        const helpdesk = fakeHelpdesk((call) => days[call] ?? 'none', { timeoutMs: 15 });
        const team = range(workers).map(() => work(store, helpdeskCarrier(helpdesk)));
        await until(isEmpty(store));
        await Promise.all(team.map((it) => it.close()));
        expect([...helpdesk.taken].sort()).toEqual(range(4).flatMap((it) => [0, 1, 2].map((at) => `case ${it}.${at}`)));
        for (const number of range(4)) {
          const ofCase = helpdesk.taken.filter((it) => it.startsWith(`case ${number}.`));
          expect(ofCase).toEqual([...ofCase].sort());
          expect(await store.deliveriesOf('contoso', number)).toMatchObject([
            { state: 'delivered', remote: { id: `case ${number}`, name: `D-${number}` } },
          ]);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('what it says is told to the operator; what nobody foresaw, without its text', async () => {
    const store = memoryStore();
    await write(store, [1]);
    const helpdesk = fakeHelpdesk((call) => (['unreachable', 'broken'] as const)[call] ?? 'none');
    work(store, helpdeskCarrier(helpdesk));
    await until(() => counted.includes('desk delivered'));
    const about = { target: 'desk', ticket: 1, event: 0 };
    const problem = 'unreachable, as it happens';
    expect(logged).toMatchObject([
      { event: 'delivery-failed', fields: { ...about, tries: 1, reason: 'unreachable', problem } },
      { event: 'delivery-failed', fields: { ...about, tries: 2, reason: 'unknown' } },
      { event: 'delivered', fields: { ...about, tries: 3 } },
    ]);
    expect(JSON.stringify(logged)).not.toContain('xyz');
    expect(counted).toEqual(['desk failed', 'desk failed', 'desk delivered']);
  });

  test('not more at once than it can bear', async () => {
    const store = memoryStore();
    await write(store, range(30));
    const helpdesk = fakeHelpdesk(() => 'none');
    work(store, helpdeskCarrier(helpdesk));
    await until(isEmpty(store));
    expect(helpdesk.mostAtOnce()).toBe(helpdeskCarrier(helpdesk).atOnce);
  });
});

test('a helpdesk that was set up later is told of a ticket by its next event', async () => {
  const store = memoryStore();
  const ticket = aTicket({ history: [told] });
  const late = { tenant: 'contoso', ticket: 1, target: 'desk', event: 1 };
  await store.commit({ tickets: [{ ticket, before: undefined }], deliveries: [late] });
  const helpdesk = fakeHelpdesk(() => 'none');
  work(store, helpdeskCarrier(helpdesk));
  await until(isEmpty(store));
  expect(helpdesk.taken).toEqual(['case 1.0']);
});

describe('what is given up', () => {
  test('a ticket that is not taken as it is; others go on, and it can be sent again', async () => {
    const store = memoryStore();
    await write(store, [1, 2], 2);
    const helpdesk = fakeHelpdesk((call) => (call === 0 ? 'rejected' : 'none'));
    const worker = work(store, helpdeskCarrier(helpdesk));
    await until(async () => (await statesOf(store, [1, 2])).join() === 'undelivered,delivered');
    expect(await store.deliveriesOf('contoso', 1)).toEqual([
      { target: 'desk', state: 'undelivered', attempts: 1, problem: 'rejected, as it happens' },
    ]);
    expect(helpdesk.taken).toEqual(['case 2.0', 'case 2.1']);
    expect(await store.sendAgain(clock(), { ticket: { tenant: 'contoso', number: 1 } })).toBe(1);
    worker.wake();
    await until(isEmpty(store));
    expect(helpdesk.taken.slice(2)).toEqual(['case 1.0', 'case 1.1']);
  });

  test('after the last try; sent again it is looked for first, since an earlier try may have got through', async () => {
    const store = memoryStore(() => new Date(begin));
    await write(store, [1]);
    let isDown = true;
    const retried: boolean[] = [];
    const carrier = helpdeskCarrier({
      name: 'desk',
      open: async ({ caseId }, again) => {
        retried.push(again);
        if (isDown) throw new HelpdeskError('unreachable', 'down');
        return { id: caseId, name: 'D' };
      },
      tell: async () => {},
    });
    // Each pause passes as soon as it is written down.
    let now = begin;
    const failed: Outbox['failed'] = async (claimed, next) => {
      await store.failed(claimed, next);
      now = next.tryAgainAt.getTime();
    };
    const worker = work(store, carrier, { outbox: { ...store, failed }, clock: () => new Date(now) });
    await until(async () => (await statesOf(store, [1]))[0] === 'undelivered');
    expect(retried).toEqual([false, ...range(33).map(() => true)]);
    isDown = false;
    await store.sendAgain(new Date(begin));
    worker.wake();
    await until(async () => (await statesOf(store, [1]))[0] === 'delivered');
    expect(retried.slice(34)).toEqual([true]);
    expect(counted.filter((it) => it === 'desk given-up')).toHaveLength(1);
  });

  test('a ticket that was removed has nothing to tell', async () => {
    const store = memoryStore();
    await store.commit({ deliveries: [{ tenant: 'contoso', ticket: 9, target: 'desk', event: 0 }] });
    const helpdesk = fakeHelpdesk(() => 'none');
    work(store, helpdeskCarrier(helpdesk));
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(0);
  });
});

describe('a refused credential', () => {
  test('is asked about once, however many tickets wait, told at once, and all is sent again when it works', async () => {
    const store = memoryStore(() => new Date(0));
    await write(store, range(200));
    let isValid = false;
    const helpdesk = fakeHelpdesk(() => (isValid ? 'none' : 'credential'));
    let now = 0;
    const worker = work(
      store,
      { ...helpdeskCarrier(helpdesk), atOnce: 1 },
      { clock: () => new Date(now), timing: { refused: 600_000 } },
    );
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(1);
    expect(logged.filter(({ event }) => event === 'credential-refused')).toEqual([
      {
        event: 'credential-refused',
        fields: { target: 'desk', problem: 'credential, as it happens', againInS: 600 },
      },
    ]);
    expect(await store.counts()).toMatchObject([{ target: 'desk', state: 'undelivered', count: 200 }]);
    expect((await store.deliveriesOf('contoso', 170))[0]?.problem).toBe('credential, as it happens');

    isValid = true;
    now = 599_999;
    await write(store, [201]);
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(1);

    now = 600_000;
    await write(store, [202]);
    worker.wake();
    await until(() => helpdesk.taken.length === 202);
    expect(logged).toContainEqual({ event: 'target-works', fields: { target: 'desk', again: 201 } });
  });

  test('is tried by one of those that are sent again by hand, and by no more than one while it is refused', async () => {
    const store = memoryStore(() => new Date(0));
    await write(store, range(30));
    let isValid = false;
    const helpdesk = fakeHelpdesk(() => (isValid ? 'none' : 'credential'));
    let now = 0;
    work(
      store,
      { ...helpdeskCarrier(helpdesk), atOnce: 1 },
      { clock: () => new Date(now), timing: { refused: 600_000 } },
    );
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(1);

    now = 1000;
    await store.sendAgain(new Date(now));
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(2);
    // Nobody has asked for those.
    expect((await store.deliveriesOf('contoso', 20))[0]).toMatchObject({ attempts: 0, state: 'undelivered' });

    isValid = true;
    now = 2000;
    await store.sendAgain(new Date(now), { ticket: { tenant: 'contoso', number: 20 } });
    await until(() => helpdesk.taken.length === 30);
    expect(logged).toContainEqual({ event: 'target-works', fields: { target: 'desk', again: 29 } });
  });

  test('that is found out at the start is told, and no ticket is spent on it', async () => {
    const store = memoryStore();
    const helpdesk = fakeHelpdesk(() => 'none');
    const check = () => Promise.reject(new HelpdeskError('credential', 'no'));
    work(store, helpdeskCarrier({ ...helpdesk, check }));
    await until(() => logged.length > 0);
    expect(logged).toEqual([
      { event: 'target-does-not-work', fields: { target: 'desk', reason: 'credential', problem: 'no' } },
    ]);
    await write(store, [1]);
    await until(isEmpty(store));
    expect([helpdesk.calls(), await statesOf(store, [1])]).toEqual([0, ['undelivered']]);
  });

  test('that works at the next start sends what was given up', async () => {
    const store = memoryStore();
    await write(store, [1, 2]);
    for (const claimed of await store.claim({ targets: { only: ['desk'] }, now: clock(), leaseMs: 1, most: 2 })) {
      await store.givenUp(claimed, 'refused');
    }
    const helpdesk = fakeHelpdesk(() => 'none');
    work(store, helpdeskCarrier({ ...helpdesk, check: async () => {} }));
    await until(() => helpdesk.taken.length === 2);
  });
});

test('a target that asks for time is left alone by all tickets until then', async () => {
  const store = memoryStore(() => new Date(0));
  await write(store, range(20));
  let now = 0;
  const calls: number[] = [];
  const carrier = helpdeskCarrier({
    name: 'desk',
    open: async ({ caseId }) => {
      calls.push(now);
      if (calls.length === 1) throw new HelpdeskError('busy', 'later', { retryAfterMs: 300_000 });
      return { id: caseId, name: 'D' };
    },
    tell: async () => {},
  });
  const worker = work(store, { ...carrier, atOnce: 1 }, { clock: () => new Date(now), random: () => 0 });
  await until(() => counted.length === 1);
  for (now = 1000; now <= 301_000; now += 50_000) {
    worker.wake();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await until(isEmpty(store));
  expect(calls).toHaveLength(21);
  expect(calls.filter((it) => it > 0 && it < 301_000)).toEqual([]);
});

describe('processes come and go', () => {
  test('what a process had in hand when it died is delivered by another', async () => {
    const store = memoryStore();
    await write(store, [1], 2);
    const [claimed] = await store.claim({ targets: { only: ['desk'] }, now: clock(), leaseMs: 30_000, most: 1 });
    expect(claimed).toMatchObject({ event: 0, attempts: 0 });
    const retried: boolean[] = [];
    const helpdesk = fakeHelpdesk(() => 'none');
    const open: typeof helpdesk.open = (ticket, again) => {
      retried.push(again);
      return helpdesk.open(ticket, again);
    };
    work(store, helpdeskCarrier({ ...helpdesk, open }));
    await until(isEmpty(store));
    expect([helpdesk.taken, retried]).toEqual([['case 1.0', 'case 1.1'], [true]]);
  });

  test('what is under way is finished before the end, and nothing is begun', async () => {
    const store = memoryStore(() => new Date(0));
    await write(store, range(20));
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let asked = 0;
    const helpdesk = fakeHelpdesk(() => 'none');
    const open: typeof helpdesk.open = async (ticket, again) => {
      asked += 1;
      await slow;
      return helpdesk.open(ticket, again);
    };
    const worker = work(store, helpdeskCarrier({ ...helpdesk, open }), { clock: () => new Date(0) });
    await until(() => asked === 4);
    const closed = worker.close();
    goOn();
    await closed;
    expect(helpdesk.taken).toHaveLength(4);
    expect((await statesOf(store, range(20))).filter((it) => it === 'delivered')).toHaveLength(4);
  });

  test('the end does not wait for a target that never answers', async () => {
    const store = memoryStore();
    await write(store, [1]);
    let asked = false;
    const carrier: Carrier = {
      name: 'desk',
      targets: { only: ['desk'] },
      isOnePlace: true,
      atOnce: 1,
      timeoutMs: 1000,
      carry: () => {
        asked = true;
        return new Promise<never>(() => {});
      },
    };
    const worker = work(store, carrier, { timing: { grace: 20 } });
    await until(() => asked);
    await worker.close();
    expect(await statesOf(store, [1])).toEqual(['waiting']);
  });
});

describe('a database that goes away', () => {
  /** Every call fails while it is away. */
  function withOutages(store: MemoryStore): { readonly outbox: Outbox; setAway(away: boolean): void } {
    let isAway = false;
    const unlessAway =
      <Input extends unknown[], T>(call: (...input: Input) => Promise<T>) =>
      (...input: Input): Promise<T> =>
        isAway ? Promise.reject(new Error('connection refused, password xyz')) : call(...input);
    return {
      outbox: {
        claim: unlessAway(store.claim),
        delivered: unlessAway(store.delivered),
        failed: unlessAway(store.failed),
        givenUp: unlessAway(store.givenUp),
        sendAgain: unlessAway(store.sendAgain),
        counts: unlessAway(store.counts),
      },
      setAway(away) {
        isAway = away;
      },
    };
  }

  test('is waited for, and told of once', async () => {
    const store = memoryStore();
    const { outbox, setAway } = withOutages(store);
    setAway(true);
    const helpdesk = fakeHelpdesk(() => 'none');
    work(store, helpdeskCarrier(helpdesk), { outbox });
    await write(store, [1]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(logged).toEqual([{ event: 'outbox-unavailable', fields: { target: 'desk', error: 'Error' } }]);
    setAway(false);
    await until(isEmpty(store));
    expect(logged.map(({ event }) => event)).toEqual(['outbox-unavailable', 'outbox-back', 'delivered']);
  });

  test('just after a ticket was taken does not make it be sent twice', async () => {
    const store = memoryStore();
    const { outbox, setAway } = withOutages(store);
    await write(store, [1]);
    const helpdesk = fakeHelpdesk(() => 'none');
    const carrier = helpdeskCarrier(helpdesk);
    const carry = async (delivery: ClaimedDelivery, ticket: Ticket) => {
      const remote = await carrier.carry(delivery, ticket);
      setAway(true);
      setTimeout(() => setAway(false), 40);
      return remote;
    };
    work(store, { ...carrier, carry }, { outbox });
    await until(isEmpty(store));
    expect(helpdesk.calls()).toBe(1);
  });
});

test('what was written in its own process is delivered at once', async () => {
  const store = memoryStore();
  const helpdesk = fakeHelpdesk(() => 'none');
  const worker = work(store, helpdeskCarrier(helpdesk), { timing: { poll: 1_000_000 } });
  for (const number of [1, 2]) {
    await write(store, [number]);
    worker.wake();
    await until(() => helpdesk.taken.length === number);
  }
});

test('each target has a worker of its own, woken by what is written', async () => {
  const store = memoryStore();
  const slow = fakeHelpdesk(() => 'late', { name: 'slow', timeoutMs: 10_000 });
  const desk = fakeHelpdesk(() => 'none');
  const delivering = startDelivering({
    helpdesks: [slow, desk],
    carriers: [],
    outbox: store,
    remoteTickets: store,
    store,
    destinations: () => ({ helpdesks: ['slow', 'desk'], channels: [] }),
    redaction: { key: 'test' },
    words: en,
    clock,
    log: () => {},
    timing: { poll: 1_000_000, grace: 10 },
  });
  started.push(delivering);
  for (const number of range(10)) {
    const deliveries = ['slow', 'desk'].map((target) => ({ tenant: 'contoso', ticket: number, target, event: 0 }));
    await delivering.store.commit({ tickets: [{ ticket: aTicket({ number }), before: undefined }], deliveries });
  }
  await until(() => desk.taken.length === 10);
  expect(slow.taken.length).toBeLessThan(10);
});
