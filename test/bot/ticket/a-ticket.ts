// A ticket to test with.

import type { Follower, Happened, Ticket, TicketEvent } from '../../../bot/ticket/ticket.js';

export const mia: Follower = { person: { id: 'mia', name: 'Mia' }, conversation: 'chat of mia' };

/** @param history What happened after it was opened, a minute apart. */
export function aTicket(
  { history = [], ...changes }: Partial<Omit<Ticket, 'history' | 'revision'>> & { history?: readonly Happened[] } = {},
  openedAt = new Date('2026-11-21T12:00:00Z'),
): Ticket {
  const number = changes.number ?? 1;
  const happened: readonly Happened[] = [{ kind: 'opened' }, ...history];
  return {
    version: 1,
    tenant: 'contoso',
    number,
    caseId: `case ${number}`,
    revision: happened.length,
    fingerprint: 'gateway.md#forbidden',
    area: 'Configuration Manager',
    summary: 'The binding is wrong',
    severity: 'normal',
    contact: '',
    requester: mia,
    packet: {
      format: 'pastefix-evidence',
      version: 1,
      case: `case ${number}`,
      openedAt: openedAt.toISOString(),
      writtenAt: openedAt.toISOString(),
      versions: { bot: '0.1.0', knowledge: '1' },
      verdict: 'none',
      pastes: [{ text: 'StatusText=CMGConnector_Forbidden', whole: true }],
      codes: [],
      causes: [],
      answers: [],
      tried: [],
      untried: [],
      timeline: [],
    },
    ...changes,
    history: happened.map(
      (it, at): TicketEvent => ({
        ...it,
        at: new Date(openedAt.getTime() + at * 60_000).toISOString(),
        by: mia.person,
      }),
    ),
  };
}

/** The same after one thing more. */
export function afterwards(ticket: Ticket, happened: Happened, at = new Date('2026-11-21T15:00:00Z')): Ticket {
  const event: TicketEvent = { ...happened, at: at.toISOString(), by: mia.person };
  return { ...ticket, revision: ticket.revision + 1, history: [...ticket.history, event] };
}
