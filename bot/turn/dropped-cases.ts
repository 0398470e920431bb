// Cases that there is no room for any more. Nobody loses one without being told.

import type { Case, Dialog } from '../case/dialog.js';
import { nextMove } from '../next-move.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import type { Part } from '../view.js';
import { titleOf } from '../views/cases.js';
import type { Scene } from '../views/scene.js';
import { issueOf } from './outcomes.js';
import { isWorthKeeping } from './parked-cases.js';
import { sceneOf } from './stage.js';
import type { Effect, Turn } from './turn.js';
import type { World } from './world.js';

/** The turn, and what it means that cases of the dialog before it are no longer kept. */
export function withDropped(before: Dialog, turn: Turn, world: World): Turn {
  const kept = new Set(casesOf(turn.dialog).map(({ id }) => id));
  // Who wants to be forgotten knows what goes.
  const isAsked = turn.effects.some(({ kind }) => kind === 'forget');
  const dropped = isAsked ? [] : casesOf(before).filter(({ id }) => !kept.has(id));
  const left = dropped.map((kase) => sceneOfCase(kase, world)).filter(({ standing }) => standing.ending === undefined);
  if (left.length === 0) return turn;
  const ended = left.map(
    ({ kase, standing }): Effect => ({
      kind: 'ended',
      caseId: kase.id,
      outcome: { kind: 'abandoned', ...issueOf(kase, standing.focus) },
    }),
  );
  const missed = left.filter(({ kase }) => isWorthKeeping(kase));
  return { ...turn, effects: [...ended, ...told(turn.effects, missed, world)] };
}

function casesOf({ case: open, parked }: Dialog): readonly Case[] {
  return [...parked, ...(open === undefined ? [] : [open])];
}

function sceneOfCase(kase: Case, world: World): Scene {
  return sceneOf(kase, nextMove(kase, world.knowledge, world.words.derivedChecks).standing, world);
}

/** At the end of what is shown first. */
function told(effects: readonly Effect[], missed: readonly Scene[], { words }: World): readonly Effect[] {
  const { cases, notices } = words;
  if (missed.length === 0) return effects;
  const titles = missed.map((scene) => escapeMarkdown(titleOf(scene, cases.unknown)));
  const part: Part = { kind: 'text', text: notices.dropped(titles), tone: 'quiet' };
  const first = effects.findIndex(({ kind }) => kind === 'show');
  return effects.map((effect, at) =>
    at === first && effect.kind === 'show'
      ? { ...effect, view: { ...effect.view, parts: [...effect.view.parts, part] } }
      : effect,
  );
}
