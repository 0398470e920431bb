import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { conversationCarrier } from '../../../adapters/delivery/conversation-carrier.js';
import { conversationKey } from '../../../adapters/teams/conversation-key.js';
import type { ConversationReferences } from '../../../adapters/teams/conversation-references.js';
import { createUnaskedMessages } from '../../../adapters/teams/unasked-messages.js';
import { conversationTarget } from '../../../bot/ticket/deliveries-for.js';
import type { RemoteTicket } from '../../../bot/ticket/helpdesk.js';
import { stateOf, type Ticket } from '../../../bot/ticket/ticket.js';
import type { View } from '../../../bot/view.js';
import { aTicket } from '../../bot/ticket/a-ticket.js';
import { drawPlainly } from '../echo-bot.js';
import { type FakeConnector, startFakeConnector } from '../teams/fake-connector.js';
import { memoryReferences } from '../teams/memory-references.js';

const chat = conversationKey({ channel: 'msteams', tenant: 'contoso', id: 'a:mia' });
const channel = conversationKey({ channel: 'msteams', tenant: 'contoso', id: '19:help@thread.tacv2' });
const mia = { person: { id: 'mia' }, conversation: chat };

let connector: FakeConnector;
let references: ConversationReferences;
let seen: number;

beforeAll(async () => {
  connector = await startFakeConnector();
});
beforeEach(async () => {
  seen = connector.received.length;
  references = memoryReferences();
  await references.remember(chat, 'contoso', {
    channelId: 'msteams',
    serviceUrl: connector.url,
    bot: { id: '28:bot' },
    conversation: { id: 'a:mia', conversationType: 'personal', tenantId: 'contoso' },
  });
});
afterAll(() => connector.close());

const view = (summary: string, label?: string): View => ({
  summary,
  parts: [{ kind: 'text', text: summary }],
  choices: label === undefined ? [] : [{ label, action: { caseId: 'c', revision: 1, verb: 'again' } }],
});

/** Requesters hear of what experts say; experts of what the requester says. */
function newsOf({ history }: Ticket, at: number, to: 'requester' | 'expert'): View | undefined {
  const { kind } = history[at] ?? {};
  const isNews = to === 'requester' ? kind === 'told' : kind === 'said';
  return isNews ? view(`${kind} to ${to}`) : undefined;
}

function carry(ticket: Ticket, target: string, event: number, remote?: RemoteTicket) {
  const carrier = conversationCarrier({
    helpdesks: ['servicenow'],
    messages: createUnaskedMessages(undefined),
    references,
    drawCard: async (it) => view(`card, ${stateOf(it)}`, 'Take it'),
    drawNews: newsOf,
    draw: drawPlainly,
  });
  const { tenant, number } = ticket;
  const delivery = { id: 'claim', attempts: 0, tenant, ticket: number, target, event, ...(remote && { remote }) };
  return carrier.carry(delivery, ticket);
}

const sent = () =>
  connector.received.slice(seen).map(({ to, body }) => {
    const activity = (body['activity'] ?? body) as { readonly summary?: string };
    return `${to}: ${activity.summary}`;
  });

const told = aTicket({ requester: mia, history: [{ kind: 'told', text: 'Soon.' }] });
const said = aTicket({ requester: mia, history: [{ kind: 'said', text: 'Still broken.' }] });

describe('whoever waits for a ticket', () => {
  test('is told what has happened, where they have talked to the bot', async () => {
    expect(await carry(told, conversationTarget(chat), 1)).toBeUndefined();
    expect(sent()).toEqual(['POST /v3/conversations/a:mia/activities: told to requester']);
  });

  test('is not told what is no news to them', async () => {
    await carry(said, conversationTarget(chat), 1);
    expect(sent()).toEqual([]);
  });

  test.each([
    { status: 403, code: 'BotNotInConversationRoster' },
    { status: 403, code: 'ConversationBlockedByUser' },
    { status: 404, code: 'ConversationNotFound' },
  ])('and has removed the bot is left alone from then on: $code', async (answer) => {
    connector.refuse(answer);
    const refused = { reason: 'rejected', message: expect.stringContaining(answer.code) };
    await expect(carry(told, conversationTarget(chat), 1)).rejects.toMatchObject(refused);
    await expect(carry(told, conversationTarget(chat), 1)).rejects.toMatchObject({ reason: 'rejected' });
    expect(sent()).toHaveLength(1);
  });

  test('and cannot be reached just now is not forgotten', async () => {
    connector.refuse({ status: 429, headers: { 'retry-after': '3' } });
    const busy = { reason: 'busy', options: { retryAfterMs: 3000 } };
    await expect(carry(told, conversationTarget(chat), 1)).rejects.toMatchObject(busy);
    await carry(told, conversationTarget(chat), 1);
    expect(sent()).toHaveLength(2);
  });
});

describe('the channel that takes care of it', () => {
  const thread = /^POST \/v3\/conversations: card, new$/;

  test('gets a thread with a card, though the bot was never spoken to there', async () => {
    const remote = await carry(aTicket({ requester: mia }), conversationTarget(channel), 0);
    expect(sent()).toEqual([expect.stringMatching(thread)]);
    expect(remote).toEqual({ id: `message-${connector.received.length}`, name: 'card' });
  });

  test('sees on that card how it stands', async () => {
    const remote = { id: 'message-5', name: 'card' };
    expect(await carry(told, conversationTarget(channel), 1, remote)).toEqual(remote);
    expect(sent()).toEqual([
      'PUT /v3/conversations/19:help@thread.tacv2;messageid=message-5/activities/message-5: card, new',
    ]);
  });

  test('reads in the thread what the requester says', async () => {
    await carry(said, conversationTarget(channel), 1, { id: 'message-5', name: 'card' });
    expect(sent()[1]).toBe(
      'POST /v3/conversations/19:help@thread.tacv2;messageid=message-5/activities: said to expert',
    );
  });

  test('gets a new card when somebody has deleted the first', async () => {
    connector.refuse({ status: 404, code: 'ActivityNotFoundInConversation' });
    const remote = await carry(told, conversationTarget(channel), 1, { id: 'message-5', name: 'card' });
    expect(sent()).toEqual([expect.stringMatching(/^PUT/), expect.stringMatching(thread)]);
    expect(remote?.id).toBe(`message-${connector.received.length}`);
  });

  test('gets nothing before anybody of the tenant has talked to the bot', async () => {
    await references.forget(chat);
    const refused = { reason: 'rejected' };
    await expect(carry(told, conversationTarget(channel), 1)).rejects.toMatchObject(refused);
  });
});

test('a helpdesk that is not set up any more is named', async () => {
  const refused = { reason: 'rejected', message: expect.stringMatching(/"jira".*PASTEFIX_HELPDESK/) };
  await expect(carry(told, 'jira', 0)).rejects.toMatchObject(refused);
});
