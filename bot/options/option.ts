// One way on, and what it does.

import type { Told } from '../case/dialog.js';
import type { Meaning } from '../meaning.js';
import type { Ticket } from '../ticket/ticket.js';

export interface Option {
  readonly label: string;
  readonly verb: string;
  readonly value?: string;
  /** What a person may write for it, besides its label and its number. */
  readonly meanings: readonly Meaning[];
  readonly does: Does;
  readonly place: Place;
}

/** `main`: always on show, page by page. `extra`: while there is room. `word`: only when written. */
export type Place = 'main' | 'extra' | 'word';

export type Does =
  | { readonly kind: 'tell'; readonly told: Told }
  | { readonly kind: 'back' }
  | { readonly kind: 'restart' }
  /** Of two faults: the new one, both as one, the old one. */
  | { readonly kind: 'switch' | 'join' | 'stay' }
  /** Hands over what stands in the form. */
  | { readonly kind: 'send' }
  /** Shows what would be handed over. */
  | { readonly kind: 'preview' }
  /** Waits for a ticket that somebody else has opened. */
  | { readonly kind: 'join-ticket'; readonly ticket: Ticket }
  /** Says something about the ticket of the case, or that it is back. */
  | { readonly kind: 'comment' | 'reopen'; readonly ticket: number };
