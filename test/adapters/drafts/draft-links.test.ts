import { expect, test } from '@jest/globals';
import { createDraftLinks } from '../../../adapters/drafts/draft-links.js';
import type { Ticket } from '../../../bot/ticket/ticket.js';
import { aTicket } from '../../bot/ticket/a-ticket.js';

const hourMs = 60 * 60_000;
const resolved = aTicket({ number: 41, history: [{ kind: 'resolved', text: 'A new certificate.' }] });

function links(tickets: readonly Ticket[] = [resolved], key = 'key') {
  let now = Date.parse('2026-11-28T12:00:00Z');
  const made = createDraftLinks({
    address: () => 'https://bot.contoso.com',
    key,
    store: {
      readTicket: async (tenant, number) => tickets.find((it) => it.tenant === tenant && it.number === number),
    },
    clock: () => new Date(now),
    log: () => {},
  });
  return {
    sealFor: (ticket: Pick<Ticket, 'tenant' | 'number'>) => {
      const link = made.linkTo(ticket) ?? '';
      expect(link).toMatch(/^https:\/\/bot\.contoso\.com\/drafts\/ticket-\d+\.md\?seal=[\w.-]+$/);
      return link.split('=')[1] ?? '';
    },
    read: (seal: string) => made.read(seal),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('a link leads to the draft of its ticket, for a day', async () => {
  const { sealFor, read, pass } = links();
  const seal = sealFor(resolved);
  pass(23 * hourMs);
  expect(await read(seal)).toMatchObject({
    kind: 'draft',
    name: 'ticket-41.md',
    text: expect.stringContaining('1. A new certificate.'),
  });
  pass(2 * hourMs);
  expect(await read(seal)).toEqual({ kind: 'over' });
});

test('another bot, or anybody, makes no link to it', async () => {
  const { read, sealFor } = links();
  expect(await read(links([resolved], 'other key').sealFor(resolved))).toEqual({ kind: 'foreign' });
  expect(await read(sealFor(resolved).slice(2))).toEqual({ kind: 'foreign' });
});

test.each([
  ['a ticket that is no longer kept', []],
  ['a ticket of another tenant', [{ ...resolved, tenant: 'fabrikam' }]],
  ['a ticket of which nobody has said what fixed it', [aTicket({ number: 41 })]],
])('%s has none', async (_, tickets) => {
  const { read, sealFor } = links(tickets);
  expect(await read(sealFor(resolved))).toEqual({ kind: 'gone' });
});

test('a bot that nobody can reach by a browser makes no links', () => {
  const { linkTo } = createDraftLinks({
    address: () => undefined,
    key: 'key',
    store: { readTicket: async () => resolved },
    clock: () => new Date(),
    log: () => {},
  });
  expect(linkTo(resolved)).toBeUndefined();
});

test('a store that cannot be asked is said to be down', async () => {
  const logged: unknown[] = [];
  const { linkTo, read } = createDraftLinks({
    address: () => 'http://localhost:3978',
    key: 'key',
    store: { readTicket: () => Promise.reject(new TypeError('Broken: password=1')) },
    clock: () => new Date(),
    log: (...entry) => logged.push(entry),
  });
  expect(await read(linkTo(resolved)?.split('=')[1] ?? '')).toEqual({ kind: 'down' });
  expect(logged).toEqual([['draft-unavailable', { ticket: 41, error: 'TypeError' }]]);
});
