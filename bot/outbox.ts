// The outbox as those see it who deliver from it. Any number of processes may share one.

import type { Delivery } from './store.js';
import type { RemoteTicket } from './ticket/helpdesk.js';

/** A delivery that one process has to itself, until the lease ends. */
export interface ClaimedDelivery extends Delivery {
  readonly id: string;
  /** Attempts before this one; a claim whose process died counts. */
  readonly attempts: number;
  /** What the target calls the ticket, once it was made there. */
  readonly remote?: RemoteTicket;
}

/** A claim that has run out changes nothing any more: whoever claimed the row next decides. */
export interface Outbox {
  /**
   * Takes deliveries that are due. Those of one ticket to one target come one at a time and in the order of their
   * events: while an earlier one is not delivered, later ones are not handed out.
   */
  claim(options: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly most: number;
  }): Promise<readonly ClaimedDelivery[]>;
  delivered(claimed: ClaimedDelivery, remote: RemoteTicket | undefined): Promise<void>;
  /** `problem`: for the operator, without secrets. */
  failed(claimed: ClaimedDelivery, next: { readonly problem: string; readonly tryAgainAt: Date }): Promise<void>;
  /** The last try: from now on it waits to be sent again by hand. */
  givenUp(claimed: ClaimedDelivery, problem: string): Promise<void>;
  /** Makes everything that was given up due again; of one ticket, where it is named. @returns How many. */
  sendAgain(now: Date, ticket?: { readonly tenant: string; readonly number: number }): Promise<number>;
  /** Numbers of deliveries, over all tenants, by target and state. */
  counts(): Promise<
    readonly { readonly target: string; readonly state: 'waiting' | 'undelivered'; readonly count: number }[]
  >;
}
