// Tickets that helpdesks have, as those see them who ask how they do. Any number of processes may share the work.

import type { RemoteTicket } from './helpdesk.js';

export interface RemoteTickets {
  /**
   * Takes tickets that the target has and that nobody has asked about since a time, those first that were not asked about for
   * longest: open ones and, with a time of their own, those that were resolved or closed not long ago. They count as asked
   * about now, whether or not the target answers.
   */
  takeToAsk(options: {
    readonly target: string;
    readonly notSince: Date;
    /** Of those that have been changed since a time, too, although they are finished. */
    readonly finished: { readonly changedSince: Date; readonly notSince: Date };
    readonly now: Date;
    readonly most: number;
  }): Promise<readonly { readonly tenant: string; readonly number: number; readonly remote: RemoteTicket }[]>;
}
