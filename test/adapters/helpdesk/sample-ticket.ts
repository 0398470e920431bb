// A ticket whose texts are not to be found where they do not belong.

import type { Ticket } from '../../../bot/ticket/ticket.js';
import { aTicket } from '../../bot/ticket/a-ticket.js';

/** What must not be in any message for an operator. */
export const ticketTexts = ['CMGConnector_Forbidden', 'Build server', 'room 4711', 'A new certificate', 'Mia Example'];

export function sampleTicket(changes: Parameters<typeof aTicket>[0] = {}): Ticket {
  const ticket = aTicket({
    tenant: 'tenant-of-mia',
    number: 12,
    caseId: 'Zx-81_kQpLm2',
    summary: 'Build server: CMGConnector_Forbidden',
    severity: 'high',
    devices: 40,
    contact: 'room 4711',
    requester: { person: { id: 'mia', name: 'Mia Example' }, conversation: 'conversation-of-mia' },
    history: [
      { kind: 'said', text: 'It is the Build server in room 4711.\nStill broken.' },
      { kind: 'resolved', text: 'A new certificate.' },
    ],
    ...changes,
  });
  return { ...ticket, packet: { ...ticket.packet, case: ticket.caseId } };
}
