import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createMetrics } from '../../adapters/metrics.js';
import { type RunningServer, type ServerParts, startServer } from '../../adapters/server.js';
import { createEchoBot, drawPlainly } from './echo-bot.js';

const app = {
  id: '11111111-2222-3333-4444-555555555555',
  type: 'SingleTenant',
  password: 'secret',
  tenantId: '99999999-8888-7777-6666-555555555555',
} as const;

let running: RunningServer[];
let logged: { event: string; fields: unknown }[];

beforeEach(() => {
  running = [];
  logged = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.close()));
});

async function start(parts: Partial<ServerParts> = {}): Promise<string> {
  const server = await startServer({
    port: 0,
    bot: createEchoBot(),
    draw: drawPlainly,
    log: (event, fields) => logged.push({ event, fields }),
    metrics: createMetrics(),
    checks: {},
    ...parts,
  });
  running.push(server);
  return `http://127.0.0.1:${server.port}`;
}

const message = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: 'user' },
  recipient: { id: 'bot' },
  conversation: { id: 'chat' },
  text: 'hello',
  deliveryMode: 'expectReplies',
};

const post = (base: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const repliesSchema = z.object({ activities: z.array(z.looseObject({ summary: z.string() })) });
const readReplies = async (response: Response) => repliesSchema.parse(await response.json());

describe('answers inline when replies are expected', () => {
  test('a message', async () => {
    const response = await post(await start(), message);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      activities: [
        {
          type: 'message',
          summary: 'You said hello',
          replyToId: '1',
          recipient: { id: 'user' },
          attachments: [
            {
              contentType: 'application/vnd.microsoft.card.adaptive',
              content: { type: 'AdaptiveCard', version: '1.5' },
            },
          ],
        },
      ],
    });
  });

  test('a view without buttons is text', async () => {
    const { id: _, ...joined } = { ...message, type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] };
    const response = await post(await start(), joined);
    expect(await response.json()).toMatchObject({
      activities: [{ type: 'message', text: 'Hello there', textFormat: 'markdown', summary: 'Hello' }],
    });
  });

  test.each([
    { name: 'Action.Submit', activity: { ...message, text: '', value: { action: { verb: 'x' } } } },
    {
      name: 'Action.Execute',
      activity: {
        ...message,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'v', data: { action: { verb: 'x' } } }, trigger: 'manual' },
      },
    },
  ])('$name presses a button', async ({ activity }) => {
    const response = await post(await start(), activity);
    expect(await response.json()).toMatchObject({
      activities: expect.arrayContaining([expect.objectContaining({ summary: 'You said {"action":{"verb":"x"}}' })]),
    });
  });

  describe('attached files', () => {
    const file = (name: string) => ({
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name,
      content: { downloadUrl: `https://contoso-my.sharepoint.com/${name}`, uniqueId: '1', fileType: 'log' },
    });
    const download: NonNullable<ServerParts['download']> = async (address) =>
      address.endsWith('.zip') ? { kind: 'problem', problem: 'archive' } : { kind: 'text', text: `text of ${address}` };
    const said = async (activity: object) => {
      const { activities } = await readReplies(await post(await start({ download }), { ...message, ...activity }));
      return activities.map(({ summary }) => summary);
    };

    test('are read below what was written', async () => {
      expect(await said({ text: '2 logs', attachments: [file('a.log'), file('b.log')] })).toEqual([
        'You said 2 logs\ntext of https://contoso-my.sharep',
      ]);
    });

    test('are read without a word', async () => {
      expect(await said({ text: '', attachments: [file('a.log')] })).toEqual([
        'You said text of https://contoso-my.sharepoint.co',
      ]);
    });

    test('that cannot be read are named, with what to do', async () => {
      expect(await said({ text: '', attachments: [file('a.zip')] })).toEqual(['a.zip was not read']);
      expect(await said({ text: 'help', attachments: [file('a.zip')] })).toEqual([
        'a.zip was not read',
        'You said help',
      ]);
    });
  });

  test('a repeated delivery is answered with nothing', async () => {
    const base = await start();
    await post(base, message);
    expect(await (await post(base, message)).json()).toEqual({ activities: [] });
  });

  test('an activity that says nothing is answered with nothing', async () => {
    expect(await (await post(await start(), { ...message, type: 'typing' })).json()).toEqual({ activities: [] });
  });

  test('a failing bot apologises, and nothing of the paste is logged', async () => {
    const response = await post(await start(), { ...message, text: 'boom' });
    expect(await response.json()).toMatchObject({
      activities: [{ type: 'message', text: expect.stringMatching(/went wrong .* reference \w{8}/) }],
    });
    expect(logged).toMatchObject([{ event: 'turn-failed', fields: { error: 'Error' } }]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

describe('without expected replies', () => {
  let connector: Server;
  let serviceUrl: string;
  let refused: string | undefined;
  let received: { url: string; body: Record<string, unknown>; authorization: string | undefined }[];

  beforeEach(async () => {
    received = [];
    refused = undefined;
    connector = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        received.push({
          url: `${request.method} ${request.url}`,
          body: JSON.parse(text),
          authorization: request.headers.authorization,
        });
        response.statusCode = request.method === refused ? 403 : 200;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id: `reply-${received.length}` }));
      });
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  });

  afterEach(() => {
    connector.close();
    connector.closeAllConnections();
  });

  const { deliveryMode: _, ...plain } = message;

  test('replies go to the service the message came from', async () => {
    const response = await post(await start(), { ...plain, serviceUrl });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(received).toMatchObject([
      {
        url: 'POST /v3/conversations/chat/activities/1',
        body: { summary: 'You said hello' },
        authorization: undefined,
      },
    ]);
  });

  test('an invoke is answered with its own response, the view follows as a message', async () => {
    const invoke = {
      ...plain,
      serviceUrl,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', data: { action: 1 } } },
    };
    const response = await post(await start(), invoke);
    expect([response.status, await response.json()]).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'You said {"action":1}' },
    ]);
    expect(received).toHaveLength(1);
  });

  describe('a pressed card says what was chosen, in place of its buttons', () => {
    const action = { caseId: 'case-1', revision: 1, verb: 'again' };
    const settled = expect.stringMatching(/You chose.*Again.*"actions":\[\]/);
    const execute = { type: 'invoke', name: 'adaptiveCard/action', id: '2', text: undefined, replyToId: 'reply-1' };
    const pressing = (data: object) => ({ ...execute, value: { action: { type: 'Action.Execute', data } } });

    test('Action.Execute: at once for the person, and for good', async () => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      const response = await (await post(base, { ...plain, serviceUrl, ...pressing({ action }) })).json();
      expect(response).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
      expect(JSON.stringify(response)).toEqual(settled);
      expect(received.map(({ url }) => url)).toEqual([
        'POST /v3/conversations/chat/activities/1',
        'POST /v3/conversations/chat/activities/2',
        'PUT /v3/conversations/chat/activities/reply-1',
      ]);
      expect(JSON.stringify(received[2]?.body)).toEqual(settled);
    });

    test('Action.Submit: for good', async () => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      await post(base, { ...plain, serviceUrl, id: '2', text: '', value: { action }, replyToId: 'reply-1' });
      expect(received[2]?.url).toBe('PUT /v3/conversations/chat/activities/reply-1');
      expect(JSON.stringify(received[2]?.body)).toEqual(settled);
    });

    test('by name where others read along', async () => {
      const base = await start();
      const shared = { conversation: { id: 'chat', conversationType: 'groupChat' }, from: { id: 'a', name: '*Anna*' } };
      await post(base, { ...plain, serviceUrl });
      const response = await post(base, { ...plain, serviceUrl, ...pressing({ action }), ...shared });
      expect(await response.json()).toMatchObject({
        value: { body: expect.arrayContaining([{ type: 'TextBlock', text: expect.stringContaining('Anna') }]) },
      });
    });

    test.each([
      { name: 'delivered twice', first: '2', second: '2', messages: 2 },
      { name: 'pressed twice', first: '2', second: '3', messages: 3 },
    ])('and says so again when $name', async ({ first, second, messages }) => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      await post(base, { ...plain, serviceUrl, ...pressing({ action }), id: first });
      const response = await post(base, { ...plain, serviceUrl, ...pressing({ action }), id: second });
      expect(JSON.stringify(await response.json())).toEqual(settled);
      expect(received.filter(({ url }) => url.startsWith('POST'))).toHaveLength(messages);
      expect(received.filter(({ url }) => url.endsWith('reply-1'))).toHaveLength(1);
    });

    test.each([
      { name: 'with a button that is not its own', change: pressing({ action: { ...action, revision: 2 } }) },
      { name: 'that nobody remembers', change: { ...pressing({ action }), replyToId: 'reply-77' } },
      { name: 'in another conversation', change: { ...pressing({ action }), conversation: { id: 'x' } } },
    ])('but not one $name', async ({ change }) => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      const press = { ...plain, serviceUrl, ...change };
      const asMessage = {
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringMatching(/^You said/),
      };
      expect(await (await post(base, press)).json()).toMatchObject(asMessage);
    });

    describe('unless the bot says where its answer goes', () => {
      const answering = (manner: 'in-place' | 'aside') => ({
        receive: async () => [{ summary: 'So it stands', parts: [], choices: [], manner }],
      });

      test('in the place of the card, though nobody remembers that', async () => {
        const base = await start({ bot: answering('in-place') });
        const press = { ...plain, serviceUrl, ...pressing({ action }), replyToId: 'reply-77' };
        const response = await (await post(base, press)).json();
        expect(response).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
        expect(received.map(({ url }) => url)).toEqual(['PUT /v3/conversations/chat/activities/reply-77']);
      });

      test('aside, to the one who pressed', async () => {
        const base = await start({ bot: answering('aside') });
        const response = await (await post(base, { ...plain, serviceUrl, ...pressing({ action }) })).json();
        expect(response).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: 'So it stands' });
        expect(received).toEqual([]);
      });

      test.each(['in-place', 'aside'] as const)(
        '%s, and nothing was pressed: a message like others',
        async (manner) => {
          const base = await start({ bot: answering(manner) });
          await post(base, { ...plain, serviceUrl });
          expect(received.map(({ url }) => url)).toEqual(['POST /v3/conversations/chat/activities/1']);
        },
      );
    });

    test('a press delivered twice, of a card that nobody remembers, is said to be done', async () => {
      const base = await start();
      const press = { ...plain, serviceUrl, ...pressing({ action }), replyToId: 'reply-77' };
      await post(base, press);
      expect(await (await post(base, press)).json()).toMatchObject({
        type: 'application/vnd.microsoft.activity.message',
        value: 'That is done already.',
      });
    });

    test('and loses its buttons once there is a newer one', async () => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      await post(base, { ...plain, serviceUrl, id: '2' });
      await post(base, { ...plain, serviceUrl, id: '3', conversation: { id: 'x' } });
      const changed = received.filter(({ url }) => url.startsWith('PUT'));
      expect(changed.map(({ url }) => url)).toEqual(['PUT /v3/conversations/chat/activities/reply-1']);
      expect(JSON.stringify(changed[0]?.body)).toMatch(/"actions":\[\]/);
      expect(JSON.stringify(changed[0]?.body)).not.toContain('You chose');
    });

    test('and a card that cannot be changed is no reason to fail', async () => {
      const base = await start();
      await post(base, { ...plain, serviceUrl });
      refused = 'PUT';
      const response = await post(base, { ...plain, serviceUrl, ...pressing({ action }) });
      expect(await response.json()).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect(logged).toEqual([{ event: 'card-not-updated', fields: undefined }]);
    });
  });

  test.each([
    { name: 'no value', value: undefined },
    { name: 'no action', value: { x: 1 } },
    { name: 'an action that is none', value: { action: 'x' } },
  ])('an invoke with $name is refused in the card’s own way', async ({ value }) => {
    const invoke = { ...plain, serviceUrl, type: 'invoke', name: 'adaptiveCard/action', value };
    expect(await (await post(await start(), invoke)).json()).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
    });
  });

  test('other invokes are not implemented', async () => {
    const response = await post(await start(), { ...plain, serviceUrl, type: 'invoke', name: 'task/fetch' });
    expect(response.status).toBe(501);
  });

  test('a reply that the service does not take is logged, and that is all', async () => {
    refused = 'POST';
    const base = await start();
    expect((await post(base, { ...plain, serviceUrl })).status).toBe(200);
    expect(logged).toEqual([{ event: 'reply-not-sent', fields: expect.objectContaining({ status: 403 }) }]);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });

  test('replies never leave the machine without an app id', async () => {
    const response = await post(await start(), plain);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'NotLocal' }]);
  });
});

