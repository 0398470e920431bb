// Several conversations at once: two organisations, people who take part in more than one, and one desk of tickets.

import type { Incoming } from '../../../bot/bot.js';
import { type Dialog, emptyDialog } from '../../../bot/case/dialog.js';
import { outcomeOf } from '../../../bot/turn/outcomes.js';
import type { Turn } from '../../../bot/turn/turn.js';
import type { World } from '../../../bot/turn/world.js';
import type { View } from '../../../bot/view.js';
import { en } from '../../../bot/words/en.js';
import type { Knowledge } from '../../../knowledge/index.js';
import { now } from '../conversation.js';
import { type Desk, decideOn, newDesk } from '../desk.js';

/** A personal chat, a thread of a channel, and somebody of another organisation. */
export const places = ['personal', 'thread', 'abroad'] as const;
export type Place = (typeof places)[number];

/** A conversation as it is kept, and what has been seen and sent in it, oldest first. */
export interface Talk {
  readonly dialog: Dialog;
  readonly shown: readonly View[];
  readonly sent: readonly Incoming[];
}

export interface Town {
  readonly knowledge: Knowledge;
  readonly talks: Readonly<Record<Place, Talk>>;
  readonly desk: Desk;
  /** In how many cases a repair has helped, or has not, by organisation. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly now: Date;
}

export function newTown(knowledge: Knowledge): Town {
  const talk: Talk = { dialog: emptyDialog, shown: [], sent: [] };
  return {
    knowledge,
    talks: { personal: talk, thread: talk, abroad: talk },
    desk: newDesk(),
    outcomes: new Map(),
    now,
  };
}

/** What every event of a conversation has in common. */
export function incomingAt(place: Place, user: string, event: Incoming['event']): Incoming {
  const tenant = place === 'abroad' ? 'fabrikam' : 'contoso';
  const company = place === 'thread' ? { shared: true as const, name: `${user.slice(0, 20)} [a](b)` } : {};
  return { conversation: place, tenant, user, ...company, event };
}

/** A turn, and the town after it. */
export interface Happened {
  readonly turn: Turn;
  readonly views: readonly View[];
  readonly town: Town;
}

export function happen(town: Town, place: Place, incoming: Incoming): Happened {
  const talk = town.talks[place];
  const { turn, desk } = decideOn(town.desk, talk.dialog, incoming, worldOf(town));
  const views = turn.effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));
  const after: Talk = {
    dialog: turn.dialog,
    shown: [...talk.shown, ...views],
    sent: [...talk.sent, incoming],
  };
  const outcomes = counted(town.outcomes, turn, incoming.tenant ?? '');
  return { turn, views, town: { ...town, desk, outcomes, talks: { ...town.talks, [place]: after } } };
}

function counted(before: Town['outcomes'], { effects }: Turn, tenant: string): Town['outcomes'] {
  const changes = effects.flatMap((effect) => outcomeOf(effect, tenant) ?? []);
  if (changes.length === 0) return before;
  const outcomes = new Map(before);
  for (const { count, ...outcome } of changes) {
    const key = JSON.stringify(outcome);
    outcomes.set(key, (outcomes.get(key) ?? 0) + count);
  }
  return outcomes;
}

function worldOf({ knowledge, now: time }: Town): World {
  return {
    knowledge,
    now: time,
    words: en,
    version: '1.0.0',
    redaction: { key: 'test' },
    destinations: { helpdesks: ['mail'], channels: [{ area: '*', conversation: 'desk' }] },
  };
}
