// What has happened to a ticket, in words.

import { escapeMarkdown } from '../../text/escape-markdown.js';
import type { Person, Ticket, TicketEvent } from '../../ticket/ticket.js';
import type { Part } from '../../view.js';
import type { Words } from '../../words/en.js';

const lastEvents = 5;
const longestShown = 300;

/** The last few things, and how many there were before them; nothing where it was only opened. */
export function historyParts(ticket: Ticket, words: Words): Part[] {
  const { history } = ticket;
  const events = history.slice(1);
  if (events.length === 0) return [];
  const earlier = events.length - lastEvents;
  const items = events.slice(-lastEvents).map((event) => {
    const what = `${words.ticket.at(event.at)}: ${happenedText(event, ticket, words)}`;
    return 'text' in event ? [what, ...linesOf(start(event.text))].join('\n') : what;
  });
  return [
    { kind: 'text', text: `**${words.ticket.history}**` },
    ...(earlier > 0 ? [{ kind: 'text', text: words.ticket.earlier(earlier), tone: 'quiet' } as const] : []),
    { kind: 'list', ordered: false, items },
  ];
}

/** In Markdown; what somebody wrote stands below it. */
export function happenedText(event: TicketEvent, ticket: Ticket, words: Words): string {
  const { happened } = words.helpdesk;
  switch (event.kind) {
    case 'joined':
      return happened.joined(nameOf(event.follower.person, words));
    case 'assigned':
      return happened.assigned(nameOf(event.to, words));
    default:
      return happened[event.kind](whoDid(event, ticket, words));
  }
}

/** In Markdown. */
export function nameOf({ name }: Person, { helpdesk }: Words): string {
  return escapeMarkdown(name ?? helpdesk.somebody);
}

/** In Markdown. */
export function whoDid({ by }: TicketEvent, { requester }: Ticket, words: Words): string {
  const isRequester = by.name === undefined && by.id === requester.person.id;
  return isRequester ? words.ticket.requester : nameOf(by, words);
}

/** In Markdown, without those that are blank. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(escapeMarkdown);
}

function start(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
