import { describe, expect, test } from '@jest/globals';
import { type Destinations, deliveriesFor, isHeard, noDestinations } from '../../../bot/ticket/deliveries-for.js';
import { type Deed, moveTicket } from '../../../bot/ticket/move-ticket.js';
import type { Happened, Ticket } from '../../../bot/ticket/ticket.js';
import { aTicket } from './a-ticket.js';

const destinations: Destinations = {
  helpdesks: ['servicenow', 'mail'],
  channels: [
    { area: 'Configuration Manager', conversation: 'sccm' },
    { area: '*', conversation: 'rest' },
  ],
};

const ben = { person: { id: 'ben' }, conversation: 'chat of ben' };
const noor: Deed = { by: { id: 'noor' }, role: 'expert', at: new Date('2026-11-22T08:00:00Z') };
const mia: Deed = { by: { id: 'mia' }, role: 'requester', at: new Date('2026-11-22T08:00:00Z') };

function toldOf(ticket: Ticket, happened: Happened, deed: Deed): string[] {
  const moved = moveTicket(ticket, happened, deed);
  if (moved.kind === 'refused') throw new Error(moved.refusal);
  return deliveriesFor(moved.ticket, ticket.history.length, destinations).map(({ target }) => target);
}

const everywhere = ['servicenow', 'mail', 'conversation/sccm'];

describe('who hears of it', () => {
  test('a new ticket goes to every helpdesk and to the channel for it', () => {
    expect(deliveriesFor(aTicket({ number: 7 }), 0, destinations)).toEqual(
      everywhere.map((target) => ({ tenant: 'contoso', ticket: 7, target, event: 0 })),
    );
  });

  test('a question goes to those who wait for the answer', () => {
    const ticket = aTicket({
      history: [
        { kind: 'joined', follower: ben },
        { kind: 'assigned', to: { id: 'noor' } },
      ],
    });
    expect(toldOf(ticket, { kind: 'asked', text: 'Which version?' }, noor)).toEqual([
      ...everywhere,
      'conversation/chat of mia',
      'conversation/chat of ben',
    ]);
  });

  test('an answer goes to the experts only', () => {
    expect(toldOf(aTicket(), { kind: 'said', text: '2409' }, mia)).toEqual(everywhere);
  });

  test('whoever closes it has seen it in their own conversation', () => {
    const ticket = aTicket({ history: [{ kind: 'joined', follower: ben }] });
    expect(toldOf(ticket, { kind: 'closed' }, mia)).toEqual([...everywhere, 'conversation/chat of ben']);
  });

  test('whoever waits in two places may have closed it in either: both are told', () => {
    const ticket = aTicket({
      history: [{ kind: 'joined', follower: { person: { id: 'mia' }, conversation: 'group' } }],
    });
    expect(toldOf(ticket, { kind: 'closed' }, mia)).toEqual([
      ...everywhere,
      'conversation/chat of mia',
      'conversation/group',
    ]);
  });

  test('a conversation that two people wait in is told once', () => {
    const ticket = aTicket({ history: [{ kind: 'joined', follower: { ...ben, conversation: 'chat of mia' } }] });
    expect(toldOf(ticket, { kind: 'resolved', text: 'Done.' }, noor).filter((it) => it.includes('mia'))).toHaveLength(
      2,
    );
  });

  test('what a helpdesk has reported does not go back there', () => {
    expect(toldOf(aTicket(), { kind: 'told', text: 'Seen.' }, { ...noor, by: { id: '' }, via: 'mail' })).toEqual([
      'servicenow',
      'conversation/sccm',
      'conversation/chat of mia',
    ]);
  });

  test('those whom the bot cannot speak to first have to ask', () => {
    const moved = moveTicket(aTicket(), { kind: 'told', text: 'Seen.' }, noor);
    if (moved.kind === 'refused') throw new Error(moved.refusal);
    const targets = (canTell: (conversation: string) => boolean) =>
      deliveriesFor(moved.ticket, 1, { ...destinations, canTell }).map(({ target }) => target);
    expect(targets((conversation) => conversation === 'chat of mia')).toContain('conversation/chat of mia');
    expect(targets(() => false)).toEqual(targets(() => true).filter((target) => target !== 'conversation/chat of mia'));
    // The channel is one that was named for it.
    expect(targets(() => false)).toContain('conversation/sccm');
  });

  test('what was done at once is told one after the other', () => {
    const moved = moveTicket(aTicket(), { kind: 'asked', text: 'Which version?' }, noor);
    if (moved.kind === 'refused') throw new Error(moved.refusal);
    const events = deliveriesFor(moved.ticket, 1, destinations).map(({ event }) => event);
    expect(events).toEqual([...events].sort());
    expect(new Set(events)).toEqual(new Set([1, 2]));
  });
});

test('without a helpdesk, and a channel for it, nobody hears of a ticket', () => {
  expect(isHeard(aTicket(), noDestinations)).toBe(false);
  expect(isHeard(aTicket({ area: 'Intune' }), { ...noDestinations, channels: destinations.channels.slice(0, 1) })).toBe(
    false,
  );
  expect(isHeard(aTicket(), { ...noDestinations, channels: destinations.channels })).toBe(true);
  expect(isHeard(aTicket(), { ...noDestinations, helpdesks: ['mail'] })).toBe(true);
});
