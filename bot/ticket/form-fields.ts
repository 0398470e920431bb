// What a person fills in when a case is handed over.

import type { Severity } from './ticket.js';

export interface TicketForm {
  readonly summary: string;
  readonly severity: Severity;
  /** 0: not known. */
  readonly devices: number;
  readonly contact: string;
}

export type FormField = keyof TicketForm;
export const formFields = ['summary', 'severity', 'devices', 'contact'] as const satisfies readonly FormField[];
