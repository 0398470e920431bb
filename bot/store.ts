// What is kept, and how: one transaction a turn, so that nothing that was acknowledged is lost and nothing is half done.

import type { IssueRef } from '../knowledge/index.js';
import type { RemoteTicket } from './ticket/helpdesk.js';
import type { Ticket, TicketState } from './ticket/ticket.js';

/** One case more in which a repair helped or failed; `count` -1 takes one back that was counted before. */
export interface OutcomeChange extends IssueRef {
  readonly tenant: string;
  readonly repair: string;
  readonly helped: boolean;
  readonly count: 1 | -1;
}

/** How one repair did in cases that people brought to an end; or a doubt, where `repair` is one of `case/doubts.ts`. */
export interface RepairOutcomes extends IssueRef {
  readonly repair: string;
  /** Numbers of cases. */
  readonly helped: number;
  readonly failed: number;
}

/** A conversation's state as it was read. */
export interface KeptDialog {
  /** undefined when nothing is kept. */
  readonly state: unknown;
  /** Changes with every write; undefined when nothing is kept. */
  readonly version: string | undefined;
}

/** Something that must reach somebody: what the ticket is to be told of, and where. It holds no text of its own. */
export interface Delivery {
  readonly tenant: string;
  readonly ticket: number;
  /** A helpdesk's name, or `conversation/` and the key of a conversation. */
  readonly target: string;
  /** Position in the ticket's history; 0, `opened`, makes the ticket at a helpdesk. */
  readonly event: number;
}

/** Written together or not at all. */
export interface Change {
  readonly dialog?: {
    readonly conversation: string;
    readonly tenant: string;
    /** undefined removes what is kept. */
    readonly state: unknown;
    /** As it was read; somebody else's write in between makes the change a conflict. */
    readonly version: string | undefined;
    /** Ids of everybody who has a part in one of its cases. */
    readonly people: readonly string[];
  };
  /** `before`: the revision that was read; undefined for a new one. */
  readonly tickets?: readonly { readonly ticket: Ticket; readonly before: number | undefined }[];
  /** The same delivery twice is one. */
  readonly deliveries?: readonly Delivery[];
  readonly outcomes?: readonly OutcomeChange[];
}

export interface TicketQuery {
  /** Id of the requester or of a follower. */
  readonly person?: string;
  readonly fingerprint?: string;
  readonly caseId?: string;
  readonly states?: readonly TicketState[];
  /** ISO time: opened then or later. */
  readonly since?: string;
  /** Only those that are open, or of which something was given up. */
  readonly unfinished?: true;
  /** At most so many; 50 unless told. */
  readonly limit?: number;
}

/** Every method rejects when the database is not there. Somebody whose id is empty is found nowhere. */
export interface Store {
  readDialog(conversation: string): Promise<KeptDialog>;
  /** @returns false when somebody else wrote first: nothing was written; read again, decide again. */
  commit(change: Change): Promise<boolean>;
  /** The next number of a tenant; one that is never used stays missing. */
  takeTicketNumber(tenant: string): Promise<number>;
  readTicket(tenant: string, number: number): Promise<Ticket | undefined>;
  /** Newest first. */
  findTickets(tenant: string, query: TicketQuery): Promise<readonly Ticket[]>;
  /** How the ticket's deliveries stand, one for each target. */
  deliveriesOf(tenant: string, number: number): Promise<readonly DeliveryStatus[]>;
  readOutcomes(tenant: string): Promise<readonly RepairOutcomes[]>;
  /** Keys of conversations in which the person has a part in a case. */
  conversationsOf(tenant: string, person: string): Promise<readonly string[]>;
  /**
   * Does to every ticket what `ticketWithout` says. Those that go, go with all that hangs on them; where the person does not
   * wait any more, nothing is told to them. @returns The numbers of those that went.
   */
  forgetTickets(tenant: string, person: string): Promise<readonly number[]>;
  /**
   * Forgets where these conversations are, unless several people write there or somebody waits for a ticket in them; then
   * leaves no trace of what was removed lately, as far as that is up to it.
   */
  forgetPlaces(tenant: string, conversations: readonly string[]): Promise<void>;
}

/** How far one target of a ticket has been told. */
export interface DeliveryStatus {
  readonly target: string;
  /** `waiting`: will be tried (again). `undelivered`: given up; it can be sent again. */
  readonly state: 'waiting' | 'delivered' | 'undelivered';
  readonly attempts: number;
  /** For the operator, without secrets; of the last attempt, where that failed. */
  readonly problem?: string;
  /** Where the target is a helpdesk that has taken the ticket. */
  readonly remote?: RemoteTicket;
}
