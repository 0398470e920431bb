// What a conversation keeps of a person is removed from it.

import type { Case, Dialog, ToldBy } from './dialog.js';

/**
 * The dialog without the cases that the person has opened; in those of others, their part is nobody's.
 *
 * @param person Id as a case keeps it. @returns The dialog itself where it keeps nothing of them.
 */
export function forgetPerson(dialog: Dialog, person: string): Dialog {
  const { case: open, pending, parked, ...rest } = dialog;
  const known = [open, pending, ...parked].some((kase) => kase?.people.includes(person));
  if (!known || person === '') return dialog;
  const left = (kase: Case | undefined): Case[] =>
    kase === undefined || kase.people[0] === person ? [] : [withoutPerson(kase, person)];
  const [ownCase] = left(open);
  // A second fault is asked about only beside a first one.
  const [ownPending] = ownCase === undefined ? [] : left(pending);
  return {
    ...rest,
    ...(ownCase === undefined ? {} : { case: ownCase }),
    ...(ownPending === undefined ? {} : { pending: ownPending }),
    parked: parked.flatMap(left),
  };
}

function withoutPerson(kase: Case, person: string): Case {
  const by = kase.people.indexOf(person);
  return {
    ...kase,
    people: kase.people.map((it) => (it === person ? '' : it)),
    told: kase.told.map((it) => (it.by === by ? withoutContact(it) : it)),
  };
}

/** How they can be reached stands in the form that they have opened. */
function withoutContact(it: ToldBy): ToldBy {
  if (it.kind !== 'asked-helpdesk' && it.kind !== 'filled-in') return it;
  const { contact: _, ...rest } = it;
  return rest;
}

/** Whether nothing of any case is kept. */
export function isBlank({ case: open, pending, parked }: Dialog): boolean {
  return open === undefined && pending === undefined && parked.length === 0;
}
