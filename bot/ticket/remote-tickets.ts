// Tickets that helpdesks have, as those see them who ask how they do. Any number of processes may share the work.

import type { RemoteTicket } from './helpdesk.js';

export interface RemoteTickets {
  /**
   * Takes open tickets that the target has and that nobody has asked about since a time, those first that were not asked
   * about for longest. They count as asked about now, whether or not the target answers.
   */
  takeToAsk(options: {
    readonly target: string;
    readonly notSince: Date;
    readonly now: Date;
    readonly most: number;
  }): Promise<readonly { readonly tenant: string; readonly number: number; readonly remote: RemoteTicket }[]>;
}
