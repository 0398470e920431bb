// Who may do what to a ticket, and what it is then.

import {
  type Follower,
  type Happened,
  isOpen,
  ownerOf,
  type Person,
  stateOf,
  type Ticket,
  type TicketEvent,
} from './ticket.js';

/** What somebody is to a ticket. `expert`: of the team that takes care of it, or of a helpdesk. */
export type Role = 'requester' | 'follower' | 'expert' | 'stranger';

export interface Deed {
  readonly by: Person;
  readonly role: Role;
  readonly at: Date;
  /** The helpdesk that reported it, and its own id for that. */
  readonly via?: string;
  readonly remoteId?: string;
}

/** Why nothing has happened. */
export type Refusal =
  /** They may not do that. */
  | 'not-yours'
  /** It is resolved or closed, and would have to be reopened first. */
  | 'finished'
  /** It is open already. */
  | 'still-open'
  /** It belongs to them already. */
  | 'already-yours'
  /** They wait for it already, there. */
  | 'already-waiting'
  /** There is nothing to say. */
  | 'empty'
  /** So much has happened to it that it can only be resolved, reopened or closed. */
  | 'full';

export type Moved =
  | { readonly kind: 'moved'; readonly ticket: Ticket }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** More is no conversation any more. */
const mostEvents = 200;

/**
 * The ticket after something was done to it: one event longer and a revision on, or two where an expert who asks or
 * resolves takes it with that.
 */
export function moveTicket(ticket: Ticket, happened: Happened, deed: Deed): Moved {
  const refusal = refusalOf(ticket, happened, deed);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const takes = deed.role === 'expert' && ownerOf(ticket) === undefined && deed.by.id !== '';
  const assigned: readonly Happened[] =
    takes && (happened.kind === 'asked' || happened.kind === 'resolved') ? [{ kind: 'assigned', to: deed.by }] : [];
  const events = [...assigned, happened].map(
    (it): TicketEvent => ({
      ...it,
      at: deed.at.toISOString(),
      by: deed.by,
      ...(deed.via === undefined ? {} : { via: deed.via }),
      ...(deed.remoteId === undefined ? {} : { remoteId: deed.remoteId }),
    }),
  );
  return {
    kind: 'moved',
    ticket: { ...ticket, revision: ticket.revision + events.length, history: [...ticket.history, ...events] },
  };
}

/**
 * What somebody is to a ticket, where nobody says that they are an expert. Colleagues in the conversation that waits for
 * it, a group chat, have the case in common: they may say what its followers may.
 */
export function roleIn(ticket: Ticket, { person, conversation }: Follower): Role {
  if (person.id !== '' && ticket.requester.person.id === person.id) return 'requester';
  const isThere = waitingFor(ticket).some((it) => it.conversation === conversation);
  return isThere || isWaiting(ticket, person) ? 'follower' : 'stranger';
}

/** Whether a person is told of what happens to it. */
function isWaiting(ticket: Ticket, { id }: Person): boolean {
  return id !== '' && waitingFor(ticket).some(({ person }) => person.id === id);
}

/** Who waits in one conversation hears nothing in another: there, they may join as well. */
function isWaitingThere(ticket: Ticket, { person, conversation }: Follower): boolean {
  return waitingFor(ticket).some((it) => it.conversation === conversation && it.person.id === person.id);
}

/** The requester and whoever has joined, once for each conversation. */
export function waitingFor({ requester, history }: Pick<Ticket, 'requester' | 'history'>): readonly Follower[] {
  return [requester, ...history.flatMap((it) => (it.kind === 'joined' ? [it.follower] : []))].filter(
    ({ conversation }) => conversation !== '',
  );
}

function refusalOf(ticket: Ticket, happened: Happened, { by, role }: Deed): Refusal | undefined {
  if (!mayDo(happened, role)) return 'not-yours';
  if ('text' in happened && happened.text.trim() === '') return 'empty';
  const open = isOpen(ticket);
  const full = ticket.history.length >= mostEvents;
  switch (happened.kind) {
    case 'opened':
      return 'not-yours';
    case 'joined':
      if (!open) return 'finished';
      return isWaitingThere(ticket, happened.follower) ? 'already-waiting' : fullOr(full);
    case 'assigned':
      if (!open) return 'finished';
      return ownerOf(ticket)?.id === happened.to.id && by.id !== '' ? 'already-yours' : fullOr(full);
    case 'asked':
      return open ? fullOr(full) : 'finished';
    case 'said':
    case 'told':
      return stateOf(ticket) === 'closed' ? 'finished' : fullOr(full);
    case 'resolved':
      return open ? undefined : 'finished';
    case 'reopened':
      return open ? 'still-open' : undefined;
    case 'closed':
      return stateOf(ticket) === 'closed' ? 'finished' : undefined;
    default:
      return happened satisfies never;
  }
}

const fullOr = (full: boolean): Refusal | undefined => (full ? 'full' : undefined);

function mayDo({ kind }: Happened, role: Role): boolean {
  switch (kind) {
    case 'opened':
      return false;
    case 'joined':
      return role !== 'expert';
    case 'said':
      return role === 'requester' || role === 'follower';
    case 'closed':
      return role === 'requester';
    case 'reopened':
      return role !== 'stranger';
    case 'assigned':
    case 'asked':
    case 'told':
    case 'resolved':
      return role === 'expert';
    default:
      return kind satisfies never;
  }
}
