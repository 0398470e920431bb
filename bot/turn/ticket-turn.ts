// Something is done to a ticket by its number: from its card, from news of it, or in writing.

import type { Incoming } from '../bot.js';
import type { Dialog } from '../case/dialog.js';
import { type FoundTicket, foundTicket } from '../look-up.js';
import { noDestinations } from '../ticket/deliveries-for.js';
import { draftArticle } from '../ticket/draft-article.js';
import { type Role, roleIn } from '../ticket/move-ticket.js';
import { followerOf } from '../ticket/new-ticket.js';
import { channelFor } from '../ticket/support-channels.js';
import type { Happened, Ticket } from '../ticket/ticket.js';
import { type TicketVerb, verbsFor } from '../ticket/ticket-verbs.js';
import type { TicketAction, View } from '../view.js';
import type { Notice } from '../views/notice.js';
import { drawEverything, drawTicket, drawTicketCard } from '../views/ticket/card.js';
import { fixedId, knownRepairs, wordsId } from '../views/ticket/inputs.js';
import { drawTickets } from '../views/ticket/list.js';
import { drawNotice } from '../views/welcome.js';
import { act, effectsFrom, preceded, refused, showWritten, writtenFor } from './hand-over.js';
import { type Inputs, show, type Turn } from './turn.js';
import type { World } from './world.js';

type Known = FoundTicket & { readonly ticket: Ticket };

/** @param verb As it came back: held against what can be done now. */
export function pressTicket(
  dialog: Dialog,
  { ticket: number, revision, verb }: TicketAction,
  inputs: Inputs,
  incoming: Incoming,
  world: World,
): Turn {
  const found = foundTicket(world.found, number);
  if (found === undefined) return { dialog, effects: [], needs: { ticket: number } };
  const known = knownTo(found, incoming, world);
  const { words } = world;
  if (known === undefined) return show(dialog, aside(words.ticket.unknown(number)));
  const role = roleOf(known.ticket, incoming, world);
  // Colleagues in a channel of the experts see the card, and may press what is not theirs.
  if (role === 'stranger') return show(dialog, aside(words.ticket.experts));
  const able = verbsFor(known.ticket, role).find((it) => it === verb);
  const written = writtenFor(known, inputs[wordsId], dialog, world).text;
  const around = {
    role,
    written,
    ...(known.ticket.revision === revision ? {} : { notice: quiet(words.ticket.stale) }),
  };
  if (verb === 'show') return showTicket(dialog, known, { role }, world);
  if (able === undefined) return showTicket(dialog, known, { ...around, notice: quiet(words.ticket.stale) }, world);
  // Words make sense however the ticket has moved on; a change of its state may not.
  if ((able === 'assign' || able === 'close') && known.ticket.revision !== revision)
    return showTicket(dialog, known, around, world);
  return perform(dialog, known, { verb: able, inputs, role }, incoming, world);
}

/** `ticket 41`, `ticket 41: it is back`. */
export function hearTicket(
  dialog: Dialog,
  { number, text }: { readonly number: number; readonly text: string },
  incoming: Incoming,
  world: World,
): Turn {
  const found = foundTicket(world.found, number);
  if (found === undefined) return { dialog, effects: [], needs: { ticket: number } };
  const known = knownTo(found, incoming, world);
  const role = known === undefined ? 'stranger' : roleOf(known.ticket, incoming, world);
  if (known === undefined || role === 'stranger') return show(dialog, drawNotice(world.words.ticket.unknown(number)));
  if (text.trim() === '') return showTicket(dialog, known, { role }, world);
  const verb = role === 'expert' ? 'tell' : 'say';
  return perform(dialog, known, { verb, inputs: { [wordsId]: text }, role }, incoming, world);
}

/** Those that a person has a part in; in a channel of the experts, those that they take care of. */
export function listTickets(dialog: Dialog, incoming: Incoming, world: World): Turn {
  const { words, found } = world;
  const { support } = incoming;
  if (support !== undefined) {
    if (found?.openTickets === undefined) return { dialog, effects: [], needs: { openTickets: true } };
    const theirs = found.openTickets.filter(
      ({ ticket }) => ticket !== undefined && isExpertIn(ticket, incoming, world),
    );
    return offering(dialog, drawTickets(theirs, words.ticket.openTitle, words.ticket.noneOpen, words));
  }
  const person = followerOf(incoming).person.id;
  if (person === '') return show(dialog, drawTickets([], words.ticket.listTitle, words.ticket.none, words));
  if (found?.ticketsOf === undefined) return { dialog, effects: [], needs: { ticketsOf: person } };
  return offering(dialog, drawTickets(found.ticketsOf, words.ticket.listTitle, words.ticket.none, words));
}

/** What a person is to a ticket, here. */
export function roleOf(ticket: Ticket, incoming: Incoming, world: World): Role {
  return isExpertIn(ticket, incoming, world) ? 'expert' : roleIn(ticket, followerOf(incoming));
}

function isExpertIn({ area }: Ticket, { support }: Incoming, { destinations = noDestinations }: World): boolean {
  const channel = channelFor(area, destinations.channels);
  return channel !== undefined && support?.areas.includes(channel.area) === true;
}

