import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConversationReference } from '../../../adapters/teams/conversation-references.js';
import { NotWelcome, problemOfSending } from '../../../adapters/teams/refused-message.js';
import { createUnaskedMessages, threadOf } from '../../../adapters/teams/unasked-messages.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { endings, startEndingServer } from '../helpdesk/servers/ending-server.js';
import { type FakeConnector, type Refusal, startFakeConnector } from './fake-connector.js';

const messages = createUnaskedMessages(undefined, 1000);
let connector: FakeConnector;
let chat: ConversationReference;
let seen: number;

beforeAll(async () => {
  connector = await startFakeConnector();
  chat = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    bot: { id: '28:bot' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'contoso' },
  };
});
beforeEach(() => {
  seen = connector.received.length;
});
afterAll(() => connector.close());

const received = () => connector.received.slice(seen);

describe('without anybody having asked, the bot', () => {
  test('posts into a conversation', async () => {
    const id = await messages.post(chat, { text: 'It is fixed', summary: 'Fixed' });
    expect(received()).toMatchObject([
      {
        to: 'POST /v3/conversations/a:1/activities',
        body: { type: 'message', text: 'It is fixed', summary: 'Fixed', from: { id: '28:bot' } },
      },
    ]);
    expect(id).toBe(`message-${connector.received.length}`);
  });

  test('replaces what it has posted', async () => {
    await messages.replace(chat, 'message-7', { text: 'Waiting for you' });
    expect(received()).toMatchObject([
      { to: 'PUT /v3/conversations/a:1/activities/message-7', body: { id: 'message-7', text: 'Waiting for you' } },
    ]);
  });

  test('begins a thread in a channel that it was never spoken to in, and goes on in that', async () => {
    const id = await messages.begin('19:help@thread.tacv2', chat, { text: 'Ticket 7' });
    await messages.post(threadOf('19:help@thread.tacv2', id, chat), { text: 'More' });
    expect(received()).toMatchObject([
      {
        to: 'POST /v3/conversations',
        body: {
          isGroup: true,
          tenantId: 'contoso',
          channelData: { channel: { id: '19:help@thread.tacv2' } },
          activity: { type: 'message', text: 'Ticket 7' },
        },
      },
      { to: `POST /v3/conversations/19:help@thread.tacv2;messageid=${id}/activities`, body: { text: 'More' } },
    ]);
  });
});

const asked = { 'retry-after': '7' };

test.each<[answer: Refusal, reason: HelpdeskError['reason'], retryAfterMs: number | undefined]>([
  [{ status: 429, headers: asked }, 'busy', 7000],
  [{ status: 429 }, 'busy', undefined],
  [{ status: 412 }, 'busy', undefined],
  [{ status: 503, headers: asked }, 'busy', 7000],
  [{ status: 502 }, 'unknown', undefined],
  [{ status: 504 }, 'unknown', undefined],
  [{ status: 0 }, 'unknown', undefined],
  [{ status: 401, code: 'AuthenticationError' }, 'credential', undefined],
  [{ status: 400, code: 'BadSyntax' }, 'rejected', undefined],
  [{ status: 403, code: 'ForbiddenOperationException' }, 'rejected', undefined],
  [{ status: 403, code: 'BotNotInConversationRoster' }, 'rejected', undefined],
  [{ status: 404, code: 'ConversationNotFound' }, 'rejected', undefined],
  [{ status: 413, code: 'MessageSizeTooBig' }, 'rejected', undefined],
  [{ status: 500 }, 'rejected', undefined],
])('%j is asked once, and is %s', async (answer, reason, retryAfterMs) => {
  connector.refuse(answer);
  const problem: unknown = await messages.post(chat, { text: 'secret words' }).catch((error: unknown) => error);
  if (!(problem instanceof HelpdeskError)) throw problem;
  const { message, options } = problem;
  expect([problem.reason, options.retryAfterMs]).toEqual([reason, retryAfterMs]);
  expect(received()).toHaveLength(1);
  expect(message).not.toMatch(/secret|quote/);
  if (answer.code !== undefined && reason !== 'credential') expect(message).toContain(answer.code);
});

test.each(['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ConversationBlockedByUser'])(
  'after %s nothing more is sent there',
  async (code) => {
    connector.refuse({ status: 403, code });
    await expect(messages.post(chat, { text: 'x' })).rejects.toBeInstanceOf(NotWelcome);
  },
);

test('a service that is not there can be tried again', async () => {
  const gone = await startFakeConnector();
  await gone.close();
  const problem = messages.begin('19:x', { ...chat, serviceUrl: gone.url }, { text: 'x' });
  await expect(problem).rejects.toMatchObject({ reason: 'unreachable' });
});

test('without an app id nothing leaves this machine', async () => {
  const abroad = { ...chat, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
  const refused = { reason: 'rejected', message: expect.stringContaining('MicrosoftAppId') };
  await expect(messages.post(abroad, { text: 'x' })).rejects.toMatchObject(refused);
  await expect(messages.begin('19:x', abroad, { text: 'x' })).rejects.toMatchObject(refused);
});

test.each([
  ['invalid_client', 'credential'],
  ['unauthorized_client', 'credential'],
  ['network_error', 'unknown'],
])('signing in to Microsoft that ends in %s is %s', (errorCode, reason) => {
  const error = Object.assign(new Error('AADSTS7000215 with a lot of text'), { errorCode });
  expect(problemOfSending(error)).toMatchObject({ reason });
  expect(problemOfSending(error).message).not.toContain('AADSTS');
});

test.each(endings)('a connection that ends after its answer breaks no message: $name', async ({ end }) => {
  const server = await startEndingServer(end);
  const there = { ...chat, serviceUrl: server.url };
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([messages.post(there, { text: 'One' }), messages.post(there, { text: 'Two' })]);
    await pause(round % 4);
  }
  await server.close();
  expect(server.connections()).toBe(40);
});
