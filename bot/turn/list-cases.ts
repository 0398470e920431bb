// The cases of a person, and one of them taken up again.

import type { Incoming } from '../bot.js';
import type { Case, Dialog } from '../case/dialog.js';
import { personId } from '../case/open-case.js';
import { nextMove } from '../next-move.js';
import type { CaseAction, View } from '../view.js';
import { drawCases } from '../views/cases.js';
import type { Scene } from '../views/scene.js';
import { takeUp } from './parked-cases.js';
import { sceneOf, stageOf } from './stage.js';
import { show, showCase, type Turn } from './turn.js';
import type { World } from './world.js';

/** Lists the parked cases that the person has had a part in, and the one that is open. */
export function listCases(dialog: Dialog, { user }: Incoming, world: World): Turn {
  const listed = dialog.parked.filter(({ people }) => people.includes(personId(user))).map(({ id }) => id);
  return show({ ...dialog, listed }, casesView(dialog, listed, world));
}

function casesView(dialog: Dialog, listed: readonly string[], world: World): View {
  const parked = dialog.parked.filter(({ id }) => listed.includes(id));
  return drawCases(
    parked.map((kase) => parkedScene(kase, world)),
    stageOf(dialog, world)?.scene,
    world.words,
  );
}

/** What a message means right after the list of cases: one of them, by number or as it is called. */
export function listedCase(dialog: Dialog, text: string, world: World): CaseAction | undefined {
  if (dialog.listed === undefined) return undefined;
  const { choices } = casesView(dialog, dialog.listed, world);
  const said = text.trim();
  const number = listNumber(said);
  const chosen = number === undefined ? choices.find(({ label }) => label === said) : choices[number - 1];
  return chosen !== undefined && 'caseId' in chosen.action ? chosen.action : undefined;
}

/** The place in a list that a message names: `2`, `#2`, `2.`. */
export function listNumber(text: string): number | undefined {
  const [, number] = /^#?(\d{1,2})[.)]?$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
}

export function resume(dialog: Dialog, id: string, revision: number, world: World): Turn {
  const resumed = takeUp(dialog, id, revision);
  if (resumed !== undefined) return showCase(resumed, world, { text: world.words.notices.resumed, tone: 'quiet' });
  return showCase(dialog, world, { text: world.words.notices.stale, tone: 'quiet' });
}

function parkedScene(kase: Case, world: World): Scene {
  return sceneOf(kase, nextMove(kase, world.knowledge, world.words.derivedChecks).standing, world);
}
