// What can be filled in and pressed on the card of a ticket.

import type { EvidencePacket } from '../../ticket/evidence-packet.js';
import type { Role } from '../../ticket/move-ticket.js';
import { isOpen, stateOf, type Ticket } from '../../ticket/ticket.js';
import type { TicketVerb } from '../../ticket/ticket-verbs.js';
import type { Choice, Part } from '../../view.js';
import type { Words } from '../../words/en.js';

/** What the words in it become is said by the button. */
export const wordsId = 'text';
/** Which known repair fixed it: its position among those that were offered. */
export const fixedId = 'fixed';

/** Clients show a choice whose value is empty as none at all. */
const fixedByOther = 'other';

export function wordsInput(role: Role, { ticket: words }: Words, written: string): Part {
  const [label, hint] =
    role === 'expert' ? [words.expert.text, words.expert.textHint] : [words.comment, words.commentHint];
  return { kind: 'input', id: wordsId, label, hint, value: written, type: { kind: 'lines' } };
}

export function fixedInput(packet: EvidencePacket, { ticket: { expert } }: Words): Part[] {
  const repairs = knownRepairs(packet);
  if (repairs.length === 0) return [];
  const choices = [
    { label: expert.fixedByOther, value: fixedByOther },
    ...repairs.map(({ title }, position) => ({ label: title, value: String(position) })),
  ];
  return [{ kind: 'input', id: fixedId, label: expert.fixed, value: fixedByOther, type: { kind: 'choice', choices } }];
}

/** Known repairs that may have fixed it: those nobody has tried, then those that were tried. */
export function knownRepairs({ untried, tried }: EvidencePacket): EvidencePacket['untried'] {
  return [...untried, ...tried].map(({ article, issue, repair, title }) => ({ article, issue, repair, title }));
}

export function choiceOf(
  ticket: Ticket,
  verb: TicketVerb,
  role: Role,
  { ticket: words }: Words,
  suggested: boolean,
): Choice {
  const { number, revision } = ticket;
  const label =
    verb === 'close' && isOpen(ticket)
      ? words.verbs.withdraw
      : verb === 'say' && role === 'requester' && stateOf(ticket) === 'waiting'
        ? words.verbs.answer
        : words.verbs[verb];
  return { label, action: { ticket: number, revision, verb }, style: suggested ? 'suggested' : 'plain' };
}
