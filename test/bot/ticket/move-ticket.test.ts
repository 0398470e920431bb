import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Deed, moveTicket, type Refusal, type Role, roleIn } from '../../../bot/ticket/move-ticket.js';
import { type Happened, isOpen, ownerOf, stateOf, type Ticket, ticketSchema } from '../../../bot/ticket/ticket.js';
import { aTicket } from './a-ticket.js';

const noor = { id: 'noor', name: 'Noor' };
const ben = { person: { id: 'ben', name: 'Ben' }, conversation: 'chat of ben' };
const at = new Date('2026-11-22T08:00:00Z');
const as = (role: Role, by: Deed['by'] = noor): Deed => ({ by, role, at });

const assigned: Happened = { kind: 'assigned', to: noor };
const asked: Happened = { kind: 'asked', text: 'Which version?' };
const said: Happened = { kind: 'said', text: '2409' };
const told: Happened = { kind: 'told', text: 'We look into it.' };
const resolved: Happened = { kind: 'resolved', text: 'A new certificate.' };
const reopened: Happened = { kind: 'reopened', text: 'It is back.' };
const closed: Happened = { kind: 'closed' };
const joined: Happened = { kind: 'joined', follower: ben };

const fresh = aTicket();
const owned = aTicket({ history: [assigned] });
const done = aTicket({ history: [assigned, resolved] });
const over = aTicket({ history: [closed] });

describe('what is done to a ticket is the last thing in its history', () => {
  test.each<[what: string, ticket: Ticket, happened: Happened, role: Role]>([
    ['an expert takes it', fresh, assigned, 'expert'],
    ['an expert asks', owned, asked, 'expert'],
    ['the requester answers', aTicket({ history: [assigned, asked] }), said, 'requester'],
    ['a follower says more', owned, said, 'follower'],
    ['an expert tells', owned, told, 'expert'],
    ['an expert tells more after the end', done, told, 'expert'],
    ['an expert resolves it', owned, resolved, 'expert'],
    ['the requester has it back', done, reopened, 'requester'],
    ['the requester is content', done, closed, 'requester'],
    ['the requester withdraws it', fresh, closed, 'requester'],
    ['a colleague joins', fresh, joined, 'stranger'],
  ])('%s', (_what, ticket, happened, role) => {
    const moved = moveTicket(ticket, happened, as(role));
    if (moved.kind === 'refused') throw new Error(moved.refusal);
    expect(moved.ticket.history).toEqual([...ticket.history, { ...happened, at: at.toISOString(), by: noor }]);
    expect(moved.ticket.revision).toBe(ticket.revision + 1);
    expect(ticketSchema.parse(moved.ticket)).toEqual(moved.ticket);
  });

  test('what a helpdesk reports says so', () => {
    const moved = moveTicket(fresh, told, { ...as('expert', { id: '', name: 'Desk' }), via: 'servicenow' });
    expect(moved).toMatchObject({ ticket: { history: [{}, { kind: 'told', via: 'servicenow' }] } });
  });
});

test.each([asked, resolved])('an expert who has $kind takes care of it, if nobody does', (happened) => {
  const moved = moveTicket(fresh, happened, as('expert'));
  if (moved.kind === 'refused') throw new Error(moved.refusal);
  expect(moved.ticket.history.map(({ kind }) => kind)).toEqual(['opened', 'assigned', happened.kind]);
  expect([ownerOf(moved.ticket), moved.ticket.revision]).toEqual([noor, 3]);
});

describe('it is refused', () => {
  test.each<[why: string, ticket: Ticket, happened: Happened, deed: Deed, refusal: Refusal]>([
    ['that a stranger says something', fresh, said, as('stranger'), 'not-yours'],
    ['that a requester resolves', fresh, resolved, as('requester'), 'not-yours'],
    ['that an expert closes', done, closed, as('expert'), 'not-yours'],
    ['that a follower closes', done, closed, as('follower'), 'not-yours'],
    ['that anybody opens it again as new', fresh, { kind: 'opened' }, as('expert'), 'not-yours'],
    ['to ask after the end', done, asked, as('expert'), 'finished'],
    ['to resolve twice', done, resolved, as('expert'), 'finished'],
    ['to say something in a closed one', over, said, as('requester'), 'finished'],
    ['to join what is over', over, joined, as('stranger'), 'finished'],
    ['to reopen what is open', fresh, reopened, as('requester'), 'still-open'],
    ['to take what one has', owned, assigned, as('expert'), 'already-yours'],
    ['to join twice', aTicket({ history: [joined] }), joined, as('follower', ben.person), 'already-waiting'],
    ['to ask nothing', owned, { kind: 'asked', text: '  ' }, as('expert'), 'empty'],
    [
      'to talk without end',
      aTicket({ history: Array.from({ length: 199 }, () => said) }),
      said,
      as('requester'),
      'full',
    ],
  ])('%s', (_why, ticket, happened, deed, refusal) => {
    expect(moveTicket(ticket, happened, deed)).toEqual({ kind: 'refused', refusal });
  });
});

test.each<[who: string, person: string, conversation: string, role: Role]>([
  ['whoever opened it', 'mia', 'elsewhere', 'requester'],
  ['whoever has joined', 'ben', 'elsewhere', 'follower'],
  ['a colleague in the conversation of the requester', 'cem', 'chat of mia', 'follower'],
  ['a colleague in the conversation of a follower', 'cem', 'chat of ben', 'follower'],
  ['anybody else', 'noor', 'chat of noor', 'stranger'],
  ['nobody in particular', '', 'elsewhere', 'stranger'],
])('%s is to a ticket what they should be', (_who, id, conversation, role) => {
  expect(roleIn(aTicket({ history: [joined] }), { person: { id }, conversation })).toBe(role);
});

test('who is nobody in particular is nobody to a ticket of such', () => {
  const ticket = aTicket({ requester: { person: { id: '' }, conversation: 'c' } });
  expect(roleIn(ticket, { person: { id: '' }, conversation: 'd' })).toBe('stranger');
});

const happened = fc.constantFrom(assigned, asked, said, told, resolved, reopened, closed, joined);

test('whatever happens: strangers only ever join, history only grows, and what is over is never worked on', () => {
  const role = fc.constantFrom<Role[]>('requester', 'follower', 'expert', 'stranger');
  fc.assert(
    fc.property(fc.array(fc.tuple(happened, role), { maxLength: 20 }), (deeds) => {
      let ticket = fresh;
      for (const [what, who] of deeds) {
        const moved = moveTicket(ticket, what, as(who));
        if (moved.kind === 'refused') continue;
        if (who === 'stranger') expect(what.kind).toBe('joined');
        if (!isOpen(ticket)) expect(['told', 'said', 'reopened', 'closed']).toContain(what.kind);
        expect(moved.ticket.history.slice(0, ticket.history.length)).toEqual(ticket.history);
        expect(moved.ticket.revision).toBe(moved.ticket.history.length);
        expect(moved.ticket.revision).toBeGreaterThan(ticket.revision);
        ticket = moved.ticket;
      }
      expect(stateOf(ticket)).toBeDefined();
      expect(ticketSchema.parse(ticket)).toEqual(ticket);
    }),
  );
});
