// A ticket and its events for people at a helpdesk, as plain text.

import { en, type Words } from '../words/en.js';
import { packetPlainText } from './packet-text.js';

import type { Person, Ticket } from './ticket.js';

/** One line, never empty. */
export function ticketTitle({ summary, number }: Pick<Ticket, 'summary' | 'number'>, words: Words = en): string {
  return oneLine(summary) || words.helpdesk.number(number);
}

/** Who asks, how bad it is, and everything that is known. */
export function ticketText(ticket: Ticket, words: Words = en): string {
  const { helpdesk } = words;
  const { number, severity, devices, contact, requester, packet } = ticket;
  const fields = [
    [helpdesk.ticket, helpdesk.number(number)],
    [helpdesk.askedBy, nameOf(requester.person, words)],
    [helpdesk.contact, oneLine(contact)],
    [helpdesk.severity, helpdesk.severities[severity]],
    [helpdesk.devices, devices === undefined ? '' : String(devices)],
  ] as const;
  return [
    ...fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`),
    '',
    packetPlainText(packet, words),
  ].join('\n');
}

/**
 * What has happened, in a sentence, and what was said.
 *
 * @param at Position of the event in the ticket's history.
 */
export function eventText(ticket: Ticket, at: number, words: Words = en): string {
  const event = ticket.history[at];
  if (event === undefined) throw new Error('The ticket has no such event');
  const { happened } = words.helpdesk;
  const by = nameOf(event.by, words);
  switch (event.kind) {
    case 'opened':
      return happened.opened(by);
    case 'joined':
      return happened.joined(nameOf(event.follower.person, words));
    case 'assigned':
      return happened.assigned(nameOf(event.to, words));
    case 'closed':
      return happened.closed(by);
    case 'asked':
    case 'said':
    case 'told':
    case 'resolved':
    case 'reopened':
      return `${happened[event.kind](by)}\n${event.text}`;
    default:
      return event satisfies never;
  }
}

function nameOf({ name = '' }: Person, { helpdesk }: Words): string {
  return oneLine(name) || helpdesk.somebody;
}

/** Without control characters: a line break could end a header or begin another field. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
