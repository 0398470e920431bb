// Takes tickets to a helpdesk, and what happens to them.

import type { Helpdesk } from '../../bot/ticket/helpdesk.js';
import type { Carrier } from './carrier.js';

/** Few enough for a helpdesk that serves people as well. */
const atOnce = 4;

/** Signing in, looking for the ticket, making it, and so on, each with a time-out of its own. */
const longestMs = 100_000;

export function helpdeskCarrier(helpdesk: Helpdesk): Carrier {
  return {
    name: helpdesk.name,
    targets: { only: [helpdesk.name] },
    isOnePlace: true,
    atOnce,
    timeoutMs: helpdesk.timeoutMs ?? longestMs,
    async carry({ event, attempts, remote }, ticket) {
      const retried = attempts > 0;
      // A helpdesk that was set up after the ticket was opened is told of it by a later event.
      if (remote === undefined) return helpdesk.open(ticket, retried);
      if (event > 0) await helpdesk.tell(remote, ticket, event, retried);
      return remote;
    },
    ...(helpdesk.check && { check: () => helpdesk.check?.() ?? Promise.resolve() }),
  };
}
