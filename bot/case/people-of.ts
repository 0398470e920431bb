// Who has a part in the cases of a conversation.

import type { Dialog } from './dialog.js';

/** Ids of everybody who moved a case that is kept, each once. */
export function peopleOf({ case: open, pending, parked }: Dialog): readonly string[] {
  const cases = [open, pending, ...parked].flatMap((kase) => kase ?? []);
  return [...new Set(cases.flatMap(({ people }) => people))];
}
