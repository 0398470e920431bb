// What people were shown, what the database holds and what the helpdesks have: the same tickets, each once.

import type { Ticket } from '../../bot/ticket/ticket.js';
import type { FlakyHelpdesk } from './flaky-helpdesk.js';

/** A ticket that somebody was shown. */
export interface Shown {
  readonly tenant: string;
  readonly person: string;
  readonly number: number;
}

export interface KeptTicket {
  readonly tenant: string;
  readonly number: number;
  readonly caseId: string;
  readonly requester: string;
  /** How many events its history has. */
  readonly events: number;
}

export function keptTicket({ tenant, number, caseId, requester, history }: Ticket): KeptTicket {
  return { tenant, number, caseId, requester: requester.person.id, events: history.length };
}

type Held = Pick<FlakyHelpdesk, 'name' | 'tickets' | 'events'>;

/** @returns A line for each thing that is wrong. */
export function compareTickets(
  shown: readonly Shown[],
  kept: readonly KeptTicket[],
  helpdesks: readonly Held[],
): string[] {
  return [...wrongInDatabase(shown, kept), ...helpdesks.flatMap((helpdesk) => wrongAt(helpdesk, kept))];
}

function wrongInDatabase(shown: readonly Shown[], kept: readonly KeptTicket[]): string[] {
  const wrong: string[] = [];
  const byNumber = new Map(kept.map((it) => [`${it.tenant} ${it.number}`, it]));
  for (const { tenant, person, number } of shown) {
    const ticket = byNumber.get(`${tenant} ${number}`);
    if (ticket === undefined) wrong.push(`ticket ${number} of ${tenant}, shown to ${person}, is not in the database`);
    else if (ticket.requester !== person) wrong.push(`ticket ${number} of ${tenant}, shown to ${person}, is another’s`);
  }
  for (const [name, list] of groupBy(kept, (it) => `${it.requester} of ${it.tenant}`)) {
    if (list.length > 1) wrong.push(`${name} has ${list.length} tickets in the database`);
  }
  return wrong;
}

function wrongAt({ name: helpdesk, tickets, events: told }: Held, kept: readonly KeptTicket[]): string[] {
  const wrong: string[] = [];
  const there = groupBy(tickets, ({ caseId }) => caseId);
  for (const { tenant, number, caseId, requester, events } of kept) {
    const name = `ticket ${number} of ${tenant}`;
    const copies = there.get(caseId) ?? [];
    if (copies.length !== 1) wrong.push(`${name} is ${copies.length} times at ${helpdesk}`);
    if (copies.some((it) => it.number !== number || it.requester !== requester)) {
      wrong.push(`${name} is another one at ${helpdesk}`);
    }
    const heard = (told.get(caseId) ?? []).join();
    const expected = Array.from({ length: events }, (_, at) => at).join();
    if (heard !== expected) wrong.push(`of ${name}, ${helpdesk} was told ${heard}, not ${expected}`);
  }
  const cases = new Set(kept.map(({ caseId }) => caseId));
  for (const caseId of there.keys()) {
    if (!cases.has(caseId)) wrong.push(`case ${caseId} at ${helpdesk} is not in the database`);
  }
  return wrong;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
