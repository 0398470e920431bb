// What every store must keep to, whatever is behind it.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../adapters/database/open-database.js';
import type { ConversationReference } from '../../../adapters/teams/conversation-references.js';
import type { Clock } from '../../../bot/bot.js';
import type { ClaimedDelivery, Targets } from '../../../bot/outbox.js';
import type { Delivery, OutcomeChange } from '../../../bot/store.js';
import type { Ticket, TicketState } from '../../../bot/ticket/ticket.js';
import { afterwards, aTicket, mia } from '../../bot/ticket/a-ticket.js';

export type Kept = Pick<
  Database,
  'store' | 'outbox' | 'remoteTickets' | 'references' | 'removeOld' | 'removeForgotten'
>;

/** Something that opens databases. */
export interface Subject {
  readonly name: string;
  /** Before any other. */
  start?(): Promise<void>;
  stop?(): Promise<void>;
  /** An empty one. Each call of `another` opens it once more, as another process does. */
  open(clock: Clock): Promise<{ readonly kept: Kept; another(): Promise<Kept>; close(): Promise<void> }>;
}

const noon = new Date('2026-11-21T12:00:00Z');
const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

/** Names that somebody, or some channel, may come up with. */
const hostile = [
  'a\u0000b',
  'half \ud83d of it',
  'half \ude00 of it',
  '\ue0000000',
  "'; drop table dialog; --",
  '%_\\"',
  '__proto__',
  'ｄｉａｌｏｇ',
  'e\u0301',
  '\u00e9',
  ' ',
  '',
];

