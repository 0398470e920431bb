// A case works now: whoever opened its ticket needs nobody any more.

import type { Incoming } from '../bot.js';
import { foundTicket, type Lookup } from '../look-up.js';
import { roleIn } from '../ticket/move-ticket.js';
import { followerOf } from '../ticket/new-ticket.js';
import { stateOf } from '../ticket/ticket.js';
import type { Notice } from '../views/notice.js';
import { act, effectsFrom } from './hand-over.js';
import { sameFaultOf } from './needs.js';
import type { Stage } from './stage.js';
import type { Effect } from './turn.js';
import type { World } from './world.js';

/** `number`: of the ticket that is closed by it; undefined where none is. */
export type TicketClosed =
  | { readonly kind: 'done'; readonly effects: readonly Effect[]; readonly number?: number }
  | { readonly kind: 'needs'; readonly needs: Lookup };

type Done = Extract<TicketClosed, { kind: 'done' }>;

export const noTicketClosed: Done = { kind: 'done', effects: [] };

export function closeTicketOf({ move, scene }: Stage, incoming: Incoming, world: World): TicketClosed {
  const { found } = world;
  const sameFault = sameFaultOf(scene, world);
  // Who has gone on alone after handing over is elsewhere in the case, which no longer tells of the ticket.
  const isElsewhere = move.kind !== 'handed-over';
  if (isElsewhere && found?.sameFault?.of.caseId !== sameFault.caseId) return { kind: 'needs', needs: { sameFault } };
  const number = isElsewhere ? found?.sameFault?.own?.number : move.ticket;
  if (number === undefined) return noTicketClosed;
  const known = foundTicket(found, number);
  if (known === undefined) return { kind: 'needs', needs: { ticket: number } };
  const { ticket } = known;
  if (ticket === undefined || stateOf(ticket) === 'closed') return noTicketClosed;
  const acted = act({ ...known, ticket }, { kind: 'closed' }, roleIn(ticket, followerOf(incoming)), incoming, world);
  return acted.kind === 'refused' ? noTicketClosed : { kind: 'done', effects: effectsFrom(acted), number };
}

/** What is said besides. */
export function withClosed({ number }: Done, notice: Notice | undefined, { words }: World): Notice | undefined {
  if (number === undefined) return notice;
  const texts = [...(notice === undefined ? [] : [notice.text]), words.ticket.done.closedWithCase(number)];
  return { text: texts.join('. '), tone: 'quiet', moved: true };
}
