// What the person wants to see, whatever the fault: an end, the form, everything that can be done, a question of theirs.

import type { TicketForm } from '../../ticket/form-fields.js';
import type { Told } from '../dialog.js';
import type { ChoiceCheck } from '../likelihood.js';
import type { Ending } from '../standing.js';

export class Wishes {
  ending: Ending | undefined;
  handingOver: Partial<TicketForm> | undefined;
  lookingAround = false;
  wanted: { readonly issue: number; readonly check: ChoiceCheck } | undefined;

  /** Whatever is told next, what was wanted before it is over; turning a page is not. */
  pass({ kind }: Told): void {
    if (kind === 'page') return;
    this.lookingAround = kind === 'looked-around';
    this.wanted = undefined;
    if (kind !== 'filled-in') this.handingOver = undefined;
  }

  openForm({ contact }: Told<'asked-helpdesk'>): void {
    this.handingOver = contact === undefined ? {} : { contact };
  }

  fillIn({ summary, severity, devices, contact }: Told<'filled-in'>): void {
    this.handingOver = {
      ...this.handingOver,
      ...(summary === undefined ? {} : { summary }),
      ...(severity === undefined ? {} : { severity }),
      ...(devices === undefined ? {} : { devices }),
      ...(contact === undefined ? {} : { contact }),
    };
  }
}
