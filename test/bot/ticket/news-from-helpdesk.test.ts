import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RemoteState } from '../../../bot/ticket/helpdesk.js';
import { wasReopenedHere, withNewsFrom } from '../../../bot/ticket/news-from-helpdesk.js';
import { isOpen, stateOf, type Ticket, type TicketEvent, ticketSchema } from '../../../bot/ticket/ticket.js';
import { en } from '../../../bot/words/en.js';
import { afterwards, aTicket } from './a-ticket.js';

const now = new Date('2026-11-22T08:00:00Z');
const options = {
  via: 'servicenow',
  isUpToDate: true,
  now,
  redaction: { key: 'test' },
  words: en,
};

const comment = (id: string, text: string, at = '2026-11-22T07:00:00Z') => ({ id, by: 'noor@contoso.com', text, at });
const open: RemoteState = { state: 'open', comments: [] };
const known = (history: TicketEvent): Ticket => {
  const ticket = aTicket();
  return { ...ticket, revision: 2, history: [...ticket.history, history] };
};

const newsOf = (before: Ticket, state: RemoteState, changes: Partial<typeof options> = {}) =>
  withNewsFrom(before, state, { ...options, ...changes }).history.slice(before.history.length);

const by = { id: '', name: 'noor@contoso.com' };

describe('what is taken in', () => {
  test('what people wrote there, with secrets hidden', () => {
    expect(newsOf(aTicket(), { state: 'open', comments: [comment('c1', ' Set password=hunter2 here. ')] })).toEqual([
      {
        kind: 'told',
        text: 'Set password=<password 1> here.',
        at: '2026-11-22T07:00:00.000Z',
        by,
        via: 'servicenow',
        remoteId: 'c1',
      },
    ]);
  });

  test.each(['resolved', 'closed'] as const)('that it is %s there, and what fixed it', (state) => {
    const news = newsOf(aTicket(), { state, resolution: 'Now password=hunter2 is right.', comments: [] });
    expect(news).toMatchObject([{ kind: 'resolved', text: 'Now password=<password 1> is right.', via: 'servicenow' }]);
  });

  test('that it is resolved, where nobody says what fixed it', () => {
    expect(newsOf(aTicket(), { state: 'resolved', comments: [] })).toMatchObject([
      { kind: 'resolved', text: en.helpdesk.resolvedThere },
    ]);
  });

  test('that it is open again, where it was resolved there', () => {
    const resolvedThere = withNewsFrom(aTicket(), { state: 'resolved', comments: [] }, options);
    const news = newsOf(resolvedThere, { state: 'open', comments: [comment('c1', 'Not yet.')] });
    expect(news).toMatchObject([
      { kind: 'told', text: 'Not yet.' },
      { kind: 'reopened', text: en.helpdesk.reopenedThere, via: 'servicenow' },
    ]);
  });

  test.each([
    ['resolved here', { kind: 'resolved', text: 'Done.' }],
    ['resolved by another helpdesk', { kind: 'resolved', text: 'Done.', via: 'jira' }],
    ['closed here since', { kind: 'closed' }],
  ] as const)('not that it is still open, where it was %s', (_, last) => {
    const resolvedThere = withNewsFrom(aTicket(), { state: 'resolved', comments: [] }, options);
    const { via, ...happened } = { via: undefined, ...last };
    const ended = happened.kind === 'closed' ? resolvedThere : aTicket();
    const event = { at: now.toISOString(), by: { id: '' }, ...happened, ...(via === undefined ? {} : { via }) };
    expect(newsOf({ ...ended, history: [...ended.history, event] }, open)).toEqual([]);
  });

  test('comments before the end', () => {
    const news = newsOf(aTicket(), { state: 'resolved', resolution: 'Done.', comments: [comment('c1', 'Wait.')] });
    expect(news.map(({ kind }) => kind)).toEqual(['told', 'resolved']);
  });

  test('a time that is none, or not yet, is now', () => {
    const comments = [comment('c1', 'a', 'yesterday'), comment('c2', 'b', '2099-01-01T00:00:00Z')];
    expect(newsOf(aTicket(), { state: 'open', comments }).map(({ at }) => at)).toEqual(
      [now, now].map((it) => it.toISOString()),
    );
  });

  test('of a long comment as much as people read', () => {
    const [news] = newsOf(aTicket(), { state: 'open', comments: [comment('c1', 'word '.repeat(10_000))] });
    expect(news).toHaveProperty('text', expect.stringMatching(/^.{1000,2000}$/));
  });
});

