// The outbox as those see it who deliver from it. Any number of processes may share one.

import type { Delivery } from './store.js';
import type { RemoteTicket } from './ticket/helpdesk.js';

/** A delivery that one process has to itself, until the lease ends. */
export interface ClaimedDelivery extends Delivery {
  readonly id: string;
  /** Attempts before this one; a claim whose process died counts, and so do those before it was sent again. */
  readonly attempts: number;
  /** What the target calls the ticket, once it was made there. */
  readonly remote?: RemoteTicket;
}

/** Some targets: those named, or all but those. */
export type Targets = { readonly only: readonly string[] } | { readonly allBut: readonly string[] };

/** A claim that ran out and was taken by somebody else changes nothing any more: whoever claimed the row next decides. */
export interface Outbox {
  /**
   * Takes deliveries that are due, longest due first. Those of one ticket to one target come one at a time and in the
   * order of their events: while an earlier one is not delivered, later ones are not handed out.
   */
  claim(options: {
    readonly targets: Targets;
    readonly now: Date;
    readonly leaseMs: number;
    readonly most: number;
    /** Only what was made due again after that, and has not been tried since. */
    readonly sentAgainAfter?: Date;
  }): Promise<readonly ClaimedDelivery[]>;
  delivered(claimed: ClaimedDelivery, remote: RemoteTicket | undefined): Promise<void>;
  /** `problem`: for the operator, without secrets. */
  failed(claimed: ClaimedDelivery, next: { readonly problem: string; readonly tryAgainAt: Date }): Promise<void>;
  /** From now on it waits to be sent again by hand. @param isTried Whether this was a try, the last one. */
  givenUp(claimed: ClaimedDelivery, problem: string, isTried?: boolean): Promise<void>;
  /** Makes what was given up due again; everything unless told. @returns How many. */
  sendAgain(
    now: Date,
    which?:
      | { readonly ticket: { readonly tenant: string; readonly number: number } }
      | { readonly tenant: string }
      | { readonly targets: Targets },
  ): Promise<number>;
  /** Deliveries that have not arrived, over all tenants, by target and state. `since`: when the oldest was written. */
  counts(): Promise<
    readonly {
      readonly target: string;
      readonly state: 'waiting' | 'undelivered';
      readonly count: number;
      readonly since: Date;
    }[]
  >;
}