/** Nobody learns of a ticket that is not theirs. */
function knownTo(found: FoundTicket, incoming: Incoming, { tenant = '', ...world }: World): Known | undefined {
  const { ticket } = found;
  if (ticket === undefined || ticket.tenant !== tenant) return undefined;
  const isTheirs = incoming.support !== undefined || roleOf(ticket, incoming, { ...world, tenant }) !== 'stranger';
  return isTheirs ? { ...found, ticket } : undefined;
}

interface Doing {
  readonly verb: TicketVerb;
  readonly inputs: Inputs;
  readonly role: Role;
}

function perform(dialog: Dialog, before: Known, { verb, inputs, role }: Doing, incoming: Incoming, world: World): Turn {
  const { words } = world;
  const { ticket } = before;
  if (verb === 'show') return showTicket(dialog, before, { role }, world);
  if (verb === 'everything') return { dialog, effects: drawEverything(ticket, words).map(shown) };
  if (verb === 'draft') return show(dialog, drawDraft(ticket, world));

  const writing = writtenFor(before, inputs[wordsId], dialog, world);
  const { known, text: written } = writing;
  // Pressed twice, or delivered twice by another way.
  if (written !== '' && isSaidAgain(ticket, verb, written, incoming))
    return showTicket(dialog, before, { role }, world);
  const acted = act(known, happenedOf(verb, ticket, written, inputs, incoming, world), role, incoming, world);
  if (acted.kind === 'refused') {
    return showTicket(dialog, before, { role, written, notice: refused(acted.refusal, world) }, world);
  }
  if (role !== 'expert' && writing.isAltered) return showWritten(dialog, writing, role, world);
  const text =
    role === 'expert' || (verb !== 'say' && verb !== 'close' && verb !== 'reopen') ? '' : words.ticket.done[verb];
  const notice = text === '' ? {} : { notice: quiet(text) };
  const { written: _, ...rest } = dialog;
  return preceded(effectsFrom(acted), showTicket(rest, acted.found, { role, ...notice }, world));
}

function happenedOf(
  verb: Exclude<TicketVerb, 'show' | 'everything' | 'draft'>,
  ticket: Ticket,
  text: string,
  inputs: Inputs,
  incoming: Incoming,
  { words }: World,
): Happened {
  switch (verb) {
    case 'assign':
      return { kind: 'assigned', to: followerOf(incoming).person };
    case 'ask':
      return { kind: 'asked', text };
    case 'tell':
      return { kind: 'told', text };
    case 'say':
      return { kind: 'said', text };
    case 'close':
      return { kind: 'closed' };
    case 'reopen':
      return { kind: 'reopened', text: text === '' ? words.ticket.fixedIsBack : text };
    case 'resolve': {
      const fixed = inputs[fixedId] ?? '';
      const known = /^\d{1,3}$/.test(fixed) ? knownRepairs(ticket.packet)[Number(fixed)] : undefined;
      if (known === undefined) return { kind: 'resolved', text };
      const { title, ...repair } = known;
      return { kind: 'resolved', text: text === '' ? title : text, repair };
    }
    default:
      return verb satisfies never;
  }
}

const spoken: Readonly<Partial<Record<TicketVerb, Happened['kind']>>> = {
  ask: 'asked',
  tell: 'told',
  say: 'said',
  resolve: 'resolved',
  reopen: 'reopened',
};

function isSaidAgain({ history }: Ticket, verb: TicketVerb, text: string, incoming: Incoming): boolean {
  const last = history.at(-1);
  const { id } = followerOf(incoming).person;
  return last !== undefined && 'text' in last && last.kind === spoken[verb] && last.text === text && last.by.id === id;
}

interface Showing {
  readonly role: Role;
  readonly written?: string;
  readonly notice?: Notice;
}

function showTicket(dialog: Dialog, known: Known, { role, ...around }: Showing, { words }: World): Turn {
  if (role !== 'expert') return offering(dialog, drawTicket(known, role, { words, ...around }));
  return show(dialog, { ...drawTicketCard(known, { words, ...around }), manner: 'in-place' });
}

/** The view, whose choices can be made in writing as long as it is the last thing on show. */
function offering(dialog: Dialog, view: View): Turn {
  const offered = view.choices.flatMap(({ label, action }) => ('ticket' in action ? [{ label, action }] : []));
  return show(offered.length === 0 ? dialog : { ...dialog, offered }, view);
}

function drawDraft(ticket: Ticket, { words, draftLink = () => undefined }: World): View {
  const { draft, draftLink: download, draftText, noDraft } = words.ticket.expert;
  const text = draftArticle(ticket, words);
  if (text === undefined) return drawNotice(noDraft);
  const link = draftLink(ticket);
  return {
    summary: draft,
    parts: [
      ...(link === undefined ? [] : [{ kind: 'text', text: download(ticket.number, link) } as const]),
      { kind: 'code', text, caption: `ticket-${ticket.number}.md` },
      { kind: 'text', text: draftText, tone: 'quiet' },
    ],
    choices: [],
  };
}

const shown = (view: View) => ({ kind: 'show', view }) as const;

const quiet = (text: string): Notice => ({ text, tone: 'quiet' });

const aside = (text: string): View => ({ ...drawNotice(text), manner: 'aside' });
