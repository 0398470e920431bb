// A case that is handed over: the form, filled in already, and the ticket that it becomes.

import type { Move } from '../next-move.js';
import { similarOnShow } from '../options/at-hand-over.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { isAnswered, isHeard } from '../ticket/deliveries-for.js';
import type { TicketForm } from '../ticket/form-fields.js';
import { areaOf } from '../ticket/new-ticket.js';
import { evidencePacket } from '../ticket/packet-of.js';
import { packetParts, packetPlainText } from '../ticket/packet-text.js';
import { newsSince } from '../ticket/since-then.js';
import { channelFor, isForAll } from '../ticket/support-channels.js';
import { isOpen, ownerOf, severities, stateOf, type Ticket } from '../ticket/ticket.js';
import type { Part, View } from '../view.js';
import { packetViews } from './packet.js';
import type { Drawn, Scene } from './scene.js';
import { ticketParts } from './ticket/card.js';
import { deliveryParts } from './ticket/deliveries.js';
import { nameOf } from './ticket/history.js';
import { wordsInput } from './ticket/inputs.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

export function drawHandOver(scene: Scene, { form, same, isLong }: MoveOf<'hand-over'>): Drawn {
  const { words } = scene;
  const { handOver } = words;
  if (same?.own !== undefined) return drawOwn(scene, same.own);
  return {
    summary: handOver.summary,
    parts: [
      { kind: 'title', text: handOver.title },
      ...similarParts(same?.tickets ?? [], scene),
      { kind: 'text', text: whereItGoes(scene) },
      ...inputsOf(form, scene),
      isLong === true
        ? { kind: 'text', text: handOver.long, tone: 'quiet' }
        : {
            kind: 'fold',
            label: words.choices.preview,
            parts: [{ kind: 'text', text: handOver.sent }, ...packetParts(evidencePacket(scene), words)],
          },
      { kind: 'text', text: handOver.masked, tone: 'quiet' },
      { kind: 'text', text: handOver.typing, tone: 'quiet' },
    ],
  };
}

/** What would be sent, besides what is filled in. */
export function drawWhatIsSent(scene: Scene): View[] {
  const { words } = scene;
  const { sent } = words.handOver;
  const [first, ...others] = packetViews(words.choices.preview, evidencePacket(scene), words);
  if (first === undefined) return [];
  return [{ ...first, parts: [{ kind: 'text', text: sent }, ...first.parts] }, ...others];
}

/** The case is a ticket already; what has become known since goes there too. */
function drawOwn(scene: Scene, own: Ticket): Drawn {
  const { handOver, ticket } = scene.words;
  const text = handOver.own(own.number, ticket.states[stateOf(own)]);
  const news = newsFor(own, scene);
  return {
    summary: text,
    parts: [
      { kind: 'text', text },
      ...(news === '' ? [] : [{ kind: 'code', text: news, caption: handOver.since } as const]),
    ],
  };
}

/** What an open ticket of the case has not been told yet; empty where there is nothing. */
export function newsFor(own: Ticket, scene: Scene): string {
  return isOpen(own) ? newsSince(own.packet, evidencePacket(scene), scene.words) : '';
}

export function drawHandedOver(scene: Scene, { ticket: number, found, written = '' }: MoveOf<'handed-over'>): Drawn {
  const { words } = scene;
  const { handedOver, ticket: ticketWords } = words;
  if (number === undefined || found === undefined) return drawToCopy(scene);
  const { ticket, deliveries } = found;
  if (ticket === undefined) {
    const gone: Part = { kind: 'text', text: ticketWords.gone(number), tone: 'quiet' };
    const { summary, parts } = drawToCopy(scene);
    return { summary, parts: [gone, ...parts] };
  }
  const heard = isHeard(ticket, scene.destinations) || deliveries.length > 0;
  return {
    summary: ticketWords.summary(number, ticketWords.states[stateOf(ticket)]),
    parts: [
      { kind: 'title', text: ticketWords.title(number) },
      { kind: 'text', text: `**${escapeMarkdown(ticket.summary)}**` },
      ...ticketParts(ticket, words),
      ...(heard
        ? [
            ...deliveryParts(ticket, deliveries, words),
            { kind: 'text', text: ticketWords.onItsWay(isAnswered(ticket, scene.destinations)) } as const,
          ]
        : [
            { kind: 'text', text: ticketWords.nobodyHears, tone: 'warning' } as const,
            { kind: 'code', text: packetPlainText(ticket.packet, words), caption: ticketWords.copy } as const,
          ]),
      { kind: 'text', text: `${ticketWords.kept} ${handedOver.stillHere}`, tone: 'quiet' },
      wordsInput('requester', words, written),
      { kind: 'text', text: ticketWords.typing(number), tone: 'quiet' },
    ],
  };
}

