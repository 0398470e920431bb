import { expect, test } from '@jest/globals';
import type { Happened } from '../../../bot/ticket/ticket.js';
import { eventText, ticketText, ticketTitle } from '../../../bot/ticket/ticket-text.js';
import { aTicket } from './a-ticket.js';

test('a ticket begins with who asks and how bad it is, and holds the packet', () => {
  const lines = ticketText(aTicket({ number: 12, severity: 'high', devices: 40, contact: 'room\n4711' })).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Ticket: Pastefix 12',
    'Asked by: Mia',
    'How to reach them: room 4711',
    'Severity: high',
    'Devices: 40',
    '',
  ]);
  expect(lines).toContain('StatusText=CMGConnector_Forbidden');
});

test('what is not known is left out', () => {
  const ticket = aTicket({ requester: { person: { id: 'x' }, conversation: 'y' } });
  expect(ticketText(ticket).split('\n').slice(0, 4)).toEqual([
    'Ticket: Pastefix 1',
    'Asked by: somebody',
    'Severity: normal',
    '',
  ]);
});

test('a title is one line', () => {
  expect(ticketTitle({ summary: ' a\r\n\tb\u0000c\u2028d\u0085e ', number: 7 })).toBe('a b c d e');
  expect(ticketTitle({ summary: '\n', number: 7 })).toBe('Pastefix 7');
});

test.each<[happened: Happened, text: string]>([
  [
    { kind: 'joined', follower: { person: { id: 'ada', name: 'Ada' }, conversation: 'c' } },
    'Ada has the same fault and waits for it too.',
  ],
  [{ kind: 'assigned', to: { id: 'ada', name: 'Ada\r\nEve' } }, 'Ada Eve takes care of it.'],
  [{ kind: 'asked', text: 'Which version?' }, 'Mia asked:\nWhich version?'],
  [{ kind: 'said', text: '2409' }, 'Mia wrote:\n2409'],
  [{ kind: 'told', text: 'On it.' }, 'Mia wrote:\nOn it.'],
  [{ kind: 'resolved', text: 'A new certificate.' }, 'Mia resolved it:\nA new certificate.'],
  [{ kind: 'reopened', text: 'It is back.' }, 'Mia reopened it:\nIt is back.'],
  [{ kind: 'closed' }, 'Mia closed it.'],
])('%j', (happened, text) => expect(eventText(aTicket({ history: [happened] }), 1)).toBe(text));

test('an event that never was has no text', () => {
  expect(() => eventText(aTicket(), 9)).toThrow('no such event');
});
