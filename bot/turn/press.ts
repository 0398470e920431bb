// A pressed button.

import { z } from 'zod';
import type { Incoming } from '../bot.js';
import type { Dialog } from '../case/dialog.js';
import { resume } from './list-cases.js';
import { perform } from './perform.js';
import { stageOf } from './stage.js';
import { again, show, type Turn, type World, welcome } from './turn.js';

const pressed = z.object({
  action: z.object({
    caseId: z.string(),
    revision: z.int(),
    verb: z.string(),
    value: z.string().exactOptional(),
  }),
});

export function press(dialog: Dialog, data: unknown, incoming: Incoming, world: World): Turn {
  const { notices } = world.words;
  const stage = stageOf(dialog, world);
  const read = pressed.safeParse(data);
  if (read.success && read.data.action.verb === 'resume') {
    const { caseId, revision } = read.data.action;
    return resume(dialog, caseId, revision, world);
  }
  if (stage === undefined) return show(dialog, welcome(world, notices.staleNoCase));
  const { kase } = stage.scene;
  if (!read.success) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  const { action } = read.data;
  if (action.caseId !== kase.id) return again(dialog, stage, { text: notices.foreign, tone: 'quiet' });
  if (action.revision !== kase.revision) return again(dialog, stage, { text: notices.stale, tone: 'quiet' });
  const option = stage.options.find(({ verb, value }) => verb === action.verb && value === action.value);
  if (option === undefined) return again(dialog, stage, { text: notices.notNow, tone: 'quiet' });
  return perform(dialog, stage, option, incoming, world);
}