/** What there was before there were tickets: a text for a helpdesk of one's own. */
function drawToCopy(scene: Scene): Drawn {
  const { handedOver } = scene.words;
  return {
    summary: handedOver.summary,
    parts: [
      { kind: 'title', text: handedOver.title },
      { kind: 'text', text: handedOver.text },
      { kind: 'code', text: packetPlainText(evidencePacket(scene), scene.words), caption: handedOver.caption },
      { kind: 'text', text: handedOver.stillHere, tone: 'quiet' },
    ],
  };
}

function whereItGoes(scene: Scene): string {
  const { handOver } = scene.words;
  const { helpdesks, channels } = scene.destinations;
  const area = areaOf(scene);
  const channel = channelFor(area, channels);
  const places = [
    ...helpdesks.map((name) => `**${escapeMarkdown(name)}**`),
    ...(channel === undefined ? [] : [handOver.channel(isForAll(channel) ? undefined : escapeMarkdown(channel.area))]),
  ];
  return places.length === 0 ? handOver.nobody : handOver.goesTo(places, isAnswered({ area }, scene.destinations));
}

const dayMs = 24 * 60 * 60 * 1000;

function similarParts(tickets: readonly Ticket[], { words, now }: Scene): Part[] {
  const { handOver, ticket: ticketWords } = words;
  if (tickets.length === 0) return [];
  const hits = tickets.flatMap(({ requester, history }) => [
    { person: requester.person.id, at: history[0]?.at ?? '' },
    ...history.flatMap((it) => (it.kind === 'joined' ? [{ person: it.follower.person.id, at: it.at }] : [])),
  ]);
  const people = (some: typeof hits): number => new Set(some.map(({ person }) => person)).size;
  const today = hits.filter(({ at }) => now.getTime() - Date.parse(at) < dayMs);
  return [
    {
      kind: 'box',
      tone: 'warning',
      parts: [
        { kind: 'text', text: handOver.similar(people(hits), people(today)) },
        {
          kind: 'list',
          ordered: false,
          items: tickets.slice(0, similarOnShow).map((ticket) => {
            const owner = ownerOf(ticket);
            const state = ticketWords.states[stateOf(ticket)];
            const name = owner === undefined ? undefined : nameOf(owner, words);
            return handOver.similarTicket(ticket.number, state, name, escapeMarkdown(ticket.summary));
          }),
        },
      ],
    },
  ];
}

function inputsOf({ summary, severity, devices, contact }: TicketForm, { words }: Scene): Part[] {
  const { fields, hints } = words.handOver;
  const choices = severities.map((value) => ({ value, label: words.helpdesk.severities[value] }));
  return [
    { kind: 'input', id: 'summary', label: fields.summary, value: summary, type: { kind: 'line' } },
    { kind: 'input', id: 'severity', label: fields.severity, value: severity, type: { kind: 'choice', choices } },
    {
      kind: 'input',
      id: 'devices',
      label: fields.devices,
      hint: hints.devices,
      value: devices === 0 ? '' : String(devices),
      type: { kind: 'number' },
    },
    {
      kind: 'input',
      id: 'contact',
      label: fields.contact,
      hint: hints.contact,
      value: contact,
      type: { kind: 'line' },
    },
  ];
}