describe('what is not', () => {
  test.each<[what: string, ticket: Ticket, state: RemoteState]>([
    ['nothing', aTicket(), open],
    [
      'a comment that was taken in',
      known({ kind: 'told', text: 'x', at: '', by, via: 'servicenow', remoteId: 'c1' }),
      { state: 'open', comments: [comment('c1', 'x')] },
    ],
    ['a comment that says nothing', aTicket(), { state: 'open', comments: [comment('c1', ' \n')] }],
    [
      'the end of what is resolved',
      aTicket({ history: [{ kind: 'resolved', text: 'x' }] }),
      { state: 'closed', comments: [] },
    ],
    ['that it is gone', aTicket(), { state: 'gone', comments: [] }],
  ])('%s', (_what, ticket, state) => {
    expect(withNewsFrom(ticket, state, options)).toBe(ticket);
  });

  test('a comment of the same id at another helpdesk is another one', () => {
    const ticket = known({ kind: 'told', text: 'x', at: '', by, via: 'jira', remoteId: 'c1' });
    expect(newsOf(ticket, { state: 'open', comments: [comment('c1', 'x')] })).toHaveLength(1);
  });

  test('its state, before it knew what has happened here', () => {
    const state: RemoteState = { state: 'resolved', comments: [comment('c1', 'x')] };
    expect(newsOf(aTicket(), state, { isUpToDate: false }).map(({ kind }) => kind)).toEqual(['told']);
  });
});

describe('the helpdesk has to be told first', () => {
  const resolved = afterwards(aTicket(), { kind: 'resolved', text: 'x' });
  test.each<[what: string, ticket: Ticket, expected: boolean]>([
    ['of a new ticket nothing', aTicket(), false],
    ['of what was resolved nothing', resolved, false],
    ['of what was reopened', afterwards(resolved, { kind: 'reopened', text: 'again' }), true],
    [
      'and of that whatever is said later',
      afterwards(afterwards(resolved, { kind: 'reopened', text: 'again' }), { kind: 'said', text: 'well' }),
      true,
    ],
  ])('%s', (_what, ticket, expected) => expect(wasReopenedHere(ticket, 'servicenow')).toBe(expected));

  test('not of what it reopened itself', () => {
    const ticket = afterwards(resolved, { kind: 'reopened', text: 'again' });
    const history = ticket.history.map((it) => (it.kind === 'reopened' ? { ...it, via: 'servicenow' } : it));
    expect(wasReopenedHere({ history }, 'servicenow')).toBe(false);
  });
});

test('whatever is told, twice as well: each comment is taken in once, history only grows, a ticket stays one', () => {
  const comments = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1 }),
      by: fc.string(),
      text: fc.string({ unit: 'grapheme' }),
      at: fc.string(),
    }),
    { selector: ({ id }) => id },
  );
  const state = fc.record({
    state: fc.constantFrom('open', 'resolved', 'closed', 'gone'),
    resolution: fc.string(),
    comments,
  });
  fc.assert(
    fc.property(fc.array(state, { maxLength: 5 }), fc.boolean(), (states, isUpToDate) => {
      let ticket = aTicket();
      for (const it of [...states, ...states]) {
        const after = withNewsFrom(ticket, it, { ...options, isUpToDate });
        expect(after.history.slice(0, ticket.history.length)).toEqual(ticket.history);
        expect(withNewsFrom(after, it, { ...options, isUpToDate })).toBe(after);
        expect(ticketSchema.parse(after)).toEqual(after);
        ticket = after;
      }
      const ids = ticket.history.flatMap(({ remoteId }) => remoteId ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const seen = isUpToDate ? states.flatMap((it) => (it.state === 'gone' ? [] : [it.state])) : [];
      const last = seen.at(-1);
      const wasResolved = seen.some((it) => it !== 'open');
      expect(isOpen(ticket)).toBe(last === undefined || last === 'open');
      expect(stateOf(ticket)).toBe(!wasResolved ? 'new' : last === 'open' ? 'reopened' : 'resolved');
    }),
  );
});
