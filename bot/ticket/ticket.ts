// A case handed over: who asked, what is known, and in order what has happened to it since. Where a ticket stands is
// worked out from its history, as a case is from what was told.

import { z } from 'zod';
import type { DeepReadonly } from '../deep-readonly.js';
import { masksSchema } from '../text/redact/masks.js';
import { evidencePacketSchema } from './evidence-packet.js';

/** How bad it is, in order. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;

const person = z.object({
  /** Stable id within the tenant; empty for somebody known by name only. */
  id: z.string(),
  name: z.string().exactOptional(),
});

/** Somebody waiting for the ticket, and the conversation in which they are told; empty where nobody is any more. */
const follower = z.object({ person, conversation: z.string() });

const repairRef = z.object({ article: z.string(), issue: z.string(), repair: z.string() });

/** `text` is masked, and never empty. */
const happened = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  /** Somebody else with the same fault waits for it too. */
  z.object({ kind: z.literal('joined'), follower }),
  z.object({ kind: z.literal('assigned'), to: person }),
  /** The requester is asked, and the ticket waits for the answer. */
  z.object({ kind: z.literal('asked'), text: z.string() }),
  /** Said by the requester or a follower. */
  z.object({ kind: z.literal('said'), text: z.string() }),
  /** Said by an expert, with nothing to answer. */
  z.object({ kind: z.literal('told'), text: z.string() }),
  /** `text`: what fixed it; `repair`: the known one that did, where it was one. */
  z.object({ kind: z.literal('resolved'), text: z.string(), repair: repairRef.exactOptional() }),
  z.object({ kind: z.literal('reopened'), text: z.string() }),
  z.object({ kind: z.literal('closed') }),
]);

/**
 * `at`: ISO time. `by`: who did it. `via`: the helpdesk that reported it, where somebody did it there; such an event is
 * not sent back to that helpdesk. `remoteId`: of the comment there that says it; each is taken in once.
 */
const event = z.intersection(
  happened,
  z.object({ at: z.string(), by: person, via: z.string().exactOptional(), remoteId: z.string().exactOptional() }),
);

export const ticketSchema = z.object({
  version: z.literal(1),
  tenant: z.string(),
  /** What people call it; counted from 1 in each tenant. Numbers may be missing. */
  number: z.int().min(1),
  /** Of the case that was handed over; helpdesks know the ticket again by it. One ticket a case. */
  caseId: z.string(),
  /** 1 at first, raised by every event. */
  revision: z.int(),
  /** The same for the same fault; see `bot/ticket/fingerprint.ts`. */
  fingerprint: z.string(),
  /** Product that the fault is about, which decides who is told; empty where nothing is known. */
  area: z.string(),
  summary: z.string(),
  severity: z.enum(severities),
  /** Devices that show the fault, as far as known. */
  devices: z.int().min(1).exactOptional(),
  /** How to reach the requester, in their words; may be empty. */
  contact: z.string(),
  requester: follower,
  packet: evidencePacketSchema,
  /** What its labels stand for; never sent. Absent while nothing is masked. */
  masks: masksSchema.exactOptional(),
  /** The requester wants to be forgotten: once it is resolved or closed, and all have been told, it is removed. */
  goesOnceDone: z.literal(true).exactOptional(),
  /** Oldest first; begins with `opened`. */
  history: z.array(event),
});

export type Severity = (typeof severities)[number];
export type Person = DeepReadonly<z.infer<typeof person>>;
export type Follower = DeepReadonly<z.infer<typeof follower>>;
/** Something that can happen to a ticket. */
export type Happened<Kind extends z.infer<typeof happened>['kind'] = z.infer<typeof happened>['kind']> = DeepReadonly<
  Extract<z.infer<typeof happened>, { kind: Kind }>
>;
export type TicketEvent = Happened & {
  readonly at: string;
  readonly by: Person;
  readonly via?: string;
  readonly remoteId?: string;
};
export type Ticket = DeepReadonly<z.infer<typeof ticketSchema>>;

/** `waiting`: for the requester. */
export const ticketStates = ['new', 'assigned', 'waiting', 'resolved', 'reopened', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** Nobody has to do anything any more. */
export const finishedStates: readonly TicketState[] = ['resolved', 'closed'];

/** Where the ticket stands after all that happened. */
export function stateOf({ history }: Pick<Ticket, 'history'>): TicketState {
  return history.reduce<TicketState>(after, 'new');
}

/** Who takes care of it; undefined while nobody does. */
export function ownerOf({ history }: Pick<Ticket, 'history'>): Person | undefined {
  return history.findLast((it) => it.kind === 'assigned')?.to;
}

/** What fixed it, as far as somebody has said so; undefined also where it turned out that this did not. */
export function fixOf({
  history,
}: Pick<Ticket, 'history'>): (Happened<'resolved'> & Pick<TicketEvent, 'at' | 'via'>) | undefined {
  const last = history.findLast(({ kind }) => kind === 'resolved' || kind === 'reopened');
  return last?.kind === 'resolved' ? last : undefined;
}

export function isOpen(ticket: Pick<Ticket, 'history'>): boolean {
  return !finishedStates.includes(stateOf(ticket));
}

function after(state: TicketState, { kind }: Happened): TicketState {
  switch (kind) {
    case 'assigned':
      return state === 'new' || state === 'reopened' ? 'assigned' : state;
    case 'asked':
      return 'waiting';
    case 'said':
      // Whoever asked has the answer now.
      return state === 'waiting' ? 'assigned' : state;
    case 'resolved':
    case 'reopened':
    case 'closed':
      return kind;
    case 'opened':
    case 'joined':
    case 'told':
      return state;
    default:
      return kind satisfies never;
  }
}