export function describeStore(subject: Subject): void {
  describe(`${subject.name} keeps the contract of store and outbox`, () => {
    let kept: Kept;
    let now: Date;
    let open: Awaited<ReturnType<Subject['open']>>;

    beforeAll(async () => subject.start?.());
    afterAll(async () => subject.stop?.());
    beforeEach(async () => {
      now = noon;
      open = await subject.open(() => now);
      kept = open.kept;
    });
    afterEach(() => open.close());

    /** Writes the dialog over whatever is kept. */
    async function write(conversation: string, state: unknown, { tenant = 'contoso', people = ['mia'] } = {}) {
      const { version } = await kept.store.readDialog(conversation);
      return kept.store.commit({ dialog: { conversation, tenant, state, version, people } });
    }

    const dialogOf = async (conversation: string, { store }: Kept = kept): Promise<unknown> =>
      (await store.readDialog(conversation)).state;

    describe('dialogs', () => {
      test('nothing is kept of a new conversation', async () => {
        expect(await kept.store.readDialog('new')).toEqual({ state: undefined, version: undefined });
      });

      test('a state comes back as it was written', async () => {
        const state = { text: 'naïve "quotes" \u0000 🙂 \ud83d', list: [1, { deep: null }], no: false, 'a.b': -0.5 };
        await write('a', state);
        expect(await dialogOf('a')).toEqual(state);
      });

      test('a large state comes back whole', async () => {
        const state = { lines: '\u0000é🙂\n'.repeat(500_000) };
        await write('a', state);
        expect(await dialogOf('a')).toEqual(state);
      });

      test('what was read can be changed without changing what is kept', async () => {
        await write('a', { list: [1] });
        const read = await kept.store.readDialog('a');
        Object.assign(read.state ?? {}, { list: [2] });
        expect(await dialogOf('a')).toEqual({ list: [1] });
      });

      test('names that are alike stay apart', async () => {
        for (const [at, name] of hostile.entries()) await write(name, { at }, { tenant: name, people: [`${name}!`] });
        for (const [at, name] of hostile.entries()) {
          expect(await dialogOf(name)).toEqual({ at });
          expect(await kept.store.conversationsOf(name, `${name}!`)).toEqual([name]);
        }
      });

      test('every write changes the version, even where it changes nothing else', async () => {
        const versions = new Set<string | undefined>();
        for (let at = 0; at < 3; at += 1) {
          await write('a', {});
          versions.add((await kept.store.readDialog('a')).version);
        }
        expect(versions.size).toBe(3);
        expect(versions).not.toContain(undefined);
      });

      test('who read before somebody else wrote does not write', async () => {
        await write('a', { n: 1 });
        const { version } = await kept.store.readDialog('a');
        await write('a', { n: 2 });
        const dialog = { conversation: 'a', tenant: 'contoso', version, people: [] };
        expect(await kept.store.commit({ dialog: { ...dialog, state: { n: 3 } } })).toBe(false);
        expect(await kept.store.commit({ dialog: { ...dialog, state: undefined } })).toBe(false);
        expect(await kept.store.commit({ dialog: { ...dialog, state: {}, version: undefined } })).toBe(false);
        expect(await dialogOf('a')).toEqual({ n: 2 });
      });

      test('a dialog that was removed and begun anew is another one', async () => {
        await write('a', { n: 1 });
        const { version } = await kept.store.readDialog('a');
        await write('a', undefined);
        expect(await kept.store.readDialog('a')).toEqual({ state: undefined, version: undefined });
        const late = { conversation: 'a', tenant: 'contoso', state: { n: 3 }, version, people: [] };
        expect(await kept.store.commit({ dialog: late })).toBe(false);
        await write('a', { n: 2 });
        expect(await kept.store.commit({ dialog: late })).toBe(false);
        expect(await dialogOf('a')).toEqual({ n: 2 });
      });

      test('removing what is not there changes nothing', async () => {
        expect(await write('a', undefined)).toBe(true);
        expect(await dialogOf('a')).toBeUndefined();
      });

      test('of many who write at once, one does', async () => {
        await write('a', { n: 0 });
        const others = [kept, await open.another(), await open.another()];
        const { version } = await kept.store.readDialog('a');
        const written = await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            others[n % others.length]?.store.commit({
              dialog: { conversation: 'a', tenant: 'contoso', state: { n }, version, people: [`person ${n}`] },
            }),
          ),
        );
        const winners = written.flatMap((it, n) => (it === true ? [n] : []));
        expect(winners).toHaveLength(1);
        expect(await dialogOf('a')).toEqual({ n: winners[0] });
        expect(await kept.store.conversationsOf('contoso', `person ${winners[0]}`)).toEqual(['a']);
      });

      test('of many who begin a conversation at once, one does', async () => {
        const others = [kept, await open.another()];
        const written = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            others[n % 2]?.store.commit({
              dialog: { conversation: 'a', tenant: '', state: { n }, version: undefined, people: ['mia', 'mia'] },
            }),
          ),
        );
        expect(written.filter(Boolean)).toHaveLength(1);
      });

      test('adding one, again and again, from all sides, loses none', async () => {
        const others = [kept, await open.another(), await open.another()];
        const addOne = async ({ store }: Kept): Promise<void> => {
          for (;;) {
            const { state, version } = await store.readDialog('count');
            const dialog = { conversation: 'count', tenant: '', state: Number(state ?? 0) + 1, version, people: [] };
            if (await store.commit({ dialog })) return;
          }
        };
        await Promise.all(Array.from({ length: 50 }, (_, n) => addOne(others[n % others.length] ?? kept)));
        expect(await dialogOf('count')).toBe(50);
      });

      test('people are found in the conversations of their organisation in which they have a part now', async () => {
        await write('a', {}, { people: ['mia', 'ben'] });
        await write('b', {}, { people: ['mia'] });
        await write('c', {}, { tenant: 'fabrikam', people: ['mia'] });
        expect((await kept.store.conversationsOf('contoso', 'mia')).toSorted()).toEqual(['a', 'b']);
        expect(await kept.store.conversationsOf('contoso', 'ben')).toEqual(['a']);
        await write('a', {}, { people: ['ben'] });
        await write('b', undefined);
        expect(await kept.store.conversationsOf('contoso', 'mia')).toEqual([]);
        expect(await kept.store.conversationsOf('contoso', 'ben')).toEqual(['a']);
        expect(await kept.store.conversationsOf('fabrikam', 'mia')).toEqual(['c']);
      });

      test('somebody without an id is found nowhere', async () => {
        await write('a', {}, { people: ['', 'mia'] });
        expect(await kept.store.conversationsOf('contoso', '')).toEqual([]);
        expect(await kept.store.conversationsOf('contoso', 'mia')).toEqual(['a']);
      });
    });

    describe('outcomes', () => {
      const repair = { article: 'cmg/forbidden.md', issue: 'binding', repair: 'enhanced-http' };
      const helped: OutcomeChange = { tenant: 'contoso', ...repair, helped: true, count: 1 };

      test('are counted for each organisation by itself', async () => {
        await kept.store.commit({ outcomes: [helped, { ...helped, helped: false }] });
        await kept.store.commit({ outcomes: [helped, { ...helped, tenant: 'fabrikam', repair: 'https' }] });
        expect(await kept.store.readOutcomes('contoso')).toEqual([{ ...repair, helped: 2, failed: 1 }]);
        expect(await kept.store.readOutcomes('fabrikam')).toEqual([
          { ...repair, repair: 'https', helped: 1, failed: 0 },
        ]);
        expect(await kept.store.readOutcomes('nobody')).toEqual([]);
      });

      test('can be taken back, and never fall below none', async () => {
        await kept.store.commit({ outcomes: [helped, helped, { ...helped, count: -1 }] });
        expect(await kept.store.readOutcomes('contoso')).toEqual([{ ...repair, helped: 1, failed: 0 }]);
        const back: OutcomeChange[] = [
          { ...helped, count: -1 },
          { ...helped, count: -1 },
          { ...helped, helped: false, count: -1 },
        ];
        await kept.store.commit({ outcomes: back });
        await kept.store.commit({ outcomes: [{ ...helped, repair: 'https', count: -1 }] });
        for (const outcome of await kept.store.readOutcomes('contoso'))
          expect(outcome).toMatchObject({ helped: 0, failed: 0 });
      });

      test('that come at the same time, in whatever order, are all counted', async () => {
        const others = [kept, await open.another()];
        const one = [helped, { ...helped, repair: 'https' }];
        await Promise.all(
          Array.from({ length: 50 }, (_, n) =>
            others[n % 2]?.store.commit({ outcomes: n % 3 === 0 ? one : one.toReversed() }),
          ),
        );
        expect((await kept.store.readOutcomes('contoso')).map((it) => it.helped)).toEqual([50, 50]);
      });
    });

    const opened = (ticket: Ticket): Promise<boolean> =>
      kept.store.commit({ tickets: [{ ticket, before: undefined }] });
    const resolved = { kind: 'resolved', text: 'A new certificate.' } as const;
    const ben = { person: { id: 'ben' }, conversation: 'chat of ben' };

    describe('tickets', () => {
      test('come back as they were written', async () => {
        const ticket = aTicket({ summary: 'naïve \u0000 🙂 \ud83d \ue0000000', devices: 3, history: [resolved] });
        expect(await opened(ticket)).toBe(true);
        expect(await kept.store.readTicket('contoso', 1)).toEqual(ticket);
        expect(await kept.store.readTicket('contoso', 2)).toBeUndefined();
        expect(await kept.store.readTicket('fabrikam', 1)).toBeUndefined();
      });

      test('change by what was decided on their latest revision only', async () => {
        const ticket = aTicket();
        await opened(ticket);
        const next = afterwards(ticket, resolved);
        expect(await kept.store.commit({ tickets: [{ ticket: next, before: ticket.revision }] })).toBe(true);
        const late = afterwards(ticket, { kind: 'closed' });
        expect(await kept.store.commit({ tickets: [{ ticket: late, before: ticket.revision }] })).toBe(false);
        expect(await kept.store.readTicket('contoso', 1)).toEqual(next);
        expect(await kept.store.commit({ tickets: [{ ticket: aTicket({ number: 2 }), before: 1 }] })).toBe(false);
      });

      test('are one for each number and one for each case', async () => {
        expect(await opened(aTicket({ number: 1, caseId: 'a' }))).toBe(true);
        expect(await opened(aTicket({ number: 1, caseId: 'b' }))).toBe(false);
        expect(await opened(aTicket({ number: 2, caseId: 'a' }))).toBe(false);
        expect(await opened(aTicket({ number: 1, caseId: 'a', tenant: 'fabrikam' }))).toBe(true);
      });

      test('of many who hand over one case at once, one does', async () => {
        const others = [kept, await open.another(), await open.another()];
        const written = await Promise.all(
          Array.from({ length: 30 }, (_, n) =>
            others[n % 3]?.store.commit({
              tickets: [{ ticket: aTicket({ number: n + 1, caseId: 'a' }), before: undefined }],
              deliveries: [{ tenant: 'contoso', ticket: n + 1, target: 'servicenow', event: 0 }],
            }),
          ),
        );
        expect(written.filter(Boolean)).toHaveLength(1);
        expect(await claim({ most: 50 })).toHaveLength(1);
      });

      test('have numbers that are taken once, counted in each organisation', async () => {
        const others = [kept, await open.another(), await open.another()];
        const numbers = await Promise.all(
          Array.from({ length: 60 }, (_, n) => others[n % 3]?.store.takeTicketNumber('contoso')),
        );
        expect(numbers.toSorted((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
        expect(await kept.store.takeTicketNumber('fabrikam')).toBe(1);
      });

      describe('are found', () => {
        const found = async (query: Parameters<Kept['store']['findTickets']>[1], tenant = 'contoso') =>
          (await kept.store.findTickets(tenant, query)).map(({ number }) => number);

        beforeEach(async () => {
          await opened(aTicket({ number: 1, fingerprint: 'a', history: [resolved] }, later(0)));
          await opened(
            aTicket({ number: 2, fingerprint: 'a', history: [{ kind: 'joined', follower: ben }] }, later(10)),
          );
          await opened(aTicket({ number: 3, fingerprint: 'b', requester: ben }, later(20)));
          await opened(aTicket({ number: 4, fingerprint: 'a', tenant: 'fabrikam' }, later(30)));
        });

        test('newest first', async () => {
          expect(await found({})).toEqual([3, 2, 1]);
          expect(await found({ limit: 2 })).toEqual([3, 2]);
          expect(await found({}, 'fabrikam')).toEqual([4]);
          expect(await found({}, 'nobody')).toEqual([]);
        });

        test('fifty at most, unless told', async () => {
          for (let number = 10; number < 70; number += 1) await opened(aTicket({ number }));
          expect(await found({})).toEqual(Array.from({ length: 50 }, (_, n) => 69 - n));
          expect(await found({ limit: 100 })).toHaveLength(63);
        });

        test('by who waits for them', async () => {
          expect(await found({ person: 'mia' })).toEqual([2, 1]);
          expect(await found({ person: 'ben' })).toEqual([3, 2]);
          expect(await found({ person: '' })).toEqual([]);
        });

        test('by fault, case, state and time', async () => {
          expect(await found({ fingerprint: 'a' })).toEqual([2, 1]);
          expect(await found({ caseId: 'case 3' })).toEqual([3]);
          expect(await found({ states: ['new'] })).toEqual([3, 2]);
          expect(await found({ states: ['resolved', 'closed'] })).toEqual([1]);
          expect(await found({ states: [] })).toEqual([]);
          expect(await found({ since: later(10).toISOString() })).toEqual([3, 2]);
        });

        test('by all that is asked at once', async () => {
          const open: readonly TicketState[] = ['new', 'assigned', 'waiting', 'reopened'];
          expect(await found({ fingerprint: 'a', states: open, person: 'ben' })).toEqual([2]);
          expect(await found({ fingerprint: 'b', states: open, person: 'mia' })).toEqual([]);
        });

        test('by where they stand now', async () => {
          const before = aTicket(
            { number: 2, fingerprint: 'a', history: [{ kind: 'joined', follower: ben }] },
            later(10),
          );
          const zoe = { person: { id: 'zoë' }, conversation: 'chat of zoë' };
          const after = [resolved, { kind: 'joined', follower: zoe } as const].reduce<Ticket>(
            (ticket, happened) => afterwards(ticket, happened),
            before,
          );
          await kept.store.commit({ tickets: [{ ticket: after, before: before.revision }] });
          expect(await found({ states: ['resolved'] })).toEqual([2, 1]);
          expect(await found({ person: 'zoë' })).toEqual([2]);
        });
      });
    });

    describe('a change', () => {
      test('whose last part is a conflict writes nothing', async () => {
        await opened(aTicket({ number: 9, caseId: 'taken' }));
        const written = await kept.store.commit({
          dialog: { conversation: 'a', tenant: 'contoso', state: {}, version: undefined, people: ['mia'] },
          tickets: [
            { ticket: aTicket({ number: 1 }), before: undefined },
            { ticket: aTicket({ number: 10, caseId: 'taken' }), before: undefined },
          ],
          deliveries: [{ tenant: 'contoso', ticket: 1, target: 'servicenow', event: 0 }],
          outcomes: [{ tenant: 'contoso', article: 'a', issue: 'b', repair: 'c', helped: true, count: 1 }],
        });
        expect(written).toBe(false);
        expect(await dialogOf('a')).toBeUndefined();
        expect(await kept.store.conversationsOf('contoso', 'mia')).toEqual([]);
        expect(await kept.store.readTicket('contoso', 1)).toBeUndefined();
        expect(await kept.outbox.counts()).toEqual([]);
        expect(await kept.store.readOutcomes('contoso')).toEqual([]);
      });

      test('is written whole', async () => {
        const ticket = aTicket();
        const delivery: Delivery = { tenant: 'contoso', ticket: 1, target: 'servicenow', event: 0 };
        const written = await kept.store.commit({
          dialog: { conversation: 'a', tenant: 'contoso', state: { n: 1 }, version: undefined, people: ['mia'] },
          tickets: [{ ticket, before: undefined }],
          deliveries: [delivery, delivery],
          outcomes: [{ tenant: 'contoso', article: 'a', issue: 'b', repair: 'c', helped: false, count: 1 }],
        });
        expect(written).toBe(true);
        expect(await dialogOf('a')).toEqual({ n: 1 });
        expect(await kept.store.readTicket('contoso', 1)).toEqual(ticket);
        expect(await claim()).toMatchObject([delivery]);
        expect(await kept.store.readOutcomes('contoso')).toMatchObject([{ helped: 0, failed: 1 }]);
      });

      test('of nothing is written at once', async () => {
        expect(await kept.store.commit({})).toBe(true);
      });
    });

    const leaseMs = 30_000;
    const all: Targets = { allBut: [] };

    function claim({ from = kept, targets = all, at = noon, most = 10 } = {}): Promise<readonly ClaimedDelivery[]> {
      return from.outbox.claim({ targets, now: at, leaseMs, most });
    }

    async function claimOne(options?: Parameters<typeof claim>[0]): Promise<ClaimedDelivery> {
      const [claimed] = await claim(options);
      if (claimed === undefined) throw new Error('nothing is due');
      return claimed;
    }

    /** Asks for deliveries of ticket 1 of contoso, unless told. */
    function ask(target: string, events: readonly number[], ticket = 1): Promise<boolean> {
      return kept.store.commit({ deliveries: events.map((event) => ({ tenant: 'contoso', ticket, target, event })) });
    }

    const told = (claimed: readonly ClaimedDelivery[]): readonly string[] =>
      claimed.map(({ ticket, target, event }) => `${ticket} ${target} ${event}`).toSorted();

    describe('deliveries', () => {
      const remote = { id: 'x', name: 'INC1', url: 'https://example.com/x' };

      test('are had by one at a time', async () => {
        await ask('servicenow', [0]);
        expect(await claim()).toEqual([
          { id: expect.any(String), tenant: 'contoso', ticket: 1, target: 'servicenow', event: 0, attempts: 0 },
        ]);
        expect(await claim()).toEqual([]);
      });

      test('that were claimed by three at once were each claimed by one', async () => {
        for (let ticket = 1; ticket <= 20; ticket += 1) {
          await ask('servicenow', [0, 1], ticket);
          await ask('conversation/a', [0], ticket);
        }
        const workers = [kept, await open.another(), await open.another()];
        const seen: string[] = [];
        for (let round = 0; seen.length < 60; round += 1) {
          if (round > 60) throw new Error(`only ${seen.length} were handed out`);
          const claimed = await Promise.all(workers.map((from) => claim({ from, most: 7 })));
          seen.push(...told(claimed.flat()));
          await Promise.all(claimed.flat().map((it, at) => workers[at % 3]?.outbox.delivered(it, undefined)));
        }
        expect(new Set(seen).size).toBe(60);
        expect(await claim()).toEqual([]);
      });

      test('of one ticket to one target come in the order of their events', async () => {
        await ask('servicenow', [2, 0, 1]);
        await ask('conversation/a', [1]);
        await ask('servicenow', [3], 2);
        const first = await claim();
        expect(told(first)).toEqual(['1 conversation/a 1', '1 servicenow 0', '2 servicenow 3']);
        const [opening] = first.filter(({ target, ticket }) => target === 'servicenow' && ticket === 1);
        if (opening === undefined) throw new Error('the first event was not handed out');
        for (const it of first) if (it !== opening) await kept.outbox.delivered(it, undefined);
        await kept.outbox.failed(opening, { problem: 'busy', tryAgainAt: later(5) });
        expect(await claim()).toEqual([]);
        const again = await claimOne({ at: later(5) });
        expect(again).toMatchObject({ event: 0, attempts: 1 });
        await kept.outbox.delivered(again, remote);
        const next = await claimOne({ at: later(5) });
        expect(next).toMatchObject({ event: 1, attempts: 0, remote });
        await kept.outbox.delivered(next, undefined);
        expect(await claimOne({ at: later(5) })).toMatchObject({ event: 2, remote });
      });

      test('wait where an earlier one was given up, until that is sent again', async () => {
        await ask('servicenow', [0, 1]);
        await kept.outbox.givenUp(await claimOne(), 'rejected');
        expect(await claim({ at: later(1000) })).toEqual([]);
        expect(await kept.outbox.sendAgain(later(1000))).toBe(1);
        const again = await claimOne({ at: later(1000) });
        expect(again).toMatchObject({ event: 0, attempts: 1 });
        await kept.outbox.delivered(again, undefined);
        expect(told(await claim({ at: later(1000) }))).toEqual(['1 servicenow 1']);
      });

      test('whose process died are due again when the lease ends', async () => {
        await ask('servicenow', [0]);
        const lost = await claimOne();
        const leaseEnds = new Date(noon.getTime() + leaseMs);
        expect(await claim({ at: new Date(leaseEnds.getTime() - 1) })).toEqual([]);
        const found = await claimOne({ at: leaseEnds });
        expect(found).toMatchObject({ event: 0, attempts: 1 });
        expect(found.id).not.toBe(lost.id);
      });

      test('are decided on by whoever claimed them last', async () => {
        await ask('servicenow', [0]);
        const lost = await claimOne();
        const found = await claimOne({ at: later(1) });
        await kept.outbox.delivered(lost, { id: 'y', name: 'INC2' });
        await kept.outbox.failed(lost, { problem: 'busy', tryAgainAt: noon });
        await kept.outbox.givenUp(lost, 'rejected');
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([
          { target: 'servicenow', state: 'waiting', attempts: 2 },
        ]);
        expect(await claim({ at: later(1) })).toEqual([]);
        await kept.outbox.delivered(found, remote);
        await kept.outbox.failed(found, { problem: 'busy', tryAgainAt: noon });
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([
          { target: 'servicenow', state: 'delivered', attempts: 2, remote },
        ]);
        expect(await claim({ at: later(60) })).toEqual([]);
      });

      test('are written once', async () => {
        await ask('servicenow', [0]);
        await kept.outbox.delivered(await claimOne(), undefined);
        await ask('servicenow', [0, 0]);
        expect(await claim()).toEqual([]);
      });

      test('are due from when they were written, and the longest due comes first', async () => {
        now = later(2);
        await ask('c', [0]);
        now = later(1);
        await ask('b', [0]);
        now = later(3);
        await ask('a', [0]);
        expect(await claim({ at: later(0) })).toEqual([]);
        expect(told(await claim({ at: later(2), most: 1 }))).toEqual(['1 b 0']);
        expect(told(await claim({ at: later(2), most: 1 }))).toEqual(['1 c 0']);
        expect(told(await claim({ at: later(2), most: 1 }))).toEqual([]);
        // By then the leases have run out.
        expect(told(await claim({ at: later(3) }))).toEqual(['1 a 0', '1 b 0', '1 c 0']);
      });

      test('are handed out target by target', async () => {
        for (const target of ['servicenow', 'jira', 'conversation/a']) await ask(target, [0]);
        expect(await claim({ targets: { only: [] } })).toEqual([]);
        expect(told(await claim({ targets: { only: ['jira', 'zendesk'] } }))).toEqual(['1 jira 0']);
        expect(told(await claim({ targets: { allBut: ['servicenow'] } }))).toEqual(['1 conversation/a 0']);
        expect(told(await claim())).toEqual(['1 servicenow 0']);
      });

      test('that were given up are sent again: all, of a ticket, or of some targets', async () => {
        for (const ticket of [1, 2]) for (const target of ['servicenow', 'jira']) await ask(target, [0], ticket);
        const giveUp = async (at: Date): Promise<void> => {
          for (const claimed of await claim({ at })) await kept.outbox.givenUp(claimed, 'rejected');
        };
        await giveUp(noon);
        expect(await kept.outbox.sendAgain(later(1), { ticket: { tenant: 'contoso', number: 2 } })).toBe(2);
        expect(await kept.outbox.sendAgain(later(1), { ticket: { tenant: 'fabrikam', number: 1 } })).toBe(0);
        expect(await kept.outbox.sendAgain(later(1), { tenant: 'fabrikam' })).toBe(0);
        expect(await claim({ at: noon })).toEqual([]);
        await giveUp(later(1));
        expect(await kept.outbox.sendAgain(later(2), { targets: { only: ['jira'] } })).toBe(2);
        expect(told(await claim({ at: later(2) }))).toEqual(['1 jira 0', '2 jira 0']);
        expect(await kept.outbox.sendAgain(later(2))).toBe(2);
        expect(await kept.outbox.sendAgain(later(2))).toBe(0);
      });

      test('that were sent again can be told from those that wait for the first time, or for the next', async () => {
        const sentAgain = async (after: number, at: number) =>
          told(
            await kept.outbox.claim({ targets: all, now: later(at), leaseMs, most: 10, sentAgainAfter: later(after) }),
          );
        for (const ticket of [1, 2, 3]) await ask('jira', [0], ticket);
        const [first, second] = await claim({ most: 2 });
        if (first === undefined || second === undefined) throw new Error('nothing is due');
        await kept.outbox.givenUp(first, 'refused', false);
        await kept.outbox.failed(second, { problem: 'busy', tryAgainAt: later(6) });
        expect(await kept.store.deliveriesOf('contoso', first.ticket)).toMatchObject([
          { state: 'undelivered', attempts: 0, problem: 'refused' },
        ]);
        await kept.outbox.sendAgain(later(5));
        expect(await kept.store.deliveriesOf('contoso', first.ticket)).toEqual([
          { target: 'jira', state: 'waiting', attempts: 0 },
        ]);
        expect(await sentAgain(5, 10)).toEqual([]);
        const [again] = await kept.outbox.claim({
          targets: all,
          now: later(10),
          leaseMs,
          most: 10,
          sentAgainAfter: later(4),
        });
        if (again === undefined) throw new Error('nothing was sent again');
        expect(again.ticket).toBe(first.ticket);
        await kept.outbox.givenUp(again, 'refused');
        await kept.outbox.sendAgain(later(18));
        expect(await sentAgain(17, 20)).toEqual([`${again.ticket} jira 0`]);
        expect(await sentAgain(17, 20)).toEqual([]);
      });

      test('are counted by target and state while they have not arrived', async () => {
        await ask('servicenow', [0], 1);
        now = later(5);
        await ask('servicenow', [0], 2);
        await ask('jira', [0], 1);
        await ask('conversation/a', [0], 1);
        const [first] = await claim({ targets: { only: ['jira'] }, at: now });
        const [second] = await claim({ targets: { only: ['conversation/a'] }, at: now });
        if (first === undefined || second === undefined) throw new Error('nothing is due');
        await kept.outbox.givenUp(first, 'rejected');
        await kept.outbox.delivered(second, undefined);
        const counts = (await kept.outbox.counts()).toSorted((a, b) => (a.target < b.target ? -1 : 1));
        expect(counts).toEqual([
          { target: 'jira', state: 'undelivered', count: 1, since: later(5) },
          { target: 'servicenow', state: 'waiting', count: 2, since: noon },
        ]);
      });

      test('that were given up keep their ticket among those that are not finished', async () => {
        await kept.store.commit({
          tickets: [
            aTicket({ number: 1, history: [resolved] }),
            aTicket({ number: 2, history: [resolved] }),
            aTicket({ number: 3 }),
          ].map((ticket) => ({ ticket, before: undefined })),
        });
        const unfinished = async () =>
          (await kept.store.findTickets('contoso', { unfinished: true })).map(({ number }) => number);
        await ask('servicenow', [0]);
        expect(await unfinished()).toEqual([3]);
        await kept.outbox.givenUp(await claimOne(), 'rejected');
        expect(await unfinished()).toEqual([3, 1]);
        expect(await kept.store.findTickets('fabrikam', { unfinished: true })).toEqual([]);
        await kept.outbox.sendAgain(later(1));
        await kept.outbox.delivered(await claimOne({ at: later(1) }), remote);
        expect(await unfinished()).toEqual([3]);
      });

      test('stand where the first one stands that has not arrived', async () => {
        await ask('servicenow', [0, 1]);
        await ask('conversation/a', [0]);
        const status = async () =>
          (await kept.store.deliveriesOf('contoso', 1)).toSorted((a, b) => (a.target < b.target ? -1 : 1));
        const conversation = { target: 'conversation/a', state: 'waiting', attempts: 0 };
        expect(await status()).toEqual([conversation, { target: 'servicenow', state: 'waiting', attempts: 0 }]);
        const servicenow = { targets: { only: ['servicenow'] } };
        await kept.outbox.failed(await claimOne(servicenow), { problem: 'busy', tryAgainAt: noon });
        expect((await status())[1]).toEqual({ target: 'servicenow', state: 'waiting', attempts: 1, problem: 'busy' });
        await kept.outbox.delivered(await claimOne(servicenow), remote);
        expect((await status())[1]).toEqual({ target: 'servicenow', state: 'waiting', attempts: 0, remote });
        await kept.outbox.givenUp(await claimOne(servicenow), 'rejected');
        expect(await status()).toEqual([
          conversation,
          { target: 'servicenow', state: 'undelivered', attempts: 1, problem: 'rejected', remote },
        ]);
        expect(await kept.store.deliveriesOf('contoso', 2)).toEqual([]);
        expect(await kept.store.deliveriesOf('fabrikam', 1)).toEqual([]);
      });

      test('go to whatever targets are called', async () => {
        for (const [at, target] of hostile.entries()) await ask(target, [0], at + 1);
        expect(told(await claim({ most: 100 }))).toEqual(
          hostile.map((target, at) => `${at + 1} ${target} 0`).toSorted(),
        );
      });
    });

    describe('tickets at a helpdesk', () => {
      async function made(number: number, target: string): Promise<void> {
        await ask(target, [0], number);
        await kept.outbox.delivered(await claimOne(), { id: `id ${number}`, name: `INC${number}` });
      }

      /** @param finishedSince None is, unless said. */
      const taken = async ({
        from = kept,
        target = 'servicenow',
        at = noon,
        most = 10,
        finishedSince = later(100_000),
      } = {}) => {
        const minutesBefore = (minutes: number): Date => new Date(at.getTime() - minutes * 60_000);
        const finished = { changedSince: finishedSince, notSince: minutesBefore(30) };
        const asking = { target, notSince: minutesBefore(1), finished, now: at, most };
        return (await from.remoteTickets.takeToAsk(asking)).map(({ number }) => number);
      };

      beforeEach(async () => {
        for (const number of [1, 2, 3]) await opened(aTicket({ number }));
        await opened(aTicket({ number: 4, history: [resolved] }));
        for (const number of [1, 2, 4]) await made(number, 'servicenow');
        await made(3, 'jira');
      });

      test('are asked about while they are open, once in a while', async () => {
        const finished = { changedSince: later(1), notSince: noon };
        const asking = { target: 'jira', notSince: noon, finished, now: noon, most: 10 };
        expect(await kept.remoteTickets.takeToAsk(asking)).toEqual([
          { tenant: 'contoso', number: 3, remote: { id: 'id 3', name: 'INC3' } },
        ]);
        expect((await taken()).toSorted()).toEqual([1, 2]);
        expect(await taken()).toEqual([]);
        expect((await taken({ at: later(2) })).toSorted()).toEqual([1, 2]);
      });

      test('are asked about less often once they are finished, and after a while no more', async () => {
        const finishedSince = noon;
        expect((await taken({ finishedSince, at: later(2) })).toSorted()).toEqual([1, 2, 4]);
        expect((await taken({ finishedSince, at: later(22) })).toSorted()).toEqual([1, 2]);
        expect((await taken({ finishedSince, at: later(42) })).toSorted()).toEqual([1, 2, 4]);
        expect((await taken({ finishedSince: later(2), at: later(82) })).toSorted()).toEqual([1, 2]);
      });

      test('are asked about in turn', async () => {
        const [first] = await taken({ most: 1 });
        const [second] = await taken({ at: later(2), most: 1 });
        expect([first, second].toSorted()).toEqual([1, 2]);
        expect(await taken({ at: later(4), most: 1 })).toEqual([first]);
      });

      test('are each asked about by one of those who do it at once', async () => {
        const others = [kept, await open.another(), await open.another()];
        const numbers = (await Promise.all(others.map((from) => taken({ from })))).flat();
        expect(new Set(numbers).size).toBe(numbers.length);
      });
    });

    describe('what goes', () => {
      const target = 'servicenow';

      beforeEach(async () => {
        await opened(aTicket({ number: 1, history: [resolved] }));
        await opened(aTicket({ number: 2 }));
        await opened(aTicket({ number: 3, history: [{ kind: 'joined', follower: mia }, resolved], requester: ben }));
        await opened(aTicket({ number: 1, tenant: 'fabrikam', history: [resolved] }));
        await opened(aTicket({ number: 4, requester: { person: { id: '' }, conversation: 'x' }, history: [resolved] }));
        for (const ticket of [1, 2, 3]) await ask(target, [0, 1], ticket);
        for (const claimed of await claim()) await kept.outbox.delivered(claimed, { id: 'x', name: 'x' });
      });

      test('a person is forgotten with what was resolved or closed, and nobody else is', async () => {
        expect(await kept.store.forgetTickets('contoso', 'mia')).toEqual([1]);
        expect(await kept.store.forgetTickets('contoso', 'mia')).toEqual([]);
        expect(await kept.store.forgetTickets('contoso', '')).toEqual([]);
        expect(await kept.store.readTicket('contoso', 1)).toBeUndefined();
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([]);
        const left = await kept.store.findTickets('contoso', {});
        expect(left.map(({ number }) => number)).toEqual([4, 3, 2]);
        expect(await kept.store.findTickets('fabrikam', {})).toHaveLength(1);
        expect(told(await claim())).toEqual(['2 servicenow 1', '3 servicenow 1']);
      });

      test('a ticket that comes back under its number has no past', async () => {
        await kept.store.forgetTickets('contoso', 'mia');
        await opened(aTicket({ number: 1, requester: ben }));
        await ask(target, [0]);
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([{ target, state: 'waiting', attempts: 0 }]);
        expect((await kept.store.findTickets('contoso', { person: 'mia' })).map(({ number }) => number)).toEqual([2]);
      });

      test('a person is taken out of what others have opened, and is told of it no more', async () => {
        const joined = { kind: 'joined', follower: mia } as const;
        const assigned = { kind: 'assigned', to: mia.person } as const;
        await opened(aTicket({ number: 5, requester: ben, history: [joined, assigned] }));
        await ask('conversation/chat of mia', [1, 2], 5);
        await ask('conversation/chat of ben', [1], 5);
        expect(await kept.store.forgetTickets('contoso', 'mia')).toEqual([1]);
        const left = await kept.store.readTicket('contoso', 5);
        expect(JSON.stringify(left)).not.toMatch(/mia/i);
        expect(left?.history.map(({ kind }) => kind)).toEqual(['opened', 'joined', 'assigned']);
        expect(told(await claim({ targets: { allBut: [target] } }))).toEqual(['5 conversation/chat of ben 1']);
        expect(await kept.store.findTickets('contoso', { person: 'mia' })).toHaveLength(1);
        // Whoever has read it before does not write over it.
        const stale = afterwards(aTicket({ number: 5, requester: ben, history: [joined, assigned] }), resolved);
        expect(await kept.store.commit({ tickets: [{ ticket: stale, before: 3 }] })).toBe(false);
      });

      test.each(hostile.filter((id) => id !== ''))('whatever they are called: %j', async (id) => {
        const person = { id, name: 'x' };
        await opened(aTicket({ number: 6, requester: { person, conversation: 'y' }, history: [resolved] }));
        await opened(aTicket({ number: 7, requester: ben, history: [{ kind: 'assigned', to: person }] }));
        expect(await kept.store.forgetTickets('contoso', id)).toEqual([6]);
        expect((await kept.store.readTicket('contoso', 7))?.history.at(-1)).toMatchObject({ to: { id: '' } });
        expect(await kept.store.readTicket('contoso', 4)).toBeDefined();
      });

      test('what somebody works on stays until it is done and everybody has been told', async () => {
        await kept.store.forgetTickets('contoso', 'mia');
        const marked = await kept.store.readTicket('contoso', 2);
        if (marked === undefined) throw new Error('It is still there');
        expect(marked).toEqual({ ...aTicket({ number: 2 }), goesOnceDone: true, revision: 2 });
        expect(await kept.removeForgotten()).toBe(0);
        const done = afterwards(marked, resolved);
        expect(await kept.store.commit({ tickets: [{ ticket: done, before: 2 }] })).toBe(true);
        expect(await kept.removeForgotten()).toBe(0);
        for (const claimed of await claim()) await kept.outbox.delivered(claimed, undefined);
        expect(await kept.removeForgotten()).toBe(1);
        expect(await kept.store.readTicket('contoso', 2)).toBeUndefined();
        expect(await kept.store.readTicket('contoso', 3)).toBeDefined();
      });

      test('what is delivered of a ticket that is gone leaves nothing', async () => {
        const claimed = await claim();
        await kept.store.forgetTickets('contoso', 'mia');
        for (const it of claimed) await kept.outbox.delivered(it, { id: 'y', name: 'y' });
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([]);
        await ask(target, [0]);
        expect((await claimOne()).remote).toBeUndefined();
      });

      test('dialogs that were not written since, and tickets that were done before and have rested since, are old', async () => {
        await write('old', {}, { people: ['ben'] });
        now = later(1);
        await write('new', {});
        // Ticket 3 was resolved a minute after ticket 1.
        expect(await kept.removeOld(later(1))).toEqual({ dialogs: 1, tickets: 0 });
        expect(await dialogOf('old')).toBeUndefined();
        expect(await dialogOf('new')).toEqual({});
        expect(await kept.store.conversationsOf('contoso', 'ben')).toEqual([]);
        expect(await kept.removeOld(later(2))).toEqual({ dialogs: 1, tickets: 3 });
        expect((await kept.store.findTickets('contoso', {})).map(({ number }) => number)).toEqual([3, 2]);
        expect(await kept.store.deliveriesOf('contoso', 1)).toEqual([]);
        expect(await kept.removeOld(later(100_000))).toEqual({ dialogs: 0, tickets: 1 });
        expect(told(await claim())).toEqual(['2 servicenow 1']);
      });

      test('much goes too', async () => {
        for (let at = 0; at < 450; at += 1) await write(`old ${at}`, {});
        await write('removed', {});
        const late = await kept.store.readDialog('removed');
        expect(await kept.removeOld(later(1))).toEqual({ dialogs: 451, tickets: 0 });
        const dialog = { conversation: 'removed', tenant: '', state: {}, version: late.version, people: [] };
        expect(await kept.store.commit({ dialog })).toBe(false);
      });
    });

    describe('conversation references', () => {
      const reference: ConversationReference = {
        channelId: 'msteams',
        serviceUrl: 'https://smba.example.com/emea/',
        bot: { id: '28:bot' },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'contoso' },
      };
      const moved = { ...reference, serviceUrl: 'https://smba.example.com/amer/' };

      test('are known once they were remembered, and as they were last', async () => {
        expect(await kept.references.of('a')).toBeUndefined();
        expect(await kept.references.remember('a', 'contoso', reference)).toBe(true);
        expect(await kept.references.of('a')).toEqual(reference);
        expect(await kept.references.remember('a', 'contoso', reference)).toBe(false);
        expect(await kept.references.remember('a', 'contoso', moved)).toBe(false);
        expect(await kept.references.of('a')).toEqual(moved);
      });

      test('tell where a tenant is', async () => {
        await kept.references.remember('a', 'contoso', reference);
        expect(await kept.references.anyOf('contoso')).toEqual(reference);
        expect(await kept.references.anyOf('fabrikam')).toBeUndefined();
      });

      test('are forgotten with whoever was there, but where others are, or somebody waits for something', async () => {
        const inChannel = { ...reference, conversation: { id: '19:x', conversationType: 'channel' } };
        for (const place of ['chat of mia', 'chat of ben', 'chat of cem'])
          await kept.references.remember(place, 'contoso', reference);
        await kept.references.remember('channel', 'contoso', inChannel);
        await opened(aTicket({ number: 1, requester: ben }));
        await ask('conversation/chat of cem', [0]);
        await kept.store.forgetPlaces('contoso', ['chat of mia', 'chat of ben', 'chat of cem', 'channel', 'nowhere']);
        expect(await kept.references.of('chat of mia')).toBeUndefined();
        for (const place of ['chat of ben', 'chat of cem', 'channel'])
          expect(await kept.references.of(place)).toBeDefined();
      });

      test('that were forgotten elsewhere are remembered anew', async () => {
        const other = await open.another();
        await kept.references.remember('a', 'contoso', reference);
        await other.references.forget('a');
        expect(await kept.references.of('a')).toBeUndefined();
        expect(await kept.references.remember('a', 'contoso', reference)).toBe(true);
        expect(await other.references.of('a')).toEqual(reference);
      });
    });
  });
}
