// What every helpdesk connector must do, whatever stands behind it.

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Helpdesk, HelpdeskError, type RemoteTicket } from '../../../bot/ticket/helpdesk.js';
import type { Ticket } from '../../../bot/ticket/ticket.js';
import { sampleTicket, ticketTexts } from './sample-ticket.js';

/** What goes wrong with the next thing that is asked to be done. */
export type Trouble =
  | 'busy'
  | 'rejected'
  | 'cut before it is done'
  | 'cut when it is done'
  | 'no answer when it is done';

/** A ticket as people see it there. */
export interface Seen {
  readonly caseId: string;
  readonly title: string;
  readonly text: string;
  /** JSON of the packet. */
  readonly packet: unknown;
  /** What was told later, in order. */
  readonly comments: readonly string[];
}

/** A helpdesk with the server behind it. */
export interface Site {
  /** As another process would. `timeoutMs`: a short one, for who never answers. */
  connect(options?: { readonly timeoutMs?: number; readonly wrongCredential?: boolean }): Helpdesk;
  failNext(trouble: Trouble): void;
  /** Oldest first. A message that came twice, and says so, is seen once. */
  seen(): Promise<readonly Seen[]>;
  /** Lets so much time pass for the connectors. */
  pass(ms: number): void;
  readonly secrets: readonly string[];
  /** What the server found fault with, and no test asked for. */
  readonly complaints: readonly string[];
  /** Of two processes that make the same ticket at the same moment, whether one ticket comes of it. */
  readonly oneAtOnce: boolean;
  close(): Promise<void>;
  /** Where it can be asked how a ticket does. */
  readonly expert?: {
    reply(caseId: string, by: string, text: string): void;
    resolve(caseId: string, text: string): void;
    remove(caseId: string): void;
    /** What fixed it is told too. */
    readonly tellsResolution: boolean;
  };
}

const inDoubt = ['cut before it is done', 'cut when it is done', 'no answer when it is done'] as const;

/** @returns The reason of the failure, which must not give anything away. */
export async function failureOf(promise: Promise<unknown>, secrets: readonly string[]): Promise<HelpdeskError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HelpdeskError))
    throw new Error('It should have failed with a HelpdeskError', { cause: error });
  const everything = inspect(error, { depth: 12, showHidden: true });
  for (const text of [...secrets, ...ticketTexts]) expect(everything).not.toContain(text);
  expect(error.message).toMatch(/^[^\r\n]{10,200}$/);
  return error;
}

/** Tries until it is done, as the outbox does. @param isRetried Whether the first try is one already. */
async function inTheEnd<T>(site: Site, isRetried: boolean, work: (retried: boolean) => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 30; tries++) {
    try {
      return await work(isRetried || tries > 0);
    } catch (error) {
      if (!(error instanceof HelpdeskError) || ['credential', 'rejected'].includes(error.reason)) throw error;
      site.pass(error.options.retryAfterMs ?? 1000);
    }
  }
  throw new Error('It was never done');
}

function openInTheEnd(site: Site, ticket: Ticket): Promise<RemoteTicket> {
  const helpdesk = site.connect();
  return inTheEnd(site, true, (retried) => helpdesk.open(ticket, retried));
}

