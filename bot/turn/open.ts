// A paste that begins a case.

import type { Diagnosis } from '../../knowledge/index.js';
import type { Incoming } from '../bot.js';
import type { Case, Dialog } from '../case/dialog.js';
import { noExperience, openCase } from '../case/open-case.js';
import type { Move } from '../next-move.js';
import type { Masks } from '../text/redact/masks.js';
import type { Notice } from '../views/notice.js';
import { opened } from './outcomes.js';
import { park } from './parked-cases.js';
import type { Stage } from './stage.js';
import { type Message, showCase, type Turn } from './turn.js';
import type { World } from './world.js';

export function open(
  dialog: Dialog,
  before: Stage | undefined,
  message: Message,
  diagnosis: Diagnosis,
  incoming: Incoming,
  world: World,
): Turn {
  const { notices } = world.words;
  const kase = newCase(dialog, message, diagnosis, incoming, world);
  // Where nothing was known, there is nothing that somebody might miss.
  const interrupts = before !== undefined && !isOver(before.move);
  const sentences = [
    ...(interrupts ? [notices.newCase] : []),
    ...(message.incomplete === true ? [notices.incomplete] : []),
  ];
  const notice: Notice | undefined = sentences.length === 0 ? undefined : { text: sentences.join(' '), tone: 'quiet' };
  const turn = showCase({ ...park(dialog), cases: dialog.cases + 1, misunderstood: 0, case: kase }, world, notice);
  return { ...turn, effects: [opened(kase), ...turn.effects] };
}

/** @param masks Of a case that is open beside it. */
export function newCase(
  dialog: Dialog,
  { text }: Message,
  diagnosis: Diagnosis,
  incoming: Incoming,
  { knowledge, now, redaction, words, experience = noExperience }: World,
  masks?: Masks,
): Case {
  const seed = `${incoming.conversation}\n${dialog.cases + 1}`;
  const { user } = incoming;
  return openCase({
    paste: text,
    diagnosis,
    knowledge,
    experience,
    user,
    now,
    seed,
    redaction,
    words: words.derivedChecks,
    ...(masks === undefined ? {} : { masks }),
  });
}

/** Nothing of the case is left that more lines could be about. */
export function isOver({ kind }: Move): boolean {
  return kind === 'closed' || kind === 'unknown' || kind === 'handed-over';
}
