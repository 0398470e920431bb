// Several tickets, to choose one.

import type { FoundTicket } from '../../look-up.js';
import { shortened } from '../../options/labels.js';
import { mostChoices } from '../../options/on-show.js';
import type { DeliveryStatus } from '../../store.js';
import { escapeMarkdown } from '../../text/escape-markdown.js';
import { stateOf } from '../../ticket/ticket.js';
import type { Part, View } from '../../view.js';
import type { Words } from '../../words/en.js';

/** Several of them, to choose one. */
export function drawTickets(found: readonly FoundTicket[], title: string, none: string, words: Words): View {
  const known = found.flatMap(({ ticket, deliveries }) => (ticket === undefined ? [] : [{ ticket, deliveries }]));
  const parts: Part[] = [{ kind: 'title', text: title }];
  if (known.length === 0) return { summary: title, parts: [...parts, { kind: 'text', text: none }], choices: [] };
  const items = known.map(({ ticket, deliveries }) => {
    const state = [words.ticket.states[stateOf(ticket)], ...arrivalOf(deliveries, words)].join(', ');
    return words.ticket.item(ticket.number, escapeMarkdown(ticket.summary), state);
  });
  return {
    summary: title,
    parts: [
      ...parts,
      { kind: 'list', ordered: false, items },
      { kind: 'text', text: words.ticket.choose, tone: 'quiet' },
    ],
    choices: known.slice(0, mostChoices).map(({ ticket }) => ({
      label: shortened(words.ticket.listed(ticket.number, ticket.summary)),
      action: { ticket: ticket.number, revision: ticket.revision, verb: 'show' },
      style: 'plain',
    })),
  };
}

/** What there is to know about its way; nothing while all goes well. */
function arrivalOf(deliveries: readonly DeliveryStatus[], { ticket: words }: Words): string[] {
  if (deliveries.some(({ state }) => state === 'undelivered')) return [`**${words.undelivered}**`];
  return deliveries.some(({ state, problem }) => state === 'waiting' && problem !== undefined) ? [words.delayed] : [];
}
