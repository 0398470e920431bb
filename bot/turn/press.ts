// A pressed button.

import { z } from 'zod';
import type { Incoming } from '../bot.js';
import { actionSchema, type Dialog } from '../case/dialog.js';
import type { Action } from '../view.js';
import { pressForget } from './forget.js';
import { resume } from './list-cases.js';
import { perform } from './perform.js';
import { stageOf } from './stage.js';
import { pressTicket } from './ticket-turn.js';
import { again, type Inputs, show, type Turn, welcome } from './turn.js';
import type { World } from './world.js';

const pressed = z.looseObject({ action: actionSchema });

export function press(dialog: Dialog, data: unknown, incoming: Incoming, world: World): Turn {
  const read = pressed.safeParse(data);
  if (!read.success) {
    const stage = stageOf(dialog, world);
    if (stage === undefined) return show(dialog, welcome(world, world.words.notices.staleNoCase));
    return again(dialog, stage, { text: world.words.notices.notNow, tone: 'quiet' });
  }
  const { action, ...inputs } = read.data;
  return pressAction(dialog, action, textsIn(inputs), incoming, world);
}

/** Does what a button says, whether it was pressed or named. */
export function pressAction(dialog: Dialog, action: Action, inputs: Inputs, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  if ('ticket' in action) return pressTicket(dialog, action, inputs, incoming, world);
  if (action.verb === 'resume') return resume(dialog, action.caseId, action.revision, world);
  const forgetting = pressForget(dialog, action, incoming, world);
  if (forgetting !== undefined) return forgetting;
  const stage = stageOf(dialog, world);
  if (stage === undefined) return show(dialog, welcome(world, notices.staleNoCase));
  const { kase } = stage.scene;
  if (action.caseId !== kase.id) return again(dialog, stage, { text: notices.foreign, tone: 'quiet' });
  if (action.revision !== kase.revision) return again(dialog, stage, { text: notices.stale, tone: 'quiet' });
  const option = stage.options.find(({ verb, value }) => verb === action.verb && value === action.value);
  if (option === undefined) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  return perform(dialog, stage, option, incoming, world, inputs);
}

/** Of one input; a form of ours has no more. */
const longestInput = 10_000;
const mostInputs = 10;

function textsIn(inputs: Readonly<Record<string, unknown>>): Inputs {
  const texts = Object.entries(inputs).flatMap(([id, value]): [string, string][] =>
    typeof value === 'string' ? [[id, value.slice(0, longestInput)]] : [],
  );
  return Object.fromEntries(texts.slice(0, mostInputs));
}
