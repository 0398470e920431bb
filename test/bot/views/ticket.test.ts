import { describe, expect, test } from '@jest/globals';
import type { DeliveryStatus } from '../../../bot/store.js';
import type { Happened } from '../../../bot/ticket/ticket.js';
import { drawEverything, drawTicket, drawTicketCard } from '../../../bot/views/ticket/card.js';
import { drawTickets } from '../../../bot/views/ticket/list.js';
import { drawTicketNews } from '../../../bot/views/ticket/news.js';
import { en } from '../../../bot/words/en.js';
import { labelsOf, passagesOf } from '../conversation.js';
import { aTicket } from '../ticket/a-ticket.js';

const noor = { id: 'noor', name: 'Noor' };
const ben = { person: { id: 'ben', name: 'Ben' }, conversation: 'chat of ben' };
const asked: Happened = { kind: 'asked', text: 'Which version?' };
const resolved: Happened = { kind: 'resolved', text: 'A new certificate.\nThen a restart.' };

const knownAs = (history: readonly Happened[], deliveries: readonly DeliveryStatus[] = []) => {
  const ticket = aTicket({ number: 41, severity: 'high', devices: 12, contact: 'room 7', history });
  return { number: 41, ticket, deliveries };
};

const text = (view: Parameters<typeof passagesOf>[0]): string => passagesOf(view).join('\n');

describe('the card of the experts', () => {
  test('says what it is about, how it stands, who asks, and what to ask first', () => {
    const known = knownAs([{ kind: 'assigned', to: noor }]);
    const packet = { ...known.ticket.packet, askFirst: 'Which mode is it?' };
    const view = drawTicketCard({ ...known, ticket: { ...known.ticket, packet } }, { words: en });
    expect(view.summary).toBe('Ticket 41: in work');
    for (const said of ['State: in work', 'Noor', 'high', 'Devices: 12', 'room 7', 'Mia', 'Which mode is it?'])
      expect(text(view)).toContain(said);
  });

  test.each<[when: string, history: Happened[], labels: string[]]>([
    ['it is open', [], ['Assign to me', 'Ask the requester', 'Write to the requester', 'Resolve', 'Show everything']],
    ['it is resolved', [resolved], ['Reopen', 'Draft article', 'Write to the requester', 'Show everything']],
    ['it is closed', [resolved, { kind: 'closed' }], ['Reopen', 'Draft article', 'Show everything']],
    ['it is needed no longer', [{ kind: 'closed' }], ['Reopen', 'Show everything']],
  ])('offers what can be done when %s', (_when, history, labels) => {
    expect(labelsOf(drawTicketCard(knownAs(history), { words: en }))).toEqual(labels);
  });

  test('shows the last things that have happened, and how many there were before', () => {
    const view = drawTicketCard(knownAs(Array.from({ length: 8 }, () => asked)), { words: en });
    expect(text(view)).toContain('3 things before that');
  });

  test('offers the known repairs as what fixed it, and something else unless told', () => {
    const { ticket } = knownAs([]);
    const repair = { article: 'gateway.md', issue: 'forbidden', repair: 'https', title: 'HTTPS' };
    const packet = { ...ticket.packet, untried: [repair] };
    const { parts } = drawTicketCard({ ...knownAs([]), ticket: { ...ticket, packet } }, { words: en });
    expect(parts).toContainEqual(
      expect.objectContaining({
        kind: 'input',
        value: 'other',
        type: {
          kind: 'choice',
          choices: [
            { label: en.ticket.expert.fixedByOther, value: 'other' },
            { label: 'HTTPS', value: '0' },
          ],
        },
      }),
    );
  });

  test('keeps the lines of what somebody wrote', () => {
    expect(text(drawTicketCard(knownAs([resolved]), { words: en }))).toContain('A new certificate.\nThen a restart.');
  });

  test('names helpdesks that have it, by their name for it, and whatever was not delivered', () => {
    const remote = { id: '1', name: 'INC_7', url: 'https://desk.example.com/7' };
    const deliveries: DeliveryStatus[] = [
      { target: 'servicenow', state: 'delivered', attempts: 1, remote },
      { target: 'mail', state: 'undelivered', attempts: 34 },
      { target: 'conversation/sccm', state: 'waiting', attempts: 0 },
      { target: 'conversation/chat of mia', state: 'undelivered', attempts: 1 },
    ];
    const card = text(drawTicketCard(knownAs([], deliveries), { words: en }));
    expect(card).toContain('servicenow has it as [INC\\_7](https://desk.example.com/7)');
    expect(card).toContain(en.ticket.delivery.undelivered('mail'));
    expect(card).toContain(en.ticket.delivery.undelivered(en.ticket.chat));
    expect(card).not.toContain(en.ticket.channel);
    const own = text(drawTicket(knownAs([], deliveries), 'requester', { words: en }));
    expect(own).toContain(en.ticket.delivery.waiting(en.ticket.channel));
  });

  test('links to nowhere but the web', () => {
    const remote = { id: '1', name: 'x', url: 'javascript:alert(1)' };
    const deliveries: DeliveryStatus[] = [{ target: 'desk', state: 'delivered', attempts: 1, remote }];
    expect(text(drawTicketCard(knownAs([], deliveries), { words: en }))).not.toContain('javascript');
  });
});

