// What can be done about handing over: with the form open, and once there is a ticket.

import type { Move } from '../next-move.js';
import { isOpen, type Ticket } from '../ticket/ticket.js';
import type { CommonWays } from './common-ways.js';
import type { Option } from './option.js';

type MoveOf<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;

/** So many tickets about the same fault are offered. */
export const similarOnShow = 2;

export function atHandOver({ same, isLong }: MoveOf<'hand-over'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  const { own, tickets = [] } = same ?? {};
  const send = (label: string): Option => ({
    place: 'main',
    verb: 'send',
    label,
    meanings: ['send', 'yes', 'done', 'helpdesk'],
    does: { kind: 'send' },
  });
  const joining = (ticket: Ticket): Option => ({
    place: 'main',
    verb: 'join-ticket',
    value: String(ticket.number),
    label: choices.joinTicket(ticket.number),
    meanings: [],
    does: { kind: 'join-ticket', ticket },
  });
  const preview: Option = {
    place: isLong === true ? 'main' : 'word',
    verb: 'preview',
    label: choices.preview,
    meanings: [],
    does: { kind: 'preview' },
  };
  return [
    ...(own === undefined
      ? [...tickets.slice(0, similarOnShow).map(joining), send(choices.send), preview]
      : [send(choices.toTicket(own.number))]),
    ...ways.back('main'),
    ways.works('word', ways.standing.focus),
    ways.restart('word'),
  ];
}

export function afterHandOver({ found }: MoveOf<'handed-over'>, ways: CommonWays): Option[] {
  const { choices } = ways.words;
  return [
    ...ways.back('main', ways.standing.focus === undefined ? choices.back : choices.backToRepair),
    ...(found?.ticket === undefined ? [] : [commenting(found.ticket, ways)]),
    ways.works('main'),
    ways.restart('main'),
  ];
}

function commenting(ticket: Ticket, { words: { choices } }: CommonWays): Option {
  const kind = isOpen(ticket) ? 'comment' : 'reopen';
  return { place: 'main', verb: kind, label: choices[kind], meanings: [], does: { kind, ticket: ticket.number } };
}
