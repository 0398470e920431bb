// A ticket as a card: for those who wait for it, and for the experts who take care of it.

import type { FoundTicket } from '../../look-up.js';
import { escapeMarkdown } from '../../text/escape-markdown.js';
import { conversationTarget } from '../../ticket/deliveries-for.js';
import type { EvidencePacket } from '../../ticket/evidence-packet.js';
import { type Role, waitingFor } from '../../ticket/move-ticket.js';
import { likelihoodText } from '../../ticket/packet-text.js';
import { ownerOf, stateOf, type Ticket } from '../../ticket/ticket.js';
import { type TicketVerb, takesWords, verbsFor } from '../../ticket/ticket-verbs.js';
import type { Part, View } from '../../view.js';
import type { Words } from '../../words/en.js';
import type { Notice } from '../notice.js';
import { packetViews } from '../packet.js';
import { deliveryParts } from './deliveries.js';
import { historyParts } from './history.js';
import { choiceOf, fixedInput, wordsInput } from './inputs.js';

/** What a view of a ticket shows besides the ticket. */
interface Around {
  readonly words: Words;
  readonly notice?: Notice;
  /** What the person has written and should not have to write again. */
  readonly written?: string;
}

type Known = FoundTicket & { readonly ticket: Ticket };

/** For whoever waits for it. */
export function drawTicket({ ticket, deliveries }: Known, role: Role, around: Around): View {
  const { words } = around;
  return viewOf(ticket, role, around, [
    ...ticketParts(ticket, words),
    ...deliveryParts(ticket, deliveries, words),
    ...(deliveries.length === 0 ? [{ kind: 'text', text: words.ticket.nobody, tone: 'quiet' } as const] : []),
  ]);
}

/** How it stands, and what has happened. */
export function ticketParts(ticket: Ticket, words: Words): Part[] {
  return [...factParts(ticket, words, false), ...historyParts(ticket, words)];
}

/** For the experts: what is known first, and everything that can be done. */
export function drawTicketCard({ ticket, deliveries }: Known, around: Around): View {
  const { words } = around;
  return viewOf(ticket, 'expert', around, [
    ...factParts(ticket, words, true),
    ...knownParts(ticket.packet, words),
    ...deliveryParts(
      ticket,
      deliveries.filter(({ state, target }) => state === 'undelivered' || !target.startsWith(conversationTarget(''))),
      words,
    ),
    ...historyParts(ticket, words),
  ]);
}

/** All that an expert gets, in views that are small enough each. */
export function drawEverything({ number, packet }: Ticket, words: Words): View[] {
  return packetViews(words.ticket.title(number), packet, words);
}

function viewOf(ticket: Ticket, role: Role, { words, notice, written = '' }: Around, below: readonly Part[]): View {
  const verbs = verbsFor(ticket, role);
  const state = words.ticket.states[stateOf(ticket)];
  return {
    summary: words.ticket.summary(ticket.number, state),
    parts: [
      ...(notice === undefined ? [] : [{ kind: 'text', text: notice.text, tone: notice.tone } as const]),
      { kind: 'title', text: words.ticket.title(ticket.number) },
      { kind: 'text', text: `**${escapeMarkdown(ticket.summary)}**` },
      ...below,
      ...(verbs.some(takesWords) ? [wordsInput(role, words, written)] : []),
      ...(role === 'expert' && verbs.includes('resolve') ? fixedInput(ticket.packet, words) : []),
      ...(role === 'expert' || !verbs.includes('say')
        ? []
        : [{ kind: 'text', text: words.ticket.typing(ticket.number), tone: 'quiet' } as const]),
    ],
    choices: verbs.map((verb) => choiceOf(ticket, verb, role, words, isSuggested(verb, ticket))),
  };
}

function isSuggested(verb: TicketVerb, ticket: Ticket): boolean {
  return (verb === 'assign' && ownerOf(ticket) === undefined) || (verb === 'say' && stateOf(ticket) === 'waiting');
}

function factParts(ticket: Ticket, words: Words, forExperts: boolean): Part[] {
  const { facts, states, nobodyYet } = words.ticket;
  const { askedBy, contact, severity, severities, devices, somebody } = words.helpdesk;
  const owner = ownerOf(ticket);
  const others = new Set(waitingFor(ticket).map(({ person }) => person.id));
  others.delete(ticket.requester.person.id);
  const known: readonly (readonly [name: string, value: string])[] = [
    [facts.state, states[stateOf(ticket)]],
    [facts.owner, owner === undefined ? nobodyYet : (owner.name ?? somebody)],
    [severity, severities[ticket.severity]],
    [devices, ticket.devices === undefined ? '' : String(ticket.devices)],
    ...(forExperts
      ? ([
          [askedBy, ticket.requester.person.name ?? somebody],
          [contact, ticket.contact],
          [facts.waiting, others.size === 0 ? '' : String(others.size)],
          [facts.area, ticket.area],
        ] as const)
      : []),
    [facts.opened, words.ticket.at(ticket.history[0]?.at ?? '')],
  ];
  return [
    { kind: 'facts', facts: known.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })) },
  ];
}

function knownParts(packet: EvidencePacket, words: Words): Part[] {
  const { causes, askFirst } = packet;
  const { expert } = words.ticket;
  const [likeliest] = causes.filter(({ ruledOut }) => !ruledOut);
  const [line] = likeliest?.evidence ?? [];
  const parts: Part[] = [
    ...(likeliest === undefined
      ? []
      : [
          {
            kind: 'text',
            text: `**${expert.likeliest}:** ${escapeMarkdown(likeliest.title)} (${likelihoodText(likeliest, packet, words)})`,
          } as const,
        ]),
    ...(line === undefined ? [] : [{ kind: 'code', text: line.text } as const]),
    ...(askFirst === undefined
      ? []
      : [{ kind: 'text', text: `**${expert.askFirst}:** ${escapeMarkdown(askFirst)}` } as const]),
  ];
  return parts.length === 0 ? [] : [{ kind: 'box', tone: 'plain', parts }];
}
