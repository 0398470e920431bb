// What has happened to a ticket, for a conversation in which nobody has asked.

import { inlineToText } from '../../text/inline.js';
import type { Ticket, TicketEvent } from '../../ticket/ticket.js';
import { type TicketVerb, takesWords, verbsFor } from '../../ticket/ticket-verbs.js';
import type { View } from '../../view.js';
import type { Words } from '../../words/en.js';
import { happenedText, linesOf, whoDid } from './history.js';
import { choiceOf, wordsInput } from './inputs.js';

/**
 * What has happened, for a conversation in which nobody has asked.
 *
 * @param at Position in the history.
 * @returns undefined where that is no news to them.
 */
export function drawTicketNews(ticket: Ticket, at: number, to: 'requester' | 'expert', words: Words): View | undefined {
  const event = ticket.history[at];
  const lead = event === undefined ? undefined : leadOf(event, ticket, to, words);
  if (event === undefined || lead === undefined) return undefined;
  const verbs = to === 'requester' ? answersTo(event, ticket) : [];
  const isLatest = at === ticket.history.length - 1;
  return {
    summary: inlineToText(lead),
    parts: [
      { kind: 'text', text: `**${lead}**` },
      ...('text' in event ? linesOf(event.text).map((text) => ({ kind: 'text', text }) as const) : []),
      ...(verbs.includes('reopen')
        ? [{ kind: 'text', text: words.ticket.news.stillBroken, tone: 'quiet' } as const]
        : []),
      ...(verbs.some(takesWords) ? [wordsInput('requester', words, '')] : []),
    ],
    choices: verbs.map((verb, position) => choiceOf(ticket, verb, 'requester', words, isLatest && position === 0)),
  };
}

function leadOf(event: TicketEvent, ticket: Ticket, to: 'requester' | 'expert', words: Words): string | undefined {
  const { news, title } = words.ticket;
  const { number } = ticket;
  const who = whoDid(event, ticket, words);
  switch (event.kind) {
    case 'opened':
      return undefined;
    case 'joined':
    case 'said':
      return to === 'expert' ? `${title(number)}: ${happenedText(event, ticket, words)}` : undefined;
    case 'assigned':
    case 'asked':
    case 'told':
    case 'resolved':
      return to === 'requester' ? news[event.kind](number, who) : undefined;
    case 'reopened':
    case 'closed':
      return news[event.kind](number, who);
    default:
      return event satisfies never;
  }
}

function answersTo({ kind }: TicketEvent, ticket: Ticket): readonly TicketVerb[] {
  const able = verbsFor(ticket, 'requester');
  const wanted: Readonly<Partial<Record<TicketEvent['kind'], readonly TicketVerb[]>>> = {
    asked: ['say'],
    told: ['say'],
    resolved: ['close', 'reopen'],
  };
  return [...(wanted[kind] ?? []).filter((verb) => able.includes(verb)), 'show'];
}
