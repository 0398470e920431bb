// What has to be looked up before a moment can be shown, or acted on.

import type { Dialog } from '../case/dialog.js';
import { foundTicket, type Lookup, type SameFault } from '../look-up.js';
import { fingerprintOf } from '../ticket/fingerprint.js';
import type { Scene } from '../views/scene.js';
import { type Stage, stageOf } from './stage.js';
import type { World } from './world.js';

/** Who had the same fault longer ago than this had another one, as far as anybody can tell. */
const sameFaultForMs = 7 * 24 * 60 * 60 * 1000;

/** @returns undefined when everything is known. */
export function neededFor(dialog: Dialog, world: World): Lookup | undefined {
  const concerns = dialog.case?.told.some(({ kind }) => kind === 'asked-helpdesk' || kind === 'handed-over');
  const stage = concerns === true ? stageOf(dialog, world) : undefined;
  return stage === undefined ? undefined : neededAt(stage, world);
}

function neededAt({ move, scene }: Stage, world: World): Lookup | undefined {
  if (move.kind === 'hand-over') {
    const sameFault = sameFaultOf(scene, world);
    const of = world.found?.sameFault?.of;
    const isKnown = of?.caseId === sameFault.caseId && of.fingerprint === sameFault.fingerprint;
    return isKnown ? undefined : { sameFault };
  }
  if (move.kind !== 'handed-over' || move.ticket === undefined) return undefined;
  return foundTicket(world.found, move.ticket) === undefined ? { ticket: move.ticket } : undefined;
}

/** What the tickets of the case, and of others with its fault, are found by. */
export function sameFaultOf({ kase, standing, now }: Scene, { tenant = '' }: World): SameFault {
  return {
    fingerprint: fingerprintOf(kase, standing, tenant),
    caseId: kase.id,
    since: new Date(now.getTime() - sameFaultForMs).toISOString(),
  };
}
