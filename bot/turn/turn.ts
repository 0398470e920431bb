// What a turn is made of: what decides it, what it changes, and what is shown.

import type { Diagnosis, IssueRef } from '../../knowledge/index.js';
import type { Incoming } from '../bot.js';
import type { Dialog } from '../case/dialog.js';
import type { Lookup } from '../look-up.js';
import type { Delivery, OutcomeChange } from '../store.js';
import type { Ticket } from '../ticket/ticket.js';
import type { View } from '../view.js';
import { drawMove } from '../views/draw-move.js';
import type { Notice } from '../views/notice.js';
import { drawWelcome } from '../views/welcome.js';
import { isLost, patience, type Stage, stageOf } from './stage.js';
import type { World } from './world.js';

/** What stood in the inputs of a card when a button was pressed, by their ids; empty where nothing was. */
export type Inputs = Readonly<Record<string, string>>;

/** What somebody wrote or pasted. */
export type Message = Extract<Incoming['event'], { kind: 'message' }>;

export interface Turn {
  readonly dialog: Dialog;
  /** To be performed in this order. */
  readonly effects: readonly Effect[];
  /** Nothing is decided yet: this is to be looked up, and the same decided again from the same dialog. */
  readonly needs?: Lookup;
}

export type Effect =
  | { readonly kind: 'show'; readonly view: View }
  | {
      readonly kind: 'opened';
      readonly caseId: string;
      readonly verdict: Diagnosis['verdict'];
      readonly issue?: IssueRef;
    }
  /** A repair was gone through and did not help. */
  | { readonly kind: 'tried'; readonly caseId: string; readonly issue: IssueRef; readonly repair: string }
  | { readonly kind: 'ended'; readonly caseId: string; readonly outcome: Outcome }
  /** `before`: the revision of the ticket that this one takes the place of; undefined for a new one. */
  | {
      readonly kind: 'ticket';
      readonly ticket: Ticket;
      readonly before: number | undefined;
      readonly deliveries: readonly Delivery[];
    }
  /** What fixed a ticket, or did not after all; what a case has told of a repair, and takes back. */
  | { readonly kind: 'learnt'; readonly outcome: Omit<OutcomeChange, 'tenant'> }
  /** What other conversations keep of a person, and their finished tickets, are to be removed. */
  | { readonly kind: 'forget'; readonly person: string; readonly conversations: readonly string[] };

/** How a case ended. */
export type Outcome =
  /** `repair` and `step` (1-based): where it began to work, as far as known. */
  | { readonly kind: 'resolved'; readonly issue?: IssueRef; readonly repair?: string; readonly step?: number }
  | { readonly kind: 'handed-over'; readonly issue?: IssueRef }
  | { readonly kind: 'abandoned'; readonly issue?: IssueRef };

export function show(dialog: Dialog, view: View): Turn {
  return { dialog, effects: [{ kind: 'show', view }] };
}

export function showCase(dialog: Dialog, world: World, notice?: Notice): Turn {
  const stage = stageOf(dialog, world);
  return stage === undefined ? show(dialog, welcome(world)) : again(dialog, stage, notice);
}

export function again(dialog: Dialog, { move, scene, onShow }: Stage, notice?: Notice): Turn {
  return show(dialog, drawMove(move, scene, onShow, notice));
}

export function welcome({ words, knowledge }: World, notice?: string): View {
  return drawWelcome(words, knowledge.issueCount, notice);
}

/** @param why Another reason than that it could not be understood. */
export function misunderstood(dialog: Dialog, world: World, why = world.words.notices.misunderstood): Turn {
  const puzzled = { ...dialog, misunderstood: Math.min(dialog.misunderstood + 1, patience) };
  const text = isLost(puzzled) ? world.words.notices.lost : why;
  return showCase(puzzled, world, { text, tone: 'warning' });
}
