// Where a conversation stands: its case, what that shows, and everything that can be done then.

import type { Dialog } from '../case/dialog.js';
import { type Move, nextMove } from '../next-move.js';
import { type Option, optionsOf, optionsOnShow, pageOf } from '../options.js';
import type { Scene } from '../views/scene.js';
import type { World } from './turn.js';

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
export function stageOf(
  dialog: Dialog,
  { knowledge, words, now, version }: Pick<World, 'knowledge' | 'words' | 'now' | 'version'>,
): Stage | undefined {
  const { case: kase, pending } = dialog;
  if (kase === undefined) return undefined;
  const next = nextMove(kase, knowledge, words.derivedChecks);
  const other = pending?.issues[0]?.ref;
  const title = other === undefined ? undefined : knowledge.find(other)?.issue.title;
  const move: Move = pending === undefined ? next.move : { kind: 'another', title: title ?? '' };
  const options = optionsOf(move, kase, next.standing, words);
  const onShow = optionsOnShow(options, pageOf(kase), words, isLost(dialog));
  return {
    move,
    scene: { kase, standing: next.standing, words, now, version },
    onShow,
    options: [...options, ...onShow.filter((option) => !options.includes(option))],
  };
}
