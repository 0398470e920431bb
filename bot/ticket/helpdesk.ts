// Where tickets go, as the outbox sees it: one interface, whatever stands behind it.

import type { Ticket } from './ticket.js';

/** The same ticket at a helpdesk. */
export interface RemoteTicket {
  /** The helpdesk's own key for it, opaque. */
  readonly id: string;
  /** What people there call it: `INC0010023`. */
  readonly name: string;
  readonly url?: string;
}

/** What has happened to a ticket at a helpdesk, as far as that tells. */
export interface RemoteState {
  readonly state: 'open' | 'resolved' | 'closed' | 'gone';
  /** What fixed it, in the words of whoever did; untrusted text. */
  readonly resolution?: string;
  /** What people wrote there, oldest first; never what Pastefix wrote itself. `id`: the helpdesk's, never reused. */
  readonly comments: readonly {
    readonly id: string;
    readonly by: string;
    readonly text: string;
    readonly at: string;
  }[];
}

/**
 * A place where tickets go. Every method may be called again after a failure whose outcome nobody knows, and by two
 * processes: what was done before is found again by the ticket's case id, or the event's place in the history, and not
 * done twice.
 */
export interface Helpdesk {
  /** As in settings, metrics and what people are told: `servicenow`. */
  readonly name: string;
  /** Milliseconds in which every call has answered or failed; 100 s unless told. Until then nobody tries again. */
  readonly timeoutMs?: number;
  /**
   * Makes the ticket there, or finds the one that was made.
   *
   * @param retried An earlier call may have got through: look before making.
   * @throws {HelpdeskError}
   */
  open(ticket: Ticket, retried: boolean): Promise<RemoteTicket>;
  /**
   * Passes on what has happened since.
   *
   * @param at Position of the event in the ticket's history.
   * @throws {HelpdeskError}
   */
  tell(remote: RemoteTicket, ticket: Ticket, at: number, retried: boolean): Promise<void>;
  /** How the ticket does there; absent where that cannot be asked. @throws {HelpdeskError} */
  look?(remote: RemoteTicket, ticket: Ticket): Promise<RemoteState>;
  /** Rejects, with a HelpdeskError, where the settings do not work: called once at the start, and told to the operator. */
  check?(): Promise<void>;
}

/** Why a helpdesk did not do what it was asked to, and whether asking again may help. */
export class HelpdeskError extends Error {
  override readonly name = 'HelpdeskError';
  constructor(
    /**
     * `busy`, `unreachable`: later. `unknown`: it may have been done. `credential`: the operator must act; nothing is
     * asked again by itself. `rejected`: this ticket is not taken as it is.
     */
    readonly reason: 'busy' | 'unreachable' | 'unknown' | 'credential' | 'rejected',
    /** For the operator: what to change. Never holds a secret, or text of a ticket. */
    message: string,
    /** `retryAfterMs`: the helpdesk asks to wait so long. */
    readonly options: ErrorOptions & { readonly retryAfterMs?: number } = {},
  ) {
    super(message, options);
  }
}