test('everything is the whole packet, each paste by itself', () => {
  const { ticket } = knownAs([]);
  const pastes = [
    { text: 'first', whole: true },
    { text: 'second', whole: false },
  ];
  const views = drawEverything({ ...ticket, packet: { ...ticket.packet, pastes } }, en);
  expect(views).toHaveLength(3);
  expect(views.map(text).join('\n')).toMatch(/Diagnosis[\s\S]*first[\s\S]*second/);
});

describe('news', () => {
  test.each<[happened: Happened, forRequester: string | undefined, forExpert: string | undefined]>([
    [{ kind: 'joined', follower: ben }, undefined, 'Ticket 41: Ben has the same fault and waits for it too.'],
    [{ kind: 'assigned', to: noor }, 'Mia takes care of ticket 41.', undefined],
    [asked, 'Mia has a question about ticket 41:', undefined],
    [{ kind: 'said', text: '2409' }, undefined, 'Ticket 41: Mia wrote:'],
    [{ kind: 'told', text: 'Soon.' }, 'Mia writes about ticket 41:', undefined],
    [resolved, 'Mia has resolved ticket 41:', undefined],
    [{ kind: 'reopened', text: 'Again.' }, 'Mia has reopened ticket 41:', 'Mia has reopened ticket 41:'],
    [{ kind: 'closed' }, 'Mia has closed ticket 41.', 'Mia has closed ticket 41.'],
  ])('$kind', (happened, forRequester, forExpert) => {
    const { ticket } = knownAs([happened]);
    expect(drawTicketNews(ticket, 1, 'requester', en)?.summary).toBe(forRequester);
    expect(drawTicketNews(ticket, 1, 'expert', en)?.summary).toBe(forExpert);
  });

  test('that it was opened is none, nor is what has never happened', () => {
    const { ticket } = knownAs([]);
    expect([drawTicketNews(ticket, 0, 'requester', en), drawTicketNews(ticket, 9, 'expert', en)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('can be answered where it stands', () => {
    const { ticket } = knownAs([asked]);
    const view = drawTicketNews(ticket, 1, 'requester', en);
    expect(labelsOf(view)).toEqual(['Answer', 'Show it']);
    expect(view?.parts).toContainEqual(expect.objectContaining({ kind: 'input', id: 'text' }));
  });

  test('of what fixed it asks whether it did', () => {
    const { ticket } = knownAs([resolved]);
    const view = drawTicketNews(ticket, 1, 'requester', en);
    expect(labelsOf(view)).toEqual(['It works now', 'Reopen', 'Show it']);
    expect(text(view)).toContain('A new certificate.\nThen a restart.');
  });

  test('that is old offers what can still be done', () => {
    const { ticket } = knownAs([asked, { kind: 'closed' }]);
    expect(labelsOf(drawTicketNews(ticket, 1, 'requester', en))).toEqual(['Show it']);
  });

  test('shows what people write as they wrote it', () => {
    const { ticket } = knownAs([{ kind: 'told', text: '**now** [x](https://evil.example)' }]);
    expect(text(drawTicketNews(ticket, 1, 'requester', en))).toContain('\\*\\*now\\*\\* \\[x\\](https://evil.example)');
  });
});

test.each<[what: string, deliveries: readonly DeliveryStatus[], state: string]>([
  ['has arrived', [{ target: 'servicenow', state: 'delivered', attempts: 1 }], 'new'],
  ['is on its way', [{ target: 'servicenow', state: 'waiting', attempts: 1 }], 'new'],
  ['is tried again', [{ target: 'mail', state: 'waiting', attempts: 1, problem: 'busy' }], 'new, not delivered yet'],
  [
    'was given up',
    [
      { target: 'mail', state: 'waiting', attempts: 1, problem: 'busy' },
      { target: 'servicenow', state: 'undelivered', attempts: 1, problem: 'refused' },
    ],
    'new, **not delivered**',
  ],
])('a list of tickets says what %s', (_what, deliveries, state) => {
  const view = drawTickets([knownAs([], deliveries)], 'Yours', 'None', en);
  expect(text(view)).toContain(`Ticket 41: The binding is wrong\n${state}`);
  expect(text(view)).not.toContain(`${state},`);
});
