// A ticket: for those who wait for it, and for the experts who take care of it.

import type { FoundTicket } from '../look-up.js';
import { shortened } from '../options/labels.js';
import { mostChoices } from '../options/on-show.js';
import type { DeliveryStatus } from '../store.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { inlineToText } from '../text/inline.js';
import { conversationTarget } from '../ticket/deliveries-for.js';
import type { EvidencePacket } from '../ticket/evidence-packet.js';
import { type Role, waitingFor } from '../ticket/move-ticket.js';
import { likelihoodText } from '../ticket/packet-text.js';
import { isOpen, ownerOf, type Person, stateOf, type Ticket, type TicketEvent } from '../ticket/ticket.js';
import { type TicketVerb, takesWords, verbsFor } from '../ticket/ticket-verbs.js';
import type { Choice, Part, View } from '../view.js';
import type { Words } from '../words/en.js';
import type { Notice } from './draw-move.js';
import { packetViews } from './packet.js';

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

function choiceOf(ticket: Ticket, verb: TicketVerb, role: Role, { ticket: words }: Words, suggested: boolean): Choice {
  const { number, revision } = ticket;
  const label =
    verb === 'close' && isOpen(ticket)
      ? words.verbs.withdraw
      : verb === 'say' && role === 'requester' && stateOf(ticket) === 'waiting'
        ? words.verbs.answer
        : words.verbs[verb];
  return { label, action: { ticket: number, revision, verb }, style: suggested ? 'suggested' : 'plain' };
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

function fixedInput(packet: EvidencePacket, { ticket: { expert } }: Words): Part[] {
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

/** Every place that gets it, and whether it has it; other people's chats only where they could not be reached. */
export function deliveryParts(ticket: Ticket, deliveries: readonly DeliveryStatus[], words: Words): Part[] {
  const { delivery, channel, chat } = words.ticket;
  const chats = new Set(waitingFor(ticket).map(({ conversation }) => conversationTarget(conversation)));
  const shown = deliveries.filter(({ target, state }) => !chats.has(target) || state === 'undelivered');
  const items = shown.map(({ target, state, remote }) => {
    const isChat = target.startsWith(conversationTarget(''));
    const place = isChat ? (chats.has(target) ? chat : channel) : escapeMarkdown(target);
    if (state !== 'delivered') return delivery[state](place);
    return delivery.delivered(place, isChat || remote === undefined ? undefined : nameOfRemote(remote));
  });
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }];
}

function nameOfRemote({ name, url }: NonNullable<DeliveryStatus['remote']>): string {
  const shown = escapeMarkdown(name);
  return url === undefined || !/^https?:\/\/[^\s()<>]+$/i.test(url) ? shown : `[${shown}](${url})`;
}

const lastEvents = 5;
const longestShown = 300;

function historyParts(ticket: Ticket, words: Words): Part[] {
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

function happenedText(event: TicketEvent, ticket: Ticket, words: Words): string {
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

function whoDid({ by }: TicketEvent, { requester }: Ticket, words: Words): string {
  const isRequester = by.name === undefined && by.id === requester.person.id;
  return isRequester ? words.ticket.requester : nameOf(by, words);
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

/** In Markdown, without those that are blank. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(escapeMarkdown);
}

function start(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
