// More lines in the middle of a case.

import type { Diagnosis } from '../../knowledge/index.js';
import type { Incoming } from '../bot.js';
import type { Dialog } from '../case/dialog.js';
import { masksOf, withMasks } from '../case/redactor-of-case.js';
import { withTold } from '../case/tell-case.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { issueTitle } from '../text/issue-title.js';
import type { Notice } from '../views/notice.js';
import type { Scene } from '../views/scene.js';
import { closeTicketOf, noTicketClosed, withClosed } from './close-ticket.js';
import type { FreshLines } from './fresh-lines.js';
import { newCase, open } from './open.js';
import { effectsOf } from './outcomes.js';
import { type Stage, stageOf } from './stage.js';
import { type Message, showCase, type Turn } from './turn.js';
import type { World } from './world.js';

interface Moment {
  readonly dialog: Dialog;
  readonly stage: Stage;
  readonly message: Message;
  readonly diagnosis: Diagnosis;
  readonly incoming: Incoming;
  readonly world: World;
}

export function takeIn(fresh: FreshLines, moment: Moment): Turn {
  const { dialog, stage, message, diagnosis, incoming, world } = moment;
  const { notices } = world.words;
  const calm = { ...dialog, misunderstood: 0 };
  const quietly = (text: string): Turn => showCase(calm, world, { text, tone: 'quiet' });
  switch (fresh.kind) {
    case 'told':
      return tellFresh(calm, stage, fresh, incoming, world);
    case 'another': {
      // Nobody has done anything for the case yet: there is nothing to choose between.
      if (stage.scene.kase.told.length === 0) return open(dialog, stage, message, diagnosis, incoming, world);
      // Both may turn out to be one.
      const pending = newCase(dialog, message, diagnosis, incoming, world, masksOf(stage.scene.kase));
      const revision = stage.scene.kase.revision + 1;
      return showCase({ ...calm, case: { ...stage.scene.kase, revision }, pending: { ...pending, revision } }, world);
    }
    case 'still-there':
      return quietly(notices.stillThere(fresh.line));
    case 'not-seen':
      return quietly(notices.notSeen(fresh.count));
    case 'old':
      return quietly(notices.oldLines);
    case 'silent':
      return quietly([notices.silentLines, ...meanings(diagnosis, world)].join(' '));
    default:
      return fresh satisfies never;
  }
}

/** A code has a meaning even where nothing is known about it. */
function meanings({ codes }: Diagnosis, { words }: World): string[] {
  const known = codes.filter(({ names }) => names.length > 0).slice(0, mostExplained);
  return known.map(({ text, names: [name = ''] }) =>
    words.notices.codeMeans(escapeMarkdown(text), escapeMarkdown(name)),
  );
}

const mostExplained = 3;

/** Tells the case what fresh lines say, and the person what has changed by it. */
export function tellFresh(
  dialog: Dialog,
  stage: Stage,
  { told, issues, masks }: Extract<FreshLines, { kind: 'told' }>,
  incoming: Incoming,
  world: World,
): Turn {
  const { scene } = stage;
  const isGone = told.kind === 'verified' && told.outcome === 'gone';
  const closed = isGone ? closeTicketOf(stage, incoming, world) : noTicketClosed;
  if (closed.kind === 'needs') return { dialog, effects: [], needs: closed.needs };
  const moved = withTold(scene.kase, told, { user: incoming.user, ...world }, issues);
  const next: Dialog = { ...dialog, case: withMasks(moved, masks) };
  const changed = told.kind === 'added' ? whatChanged(scene, stageOf(next, world), world) : undefined;
  const turn = showCase(next, world, withClosed(closed, changed, world));
  return { ...turn, effects: [...closed.effects, ...effectsOf(told, scene), ...turn.effects] };
}

function whatChanged(before: Scene, after: Stage | undefined, { words }: World): Notice {
  const titleOf = ({ standing }: Scene): string | undefined => {
    const best = standing.focus ?? standing.open[0];
    const entry = best === undefined ? undefined : standing.entries[best];
    return entry && issueTitle(entry);
  };
  const [was, is] = [titleOf(before), after === undefined ? undefined : titleOf(after.scene)];
  const title = escapeMarkdown(is ?? '');
  const text = is === undefined ? words.notices.silentLines : words.notices.pointsTo(title, was === is);
  return { text, tone: 'quiet', moved: true };
}
