// Where a conversation stands: its case, what that shows, and everything that can be done then.

import { fitsCard } from '../cards/adaptive-card.js';
import type { Case, Dialog } from '../case/dialog.js';
import { withLabelsOf } from '../case/redactor-of-case.js';
import type { Standing } from '../case/standing.js';
import { foundTicket } from '../look-up.js';
import { type Move, nextMove } from '../next-move.js';
import { optionsOnShow, pageOf } from '../options/on-show.js';
import type { Option } from '../options/option.js';
import { optionsOf } from '../options/options-of.js';
import { issueTitle } from '../text/issue-title.js';
import { noDestinations } from '../ticket/deliveries-for.js';
import { drawMove } from '../views/draw-move.js';
import type { Scene } from '../views/scene.js';
import type { World } from './world.js';

export interface Stage {
  readonly move: Move;
  readonly scene: Scene;
  /** Choices on show, in order. */
  readonly onShow: readonly Option[];
  /** Everything that can be done, those on show included. */
  readonly options: readonly Option[];
}

/** After so many messages in a row that make no sense, the helpdesk is offered. */
export const patience = 3;

export function isLost({ misunderstood: times }: Dialog): boolean {
  return times >= patience;
}

/** @returns undefined without a case. */
export function stageOf(dialog: Dialog, world: StageWorld): Stage | undefined {
  const { pending } = dialog;
  if (dialog.case === undefined) return undefined;
  const kase = besideItsTicket(dialog.case, world);
  const { knowledge, words } = world;
  const next = nextMove(kase, knowledge, words.derivedChecks);
  const other = pending?.issues[0]?.ref;
  const entry = other === undefined ? undefined : knowledge.find(other);
  const move: Move =
    pending === undefined
      ? withFound(next.move, world)
      : { kind: 'another', title: entry === undefined ? '' : issueTitle(entry) };
  const stage = stageAt(move, sceneOf(kase, next.standing, world), isLost(dialog));
  if (move.kind !== 'hand-over' || fitsCard(drawMove(move, stage.scene, stage.onShow), noticeBytes)) return stage;
  return stageAt({ ...move, isLong: true }, stage.scene, isLost(dialog));
}

/** A word about what has just happened stands above the form. */
const noticeBytes = 1_000;

function stageAt(move: Move, scene: Scene, isLost: boolean): Stage {
  const { kase, standing, words } = scene;
  const options = optionsOf(move, kase, standing, words);
  const onShow = optionsOnShow(options, pageOf(kase), words, isLost);
  return { move, scene, onShow, options: [...options, ...onShow.filter((option) => !options.includes(option))] };
}

/** The case with the labels of its ticket, where that was looked up. */
function besideItsTicket(kase: Case, { found }: StageWorld): Case {
  const { tickets = [], sameFault } = found ?? {};
  const own = [sameFault?.own, ...tickets.map(({ ticket }) => ticket)].findLast((it) => it?.caseId === kase.id);
  return own?.masks === undefined ? kase : withLabelsOf(own.masks, kase);
}

type StageWorld = Pick<World, 'knowledge' | 'words' | 'now' | 'version' | 'found' | 'destinations'>;

export function sceneOf(
  kase: Case,
  standing: Standing,
  { words, now, version, destinations = noDestinations }: StageWorld,
): Scene {
  return { kase, standing, words, now, version, destinations };
}

/** The move with what was looked up for it. */
function withFound(move: Move, { found }: StageWorld): Move {
  switch (move.kind) {
    case 'hand-over':
      return found?.sameFault === undefined ? move : { ...move, same: found.sameFault };
    case 'handed-over': {
      const ticket = move.ticket === undefined ? undefined : foundTicket(found, move.ticket);
      return ticket === undefined ? move : { ...move, found: ticket };
    }
    default:
      return move;
  }
}
