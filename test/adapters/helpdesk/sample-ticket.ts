// A ticket as the bot makes them, with events after it was opened.

import { type Ticket, ticketSchema } from '../../../bot/ticket/ticket.js';

/** What must not be in any message for an operator. */
export const ticketTexts = ['CMGConnector_Forbidden', 'Build server', 'room 4711', 'A new certificate', 'Mia Example'];

export function sampleTicket(changes: Partial<Ticket> = {}): Ticket {
  const at = '2026-11-21T12:00:00.000Z';
  const caseId = changes.caseId ?? 'Zx-81_kQpLm2';
  const mia = { id: 'mia', name: 'Mia Example' };
  const noor = { id: 'noor', name: 'Noor' };
  return ticketSchema.parse({
    version: 1,
    tenant: 'tenant-of-mia',
    number: 12,
    caseId,
    revision: 3,
    fingerprint: 'f00d',
    area: 'Configuration Manager',
    summary: 'Build server: CMGConnector_Forbidden',
    severity: 'high',
    devices: 40,
    contact: 'room 4711',
    requester: { person: mia, conversation: 'conversation-of-mia' },
    packet: {
      format: 'pastefix-evidence',
      version: 1,
      case: caseId,
      openedAt: at,
      writtenAt: at,
      versions: { bot: '0.1.0', knowledge: 'abc' },
      verdict: 'match',
      pastes: [{ text: 'ERROR StatusCode=403 StatusText=CMGConnector_Forbidden', whole: true }],
      codes: [],
      causes: [],
      answers: [],
      tried: [],
      untried: [],
      timeline: [],
    },
    history: [
      { kind: 'opened', at, by: mia },
      { kind: 'said', text: 'It is the Build server in room 4711.\nStill broken.', at, by: mia },
      { kind: 'resolved', text: 'A new certificate.', at, by: noor },
    ],
    ...changes,
  });
}
