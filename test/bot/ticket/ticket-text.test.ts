import { expect, test } from '@jest/globals';
import type { Happened, Ticket } from '../../../bot/ticket/ticket.js';
import { eventText, ticketText, ticketTitle } from '../../../bot/ticket/ticket-text.js';
import { sampleTicket } from '../../adapters/helpdesk/sample-ticket.js';

const at = '2026-11-21T12:00:00.000Z';
const noor = { id: 'noor', name: 'Noor' };

function after(happened: Happened, changes: Partial<Ticket> = {}): Ticket {
  return sampleTicket({
    history: [
      { kind: 'opened', at, by: noor },
      { ...happened, at, by: noor },
    ],
    ...changes,
  });
}

test('a ticket begins with who asks and how bad it is, and holds the packet', () => {
  const lines = ticketText(sampleTicket()).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Ticket: Pastefix 12',
    'Asked by: Mia Example',
    'How to reach them: room 4711',
    'Severity: high',
    'Devices: 40',
    '',
  ]);
  expect(lines).toContain('ERROR StatusCode=403 StatusText=CMGConnector_Forbidden');
});

test('what is not known is left out', () => {
  const { devices: _, ...unknown } = sampleTicket({
    contact: '',
    requester: { person: { id: 'x' }, conversation: 'y' },
  });
  expect(ticketText(unknown).split('\n').slice(0, 4)).toEqual([
    'Ticket: Pastefix 12',
    'Asked by: somebody',
    'Severity: high',
    '',
  ]);
});

test('a title is one line', () => {
  expect(ticketTitle({ summary: ' a\r\n\tb\u0000c\u2028d\u0085e ' })).toBe('a b c d e');
});

test.each<[happened: Happened, text: string]>([
  [
    { kind: 'joined', follower: { person: { id: 'ada', name: 'Ada' }, conversation: 'c' } },
    'Ada has the same fault and waits for it too.',
  ],
  [{ kind: 'assigned', to: { id: 'ada', name: 'Ada\r\nEve' } }, 'Ada Eve takes care of it.'],
  [{ kind: 'asked', text: 'Which version?' }, 'Noor asked:\nWhich version?'],
  [{ kind: 'said', text: '2409' }, 'Noor wrote:\n2409'],
  [{ kind: 'told', text: 'On it.' }, 'Noor wrote:\nOn it.'],
  [{ kind: 'resolved', text: 'A new certificate.' }, 'Noor resolved it:\nA new certificate.'],
  [{ kind: 'reopened', text: 'It is back.' }, 'Noor reopened it:\nIt is back.'],
  [{ kind: 'closed' }, 'Noor closed it.'],
])('%j', (happened, text) => expect(eventText(after(happened), 1)).toBe(text));

test('an event that never was has no text', () => {
  expect(() => eventText(sampleTicket(), 9)).toThrow('no such event');
});
