// A choice is carried out, however it was made.

import type { Incoming } from '../bot.js';
import type { Dialog, Told } from '../case/dialog.js';
import { withoutLast, withTold } from '../case/tell-case.js';
import type { Does, Option } from '../options/option.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { drawWhatIsSent } from '../views/hand-over.js';
import type { Notice } from '../views/notice.js';
import { closeTicketOf, withClosed } from './close-ticket.js';
import { addedFrom } from './fresh-lines.js';
import { comment, joinTicket, preceded, send } from './hand-over.js';
import { effectsOf, opened, takenBack } from './outcomes.js';
import { park } from './parked-cases.js';
import type { Stage } from './stage.js';
import { tellFresh } from './take-in.js';
import { type Inputs, show, showCase, type Turn, welcome } from './turn.js';
import type { World } from './world.js';

export function perform(
  dialog: Dialog,
  stage: Stage,
  { label, does }: Pick<Option, 'label' | 'does'>,
  incoming: Incoming,
  world: World,
  inputs: Inputs = {},
): Turn {
  const calm = { ...dialog, misunderstood: 0 };
  const { kase } = stage.scene;
  const notice = whoSaid(label, does, incoming, world);
  switch (does.kind) {
    case 'restart':
      return show(park(calm), welcome(world, world.words.notices.restarted));
    case 'switch': {
      const { pending } = dialog;
      if (pending === undefined) return showCase(calm, world);
      const taken = { ...pending, revision: pending.revision + 1 };
      const next = { ...park(calm), cases: dialog.cases + 1, case: taken };
      return preceded([opened(pending)], showCase(next, world, notice));
    }
    case 'join': {
      const { pending, ...rest } = calm;
      return pending === undefined
        ? showCase(calm, world)
        : tellFresh(rest, stage, addedFrom(pending, stage.scene, world.redaction), incoming, world);
    }
    case 'stay': {
      const { pending: _, ...rest } = calm;
      return showCase({ ...rest, case: { ...kase, revision: kase.revision + 1 } }, world, notice);
    }
    case 'back':
      return preceded(takenBack(stage.scene), showCase({ ...calm, case: withoutLast(kase) }, world, notice));
    case 'tell': {
      const told = withContact(does.told, incoming);
      if (told.kind === 'fixed') return end(calm, told, stage, notice, incoming, world);
      const next = withTold(kase, told, { user: incoming.user, ...world });
      return preceded(effectsOf(told, stage.scene), showCase({ ...calm, case: next }, world, notice));
    }
    case 'preview':
      return { dialog: calm, effects: drawWhatIsSent(stage.scene).map((view) => ({ kind: 'show', view })) };
    case 'send':
      return send(calm, stage, inputs, incoming, world);
    case 'join-ticket':
      return joinTicket(calm, stage, does.ticket, incoming, world);
    case 'comment':
    case 'reopen':
      return comment(calm, stage, does, inputs, incoming, world);
    default:
      return does satisfies never;
  }
}

function end(
  dialog: Dialog,
  told: Told<'fixed'>,
  stage: Stage,
  notice: Notice | undefined,
  incoming: Incoming,
  world: World,
): Turn {
  const closed = closeTicketOf(stage, incoming, world);
  if (closed.kind === 'needs') return { dialog, effects: [], needs: closed.needs };
  const next = withTold(stage.scene.kase, told, { user: incoming.user, ...world });
  const turn = showCase({ ...dialog, case: next }, world, withClosed(closed, notice, world));
  return preceded([...closed.effects, ...effectsOf(told, stage.scene)], turn);
}

/** Whoever hands over can most likely be reached where they are. */
function withContact(told: Told, { name }: Incoming): Told {
  return told.kind === 'asked-helpdesk' && name !== undefined ? { ...told, contact: name } : told;
}

// Where others read along, they see who moved the case.
function whoSaid(label: string, does: Does, { shared, name }: Incoming, { words }: World): Notice | undefined {
  if (shared === undefined || name === undefined) return undefined;
  const answers = does.kind === 'tell' && ['answered', 'gave'].includes(does.told.kind);
  const said = answers ? words.notices.answered : words.notices.chose;
  return { text: said(escapeMarkdown(name), escapeMarkdown(label)), tone: 'quiet', moved: true };
}