describe('what is no activity is refused', () => {
  test.each([
    { name: 'no JSON', body: '{', headers: {}, status: 400, code: 'InvalidJson' },
    { name: 'no UTF-8', body: '{"a":"\ud800"}', headers: {}, status: 400, code: 'NotAnActivity' },
    { name: 'nothing', body: '', headers: {}, status: 400, code: 'InvalidJson' },
    { name: 'a list', body: '[]', headers: {}, status: 400, code: 'NotAnActivity' },
    { name: 'a word', body: '"x"', headers: {}, status: 400, code: 'NotAnActivity' },
    { name: 'an empty object', body: '{}', headers: {}, status: 400, code: 'NotAnActivity' },
    { name: 'no conversation', body: '{"type":"message"}', headers: {}, status: 400, code: 'NotAnActivity' },
    { name: 'deep nesting', body: '['.repeat(500_000), headers: {}, status: 400, code: 'InvalidJson' },
    {
      name: 'too much',
      body: JSON.stringify('x'.repeat(4 * 1024 * 1024)),
      headers: {},
      status: 413,
      code: 'BodyTooLarge',
    },
    { name: 'a form', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { name: 'plain text', body: '{}', headers: { 'content-type': 'text/plain' }, status: 415 },
    { name: 'compressed data', body: '{}', headers: { 'content-encoding': 'gzip' }, status: 415 },
  ])('$name: $status', async ({ body, headers, status, code }) => {
    const response = await post(await start(), body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ...(code !== undefined && { code }), message: expect.any(String) });
  });

  test('bytes that are no text', async () => {
    const response = await fetch(`${await start()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0xff, 0xfe, 0x00, 0x01]),
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'InvalidJson' }]);
  });

  test.each([
    { method: 'GET', path: '/api/messages', status: 405 },
    { method: 'GET', path: '/nowhere', status: 404 },
  ])('$method $path: $status', async ({ method, path, status }) => {
    expect((await fetch(`${await start()}${path}`, { method })).status).toBe(status);
  });
});

describe('who may talk to it', () => {
  test.each([
    { name: 'nobody in particular', headers: {} },
    { name: 'somebody with a made-up token', headers: { authorization: 'Bearer x.y.z' } },
    { name: 'somebody with a password', headers: { authorization: 'Basic eDp5' } },
  ])('with an app id, not $name', async ({ headers }) => {
    const response = await post(await start({ app }), message, headers);
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'Unauthorized' }]);
    expect(logged).toEqual([{ event: 'unauthenticated', fields: undefined }]);
  });

  test.each([{ host: 'evil.example' }, { host: 'evil.example:3978' }, { host: '127.0.0.1.evil.example' }])(
    'without an app id, not a page that calls this machine $host',
    async ({ host }) => {
      const url = new URL(await start());
      const status = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(url.port), url.hostname, () => {
          socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
        });
        socket.once('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''));
        socket.once('error', reject);
      });
      expect(status).toMatch(/ 403 /);
    },
  );
});

describe('drafts of articles', () => {
  const drafts: NonNullable<ServerParts['drafts']> = {
    read: async (seal) => {
      if (seal === '41') return { kind: 'draft', name: 'ticket-41.md', text: '# Grün\n' };
      return { kind: seal === 'over' || seal === 'gone' || seal === 'down' ? seal : 'foreign' };
    },
  };

  test('are files to save, which nobody keeps on the way', async () => {
    const response = await fetch(`${await start({ drafts })}/drafts/ticket-41.md?seal=41`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="ticket-41.md"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('# Grün\n');
  });

  test.each([
    ['over', 410, 'is over. Press “Draft article”'],
    ['gone', 410, 'no longer kept'],
    ['down', 503, 'Try again in a minute'],
    ['<b>', 404, 'leads to no draft'],
  ])('%s: a sentence says what to do', async (seal, status, says) => {
    const response = await fetch(`${await start({ drafts })}/drafts/ticket-41.md?seal=${encodeURIComponent(seal)}`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(says)]);
  });

  test('are not there unless told', async () => {
    expect((await fetch(`${await start()}/drafts/ticket-41.md?seal=41`)).status).toBe(404);
  });
});

describe('how it is', () => {
  test('alive', async () => {
    const response = await fetch(`${await start()}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
  });

  const works = async () => {};

  test.each([
    { name: 'ready', checks: { knowledge: works, database: works }, status: 200, failing: [] },
    {
      name: 'not ready, naming the parts',
      checks: {
        knowledge: works,
        database: () => Promise.reject(new Error('gone')),
        moon: () => {
          throw new Error('eclipse');
        },
      },
      status: 503,
      failing: ['database', 'moon'],
    },
  ])('$name', async ({ checks, status, failing }) => {
    const response = await fetch(`${await start({ checks })}/readyz`);
    expect([response.status, await response.json()]).toMatchObject([status, { failing }]);
  });

  test('in figures', async () => {
    const metrics = createMetrics();
    const base = await start({ metrics, bot: metrics.watchBot(createEchoBot()) });
    await post(base, message);
    await post(base, { ...message, id: '2', text: 'boom' });
    const response = await fetch(`${base}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/^pastefix_turns_total\{kind="message",result="ok"\} 1$/m);
    expect(text).toMatch(/^pastefix_turns_total\{kind="message",result="failed"\} 1$/m);
    expect(text).toMatch(/^pastefix_turn_duration_seconds_count\{kind="message"\} 2$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});

describe('begin and end', () => {
  test('a port in use is said', async () => {
    const { port } = new URL(await start());
    await expect(start({ port: Number(port) })).rejects.toMatchObject({
      name: 'ListenError',
      message: `Port ${port} is in use, perhaps by another Pastefix. End that program, or set PORT to another number.`,
    });
  });

  test('a turn under way is finished before the end', async () => {
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const bot = createEchoBot();
    const base = await start({ bot: { receive: async (incoming) => slow.then(() => bot.receive(incoming)) } });
    const answer = post(base, message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const end = running[0]?.close();
    goOn();
    expect((await answer).status).toBe(200);
    await end;
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
  });
});
