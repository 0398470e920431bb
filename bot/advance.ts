// The conversation's one decision: what a message or a press changes, and what is shown then.

import { createHash } from 'node:crypto';
import type { Incoming } from './bot.js';
import type { Dialog } from './case/dialog.js';
import { fitDialog } from './case/fit-dialog.js';
import { withDropped } from './turn/dropped-cases.js';
import { greet, hear } from './turn/hear.js';
import { neededFor } from './turn/needs.js';
import { press } from './turn/press.js';
import { stageOf } from './turn/stage.js';
import type { Turn } from './turn/turn.js';
import type { World } from './turn/world.js';
import { inCompany } from './words/in-company.js';

/** So many deliveries are remembered; channels repeat one within seconds. */
const rememberedDeliveries = 24;

/**
 * Decides the next move. Never throws; a delivery that was handled before changes nothing and shows nothing. A turn that
 * `needs` something is a guess: look that up, and decide again from the same dialog.
 *
 * @returns The dialog to keep, at most 16 KB of JSON, and what to do.
 */
export function advance(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const delivery = incoming.delivery === undefined ? undefined : fingerprint(incoming.delivery);
  if (delivery !== undefined && dialog.deliveries.includes(delivery)) return { dialog, effects: [] };
  const deliveries = delivery === undefined ? dialog.deliveries : [delivery, ...dialog.deliveries];
  // A number means a case in the list only as long as that is the last thing on show.
  const { listed, offered, ...rest } = dialog;
  const isMessage = incoming.event.kind === 'message';
  const current: Dialog = {
    ...rest,
    ...(listed !== undefined && isMessage ? { listed } : {}),
    ...(offered !== undefined && isMessage ? { offered } : {}),
    deliveries: deliveries.slice(0, rememberedDeliveries),
  };
  const words = incoming.shared === undefined ? world.words : inCompany(world.words);
  const here = { ...world, words, tenant: incoming.tenant ?? '' };
  const before = neededFor(current, here);
  if (before !== undefined) return { dialog, effects: [], needs: before };
  const turn = answer(current, incoming, here);
  if (turn.needs !== undefined) return turn;
  const after = withoutOldWords(turn.dialog, current);
  const needs = neededFor(turn.dialog, afterwards(here, turn));
  if (needs !== undefined) return { ...turn, needs };
  return withDropped(current, { ...turn, dialog: fitDialog(after) }, here);
}

/** What was shown to be sent is sent next, or not at all. */
function withoutOldWords(dialog: Dialog, before: Dialog): Dialog {
  if (dialog.written === undefined || dialog.written !== before.written) return dialog;
  const { written: _, ...rest } = dialog;
  return rest;
}

/** What the turn has written need not be looked up. */
function afterwards(world: World, { effects }: Turn): World {
  const written = effects.flatMap((effect) => (effect.kind === 'ticket' ? [effect.ticket] : []));
  const tickets = written.map((ticket) => ({ number: ticket.number, ticket, deliveries: [] }));
  return { ...world, found: { ...world.found, tickets: [...(world.found?.tickets ?? []), ...tickets] } };
}

function answer(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const { event } = incoming;
  switch (event.kind) {
    case 'joined':
      return greet(dialog, stageOf(dialog, world), world);
    case 'press':
      return press(dialog, event.data, incoming, world);
    case 'message':
      return hear(dialog, event, incoming, world);
    default:
      return event satisfies never;
  }
}

function fingerprint(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 16);
}
