// What takes deliveries to where they are to go.

import type { ClaimedDelivery, Targets } from '../../bot/outbox.js';
import type { RemoteTicket } from '../../bot/ticket/helpdesk.js';
import type { Ticket } from '../../bot/ticket/ticket.js';

export interface Carrier {
  /** As in metrics and the log: `servicenow`, `conversation`. */
  readonly name: string;
  readonly targets: Targets;
  /** Whether all its targets are one place: one that is busy for one ticket is so for all. */
  readonly isOnePlace: boolean;
  /** So many deliveries at the same time, for each process. */
  readonly atOnce: number;
  /** By then it is done, or has failed; a process that takes longer has died. */
  readonly timeoutMs: number;
  /**
   * @returns What the target calls the ticket; undefined where that has not changed, or there is nothing to call.
   * @throws {HelpdeskError}
   */
  carry(delivery: ClaimedDelivery, ticket: Ticket): Promise<RemoteTicket | undefined>;
  /** Rejects, with a HelpdeskError, where the settings do not work. */
  check?(): Promise<void>;
}
