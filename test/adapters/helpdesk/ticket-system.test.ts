import { expect, test } from '@jest/globals';
import { connectTicketSystem, type TicketSystem } from '../../../adapters/helpdesk/ticket-system.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { sampleTicket } from './sample-ticket.js';

test('each call has a time of its own, which is as long as a helpdesk says that its calls take', async () => {
  const deadlines: AbortSignal[] = [];
  const made: string[] = [];
  const remote = { id: '1', name: 'INC1' };
  const system = (deadline: AbortSignal): TicketSystem => ({
    find: async () => (made.length === 0 ? undefined : remote),
    create: async ({ caseId }) => {
      made.push(caseId);
      await new Promise((resolve) => deadline.addEventListener('abort', resolve));
      throw new HelpdeskError('unknown', 'It takes too long');
    },
    filesFor: () => [],
    listFiles: async () => [],
    attach: async () => {},
    hasComment: async () => false,
    comment: async () => {},
    look: async () => ({ state: 'open', comments: [] }),
    check: async () => {},
  });
  const helpdesk = connectTicketSystem({
    name: 'desk',
    requestTimeoutMs: 25,
    settleMs: 0,
    connect: (deadline) => {
      deadlines.push(deadline);
      return system(deadline);
    },
  });
  expect(helpdesk.timeoutMs).toBe(100);
  const ticket = sampleTicket();
  await expect(helpdesk.open(ticket, false)).rejects.toMatchObject({ reason: 'unknown' });
  expect(await helpdesk.open(ticket, true)).toEqual(remote);
  expect(made).toEqual([ticket.caseId]);
  expect(new Set(deadlines).size).toBe(2);
  expect(deadlines[0]?.aborted).toBe(true);
});
