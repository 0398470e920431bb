// What every connector that speaks HTTP must make of what a server can answer.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault, HttpServer } from '../../../bench/servers/http-server.js';
import type { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { failureOf, type Site } from './helpdesk-contract.js';
import { sampleTicket } from './sample-ticket.js';

/** `server`: what stands behind the site. */
export interface HttpSite extends Site {
  readonly server: HttpServer;
  /** After a refusal it is asked once more, with a new token. */
  readonly asksTwice: boolean;
}

type Expected = { readonly reason: HelpdeskError['reason']; readonly done: boolean };

const answer = (status: number, headers: Readonly<Record<string, string>> = {}): Fault => ({
  kind: 'answer',
  answer: { status, headers, body: { error: { message: 'CMGConnector_Forbidden', detail: 'room 4711' } } },
});

const html = '<!doctype html><title>Sign in</title>';

/** Of making a ticket. */
const outcomes: readonly (readonly [name: string, fault: Fault, expected: Expected])[] = [
  ['401', answer(401), { reason: 'credential', done: false }],
  ['403', answer(403), { reason: 'credential', done: false }],
  ['404', answer(404), { reason: 'rejected', done: false }],
  ['400', answer(400), { reason: 'rejected', done: false }],
  ['413', answer(413), { reason: 'rejected', done: false }],
  ['422', answer(422), { reason: 'rejected', done: false }],
  ['409', answer(409), { reason: 'busy', done: false }],
  ['429', answer(429), { reason: 'busy', done: false }],
  ['503', answer(503), { reason: 'busy', done: false }],
  ['500', answer(500), { reason: 'unknown', done: false }],
  ['502', answer(502), { reason: 'unknown', done: false }],
  ['504', answer(504), { reason: 'unknown', done: false }],
  ['a redirect', answer(302, { location: 'https://example.com/elsewhere' }), { reason: 'rejected', done: false }],
  ['500 when it was done', { kind: 'garbled', answer: { status: 500, body: html } }, { reason: 'unknown', done: true }],
  [
    'an answer without end',
    { kind: 'garbled', answer: { status: 200, body: 'x'.repeat(3 * 1024 * 1024) } },
    { reason: 'unknown', done: true },
  ],
];

export function httpContract(start: () => Promise<HttpSite>): void {
  let site: HttpSite;
  beforeEach(async () => {
    site = await start();
  });
  afterEach(() => site.close());

  const ticket = sampleTicket();

  describe('what a server answers when a ticket is made', () => {
    test.each(outcomes)('%s', async (_name, fault, { reason, done }) => {
      site.server.failNext(fault);
      if (reason === 'credential' && site.asksTwice) site.server.failNext(fault);
      const error = await failureOf(site.connect().open(ticket, false), site.secrets);
      expect(error.reason).toBe(reason);
      expect(await site.seen()).toHaveLength(done ? 1 : 0);
    });
  });

  test('how long to wait, in seconds and as a date', async () => {
    const wait = async (value: string, status = 429) => {
      site.server.failNext(answer(status, { 'retry-after': value }));
      return (await failureOf(site.connect().open(ticket, false), site.secrets)).options.retryAfterMs;
    };
    expect(await wait('120')).toBe(120_000);
    expect(await wait('30', 503)).toBe(30_000);
    expect(await wait('0')).toBe(0);
    expect(await wait('999999999')).toBe(24 * 60 * 60 * 1000);
    expect(await wait(new Date(Date.now() + 3_600_000).toUTCString())).toBeGreaterThan(3_000_000);
    expect(await wait('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
    expect(await wait('soon')).toBeUndefined();
    expect(await wait('-5')).toBeUndefined();
  });

  test('a credential goes to no other place', async () => {
    const requests = site.server.asked.length;
    site.server.failNext(answer(307, { location: `${site.server.url}/elsewhere` }));
    await failureOf(site.connect().open(ticket, false), site.secrets);
    expect(site.server.asked.slice(requests).filter(({ path }) => path === '/elsewhere')).toEqual([]);
  });

  test('an answer that comes late is an answer, and one that comes twice is one', async () => {
    site.server.failNext({ kind: 'late', afterMs: 300 });
    const helpdesk = site.connect();
    const remote = await helpdesk.open(ticket, false);
    site.server.failNext({ kind: 'twice' });
    await helpdesk.tell(remote, ticket, 1, false);
    await helpdesk.tell(remote, ticket, 2, false);
    expect(await site.seen()).toMatchObject([{ comments: [expect.anything(), expect.anything()] }]);
  });
}