export function helpdeskContract(start: () => Promise<Site>): void {
  let site: Site;
  beforeEach(async () => {
    site = await start();
  });
  afterEach(async () => {
    await site.close();
    expect(site.complaints).toEqual([]);
  });

  const ticket = sampleTicket();
  const failure = (promise: Promise<unknown>) => failureOf(promise, site.secrets);

  describe('a ticket is made', () => {
    test('with all that is known', async () => {
      const remote = await site.connect().open(ticket, false);
      expect(remote.id).not.toBe('');
      expect(remote.name).not.toBe('');
      const [seen, ...more] = await site.seen();
      expect(more).toEqual([]);
      expect(seen).toMatchObject({ caseId: ticket.caseId, packet: ticket.packet, comments: [] });
      expect(seen?.title).toContain('Build server: CMGConnector_Forbidden');
      for (const text of ['Mia Example', 'room 4711', 'high', '40', 'StatusText=CMGConnector_Forbidden']) {
        expect(seen?.text).toContain(text);
      }
    });

    test('once, however often it is opened', async () => {
      const helpdesk = site.connect();
      const first = await helpdesk.open(ticket, false);
      expect(await helpdesk.open(ticket, true)).toEqual(first);
      expect(await site.connect().open(ticket, false)).toEqual(first);
      expect(await site.seen()).toHaveLength(1);
    });

    test.each(inDoubt)('once after a doubtful outcome: %s', async (trouble) => {
      site.failNext(trouble);
      const helpdesk = site.connect(trouble === 'no answer when it is done' ? { timeoutMs: 700 } : {});
      const { reason } = await failure(helpdesk.open(ticket, false));
      expect(reason).toBe('unknown');
      const remote = await openInTheEnd(site, ticket);
      expect(await site.connect().open(ticket, true)).toEqual(remote);
      expect(await site.seen()).toMatchObject([{ caseId: ticket.caseId, packet: ticket.packet }]);
    });

    test('by two processes at the same moment', async () => {
      const two = [site.connect(), site.connect()];
      await Promise.all(two.map((helpdesk) => helpdesk.open(ticket, false)));
      const seen = await site.seen();
      expect(seen.length).toBeLessThanOrEqual(site.oneAtOnce ? 1 : 2);
      // From then on everybody means the same one.
      const later = await Promise.all(two.map((helpdesk) => helpdesk.open(ticket, true)));
      expect(new Set(later.map(({ id }) => id)).size).toBe(1);
      expect(await site.seen()).toHaveLength(seen.length);
    });

    test('for each case its own, also where one id begins like another', async () => {
      const helpdesk = site.connect();
      const ids = ['AAAAAAAAAAA', 'AAAAAAAAAAAA', '-AAAAAAAAAAA', 'aaaaaaaaaaaa'];
      for (const caseId of ids) await helpdesk.open(sampleTicket({ caseId }), true).catch(() => undefined);
      site.pass(60 * 60 * 1000);
      const remotes = [];
      for (const caseId of ids) remotes.push(await helpdesk.open(sampleTicket({ caseId }), true));
      expect(new Set(remotes.map(({ id }) => id)).size).toBe(ids.length);
      expect((await site.seen()).map(({ caseId }) => caseId).sort()).toEqual([...ids].sort());
    });

    test('whatever people write', async () => {
      const summary = `It\r\nBcc: all@example.com\r\n\r\n^short_description=x ${'é😀'.repeat(300)}`;
      const contact = '[code]<script>[/code] {noformat} [~admin] \u0000\u001b[31m';
      await site.connect().open(sampleTicket({ summary, contact }), false);
      const [seen] = await site.seen();
      expect(seen?.title).toContain('It Bcc: all@example.com ^short_description=x é😀é😀');
      expect(seen?.title).not.toMatch(/\p{Cc}/u);
      expect(seen?.title).not.toMatch(/\p{Cs}/u);
    });

    test('and a long one is whole in the attached packet', async () => {
      const pastes = Array.from({ length: 20 }, (_, line) => ({ text: `line ${line} `.repeat(300), whole: false }));
      const long = sampleTicket({ packet: { ...ticket.packet, pastes } });
      await site.connect().open(long, false);
      expect(await site.seen()).toMatchObject([{ packet: { pastes } }]);
    });
  });

  describe('what happens later is told', () => {
    test('in order, with who and what', async () => {
      const helpdesk = site.connect();
      const remote = await helpdesk.open(ticket, false);
      await helpdesk.tell(remote, ticket, 1, false);
      await helpdesk.tell(remote, ticket, 2, false);
      const [seen] = await site.seen();
      expect(seen?.comments).toEqual([
        expect.stringMatching(/Mia wrote:\s+It is the Build server in room 4711\.\s+Still broken\./),
        expect.stringMatching(/Mia resolved it:\s+A new certificate\./),
      ]);
    });

    test.each(inDoubt)('once after a doubtful outcome: %s', async (trouble) => {
      const remote = await site.connect().open(ticket, false);
      site.failNext(trouble);
      const helpdesk = site.connect(trouble === 'no answer when it is done' ? { timeoutMs: 700 } : {});
      const { reason } = await failure(helpdesk.tell(remote, ticket, 1, false));
      expect(reason).toBe('unknown');
      await site.connect().tell(remote, ticket, 1, true);
      await site.connect().tell(remote, ticket, 1, true);
      await site.connect().tell(remote, ticket, 2, true);
      const [seen] = await site.seen();
      expect(seen?.comments).toEqual([expect.stringContaining('Still broken.'), expect.stringContaining('A new')]);
    });
  });

  test('a ticket and all that happens to it arrive once and in order, whatever goes wrong on the way', async () => {
    const trouble = fc.constantFrom<Trouble>('busy', 'cut before it is done', 'cut when it is done');
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 8 }), async (troubles) => {
        const own = await start();
        try {
          for (const it of troubles) own.failNext(it);
          const helpdesk = own.connect();
          const remote = await inTheEnd(own, false, (retried) => helpdesk.open(ticket, retried));
          for (const at of [1, 2]) await inTheEnd(own, false, (retried) => helpdesk.tell(remote, ticket, at, retried));
          expect(await own.seen()).toEqual([
            expect.objectContaining({
              caseId: ticket.caseId,
              packet: ticket.packet,
              comments: [expect.stringContaining('Still broken.'), expect.stringContaining('A new certificate.')],
            }),
          ]);
        } finally {
          await own.close();
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  describe('what goes wrong is told with its reason, and gives nothing away', () => {
    test('a refused credential', async () => {
      const remote = await site.connect().open(ticket, false);
      const helpdesk = site.connect({ wrongCredential: true });
      const attempts = [
        () => helpdesk.open(sampleTicket({ caseId: 'another' }), false),
        () => helpdesk.tell(remote, ticket, 1, false),
        ...(helpdesk.look === undefined ? [] : [async () => helpdesk.look?.(remote, ticket)]),
        ...(helpdesk.check === undefined ? [] : [async () => helpdesk.check?.()]),
      ];
      for (const attempt of attempts) expect((await failure(attempt())).reason).toBe('credential');
      expect(await site.seen()).toMatchObject([{ caseId: ticket.caseId, comments: [] }]);
    });

    test('a busy helpdesk, which is asked again', async () => {
      site.failNext('busy');
      expect((await failure(site.connect().open(ticket, false))).reason).toBe('busy');
      expect(await site.seen()).toEqual([]);
      const remote = await openInTheEnd(site, ticket);
      site.failNext('busy');
      expect((await failure(site.connect().tell(remote, ticket, 1, false))).reason).toBe('busy');
      await site.connect().tell(remote, ticket, 1, true);
      expect(await site.seen()).toMatchObject([{ comments: [expect.stringContaining('Still broken.')] }]);
    });

    test('a ticket that is not taken', async () => {
      site.failNext('rejected');
      expect((await failure(site.connect().open(ticket, false))).reason).toBe('rejected');
      expect(await site.seen()).toEqual([]);
    });

    test('nobody there', async () => {
      const helpdesk = site.connect();
      const remote = await helpdesk.open(ticket, false);
      await site.close();
      expect((await failure(site.connect().open(ticket, false))).reason).toBe('unreachable');
      expect((await failure(site.connect().tell(remote, ticket, 1, false))).reason).toBe('unreachable');
    });

    test('nothing where all is well', async () => {
      expect(await site.connect().check?.()).toBeUndefined();
    });
  });

  describe('how a ticket does', () => {
    test('is told where it can be asked', async () => {
      const { expert } = site;
      const helpdesk = site.connect();
      const remote = await helpdesk.open(ticket, false);
      if (expert === undefined) {
        expect(helpdesk.look).toBeUndefined();
        return;
      }
      const look = async () => helpdesk.look?.(remote, ticket);
      expect(await look()).toEqual({ state: 'open', comments: [] });

      await helpdesk.tell(remote, ticket, 1, false);
      expert.reply(ticket.caseId, 'Noor', 'Which version?');
      expert.reply(ticket.caseId, 'Noor', 'You wrote:\nPastefix Zx-81_kQpLm2.1\nIs that so?');
      const asked = await look();
      expect(asked).toMatchObject({
        state: 'open',
        comments: [
          { by: 'Noor', text: 'Which version?' },
          { by: 'Noor', text: 'You wrote:\nPastefix Zx-81_kQpLm2.1\nIs that so?' },
        ],
      });
      const times = asked?.comments.map(({ at }) => at) ?? [];
      expect(times.every((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(at))).toBe(true);
      expect([...times].sort()).toEqual(times);
      expect(new Set(asked?.comments.map(({ id }) => id)).size).toBe(2);
      expect(await look()).toEqual(asked);

      expert.resolve(ticket.caseId, 'Renewed the certificate.');
      expect(await look()).toMatchObject({
        state: 'resolved',
        ...(expert.tellsResolution ? { resolution: 'Renewed the certificate.' } : {}),
      });

      expert.remove(ticket.caseId);
      expect(await look()).toEqual({ state: 'gone', comments: [] });
      expect((await failure(helpdesk.tell(remote, ticket, 2, false))).reason).toBe('rejected');
    });

    test('with more comments than one page holds', async () => {
      const { expert } = site;
      if (expert === undefined) return;
      const helpdesk = site.connect();
      const remote = await helpdesk.open(ticket, false);
      for (let n = 1; n <= 70; n++) expert.reply(ticket.caseId, 'Noor', `Comment ${n}`);
      const state = await helpdesk.look?.(remote, ticket);
      expect(state?.comments.map(({ text }) => text)).toEqual(Array.from({ length: 70 }, (_, n) => `Comment ${n + 1}`));
    });
  });
}
