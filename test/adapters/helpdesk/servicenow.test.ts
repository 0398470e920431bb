import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServiceNow } from '../../../adapters/helpdesk/servicenow.js';
import type { ServiceNowSettings } from '../../../adapters/helpdesk/settings.js';
import { type ServiceNowServer, startServiceNowServer } from '../../../bench/servers/servicenow-server.js';
import type { Helpdesk } from '../../../bot/ticket/helpdesk.js';
import { afterwards } from '../../bot/ticket/a-ticket.js';
import { failureOf, helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
import { sampleTicket } from './sample-ticket.js';

async function start(kind: 'basic' | 'oauth'): Promise<HttpSite & { readonly server: ServiceNowServer }> {
  const server = await startServiceNowServer();
  const { url, user, password, clientId, clientSecret, incidents, journal, attachments, files, complaints } = server;
  const rowOf = (caseId: string) => incidents.find((it) => it['correlation_id'] === caseId) ?? {};
  return {
    server,
    asksTwice: kind === 'oauth',
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createServiceNow(
        {
          url,
          account:
            kind === 'basic'
              ? { kind, user, password: wrongCredential ? `${password}?` : password }
              : { kind, clientId, clientSecret: wrongCredential ? `${clientSecret}?` : clientSecret },
        },
        options,
      ),
    failNext(trouble) {
      server.failNext(
        trouble === 'busy'
          ? { kind: 'answer', answer: { status: 429, headers: { 'retry-after': '7' } } }
          : trouble === 'rejected'
            ? { kind: 'answer', answer: { status: 400 } }
            : trouble === 'no answer when it is done'
              ? { kind: 'silent' }
              : { kind: 'cut', done: trouble === 'cut when it is done' },
      );
    },
    seen: async () =>
      incidents.map((row) => {
        const packet = attachments.filter(
          (it) => it['table_sys_id'] === row['sys_id'] && it['file_name'] === 'pastefix-evidence.json',
        );
        if (packet.length > 1) throw new Error('The packet was attached more than once');
        return {
          caseId: row['correlation_id'] ?? '',
          title: row['short_description'] ?? '',
          text: row['description'] ?? '',
          packet: JSON.parse(files.get(packet[0]?.['sys_id'] ?? '') ?? 'null'),
          comments: journal.filter((it) => it['element_id'] === row['sys_id']).map((it) => it['value'] ?? ''),
        };
      }),
    pass: () => {},
    secrets: [password, clientSecret],
    complaints,
    oneAtOnce: false,
    close: () => server.close(),
    expert: {
      reply: (caseId, by, text) => server.write(rowOf(caseId)['sys_id'] ?? '', by, text),
      resolve: (caseId, text) => Object.assign(rowOf(caseId), { state: '6', close_notes: text }),
      remove: (caseId) => incidents.splice(incidents.indexOf(rowOf(caseId)), 1),
      tellsResolution: true,
    },
  };
}

describe.each(['basic', 'oauth'] as const)('ServiceNow, %s', (kind) => {
  helpdeskContract(() => start(kind));
  httpContract(() => start(kind));
});

describe('ServiceNow, in particular', () => {
  const ticket = sampleTicket();
  let server: ServiceNowServer;
  beforeEach(async () => {
    server = await startServiceNowServer();
  });
  afterEach(async () => {
    await server.close();
    expect(server.complaints).toEqual([]);
  });

  function connect(settings: Partial<ServiceNowSettings> = {}): Helpdesk {
    const { url, user, password } = server;
    return createServiceNow({ url, account: { kind: 'basic', user, password }, ...settings });
  }
  const oauth = () => connect({ account: { kind: 'oauth', ...server } });
  const failure = (promise: Promise<unknown>) => failureOf(promise, [server.password, server.clientSecret]);

  test('an incident says what it is about, how bad it is and where it belongs', async () => {
    const ids = { caller: 'a'.repeat(32), group: 'b'.repeat(32), category: 'network' };
    const remote = await connect(ids).open(ticket, false);
    expect(server.incidents).toEqual([
      expect.objectContaining({
        short_description: 'Build server: CMGConnector_Forbidden',
        correlation_id: ticket.caseId,
        correlation_display: 'Pastefix',
        caller_id: ids.caller,
        assignment_group: ids.group,
        category: 'network',
      }),
    ]);
    const id = server.incidents[0]?.['sys_id'] ?? '';
    const url = `${server.url}/nav_to.do?uri=incident.do%3Fsys_id%3D${id}`;
    expect(remote).toEqual({ id, name: 'INC0010001', url });
  });

  test.each([
    ['low', '2', '3'],
    ['normal', '2', '2'],
    ['high', '2', '1'],
    ['critical', '1', '1'],
  ] as const)('severity %s: impact %s, urgency %s', async (severity, impact, urgency) => {
    await connect().open(sampleTicket({ severity }), false);
    expect(server.incidents).toMatchObject([{ impact, urgency }]);
  });

  test('a text that is too long is cut, and attached as a whole', async () => {
    const pastes = [{ text: `first ${'😀'.repeat(3000)} last`, whole: true }];
    await connect().open(sampleTicket({ packet: { ...ticket.packet, pastes } }), false);
    const description = server.incidents[0]?.['description'] ?? '';
    expect(description.length).toBeGreaterThan(3_900);
    expect(description).toMatch(/all of it is attached\]$/);
    expect(description).not.toMatch(/\p{Cs}/u);
    expect(server.attachments.map(({ file_name }) => file_name)).toEqual([
      'pastefix-evidence.txt',
      'pastefix-evidence.json',
    ]);
    expect(server.files.get(server.attachments[0]?.['sys_id'] ?? '')).toContain('last');
  });

  test('no text is taken for HTML', async () => {
    const said = afterwards(ticket, { kind: 'said', text: '[code]<b>x</b>[/CODE] [codes]' });
    const helpdesk = connect();
    await helpdesk.tell(await helpdesk.open(said, false), said, 3, false);
    expect(server.journal[0]?.['value']).not.toMatch(/\[\/?code\]/i);
    expect(server.journal[0]?.['value']).toContain('[codes]');
  });

  test('the incident of another ticket is never taken for this one', async () => {
    await connect().open(sampleTicket({ caseId: 'another' }), false);
    // As where the condition was not understood, and so left out.
    server.failNext(
      { kind: 'garbled', answer: { status: 200, body: { result: server.incidents } } },
      ({ method, path }) => method === 'GET' && path === '/api/now/table/incident',
    );
    await connect().open(ticket, false);
    expect(server.incidents.map((it) => it['correlation_id'])).toEqual(['another', ticket.caseId]);
  });

  test('a case id that would say more in a query is refused', async () => {
    await expect(connect().open(sampleTicket({ caseId: 'a^active=true' }), false)).rejects.toThrow('case id');
    expect(server.asked).toEqual([]);
  });

  test('of two incidents for a ticket, everybody means the older', async () => {
    await Promise.all([connect().open(ticket, false), connect().open(ticket, false)]);
    expect((await connect().open(ticket, true)).id).toBe(server.incidents[0]?.['sys_id']);
  });

  test('an account that may not attach files makes tickets all the same', async () => {
    server.may.attach = false;
    await connect().open(ticket, false);
    expect(server.incidents).toHaveLength(1);
  });

  test('an attachment that fails for now is made up for', async () => {
    server.failNext({ kind: 'answer', answer: { status: 503 } }, ({ path }) => path === '/api/now/attachment/file');
    expect((await failure(connect().open(ticket, false))).reason).toBe('busy');
    await connect().open(ticket, true);
    expect([server.incidents.length, server.attachments.length]).toEqual([1, 1]);
  });

  test('an account that may not make incidents is told at once', async () => {
    server.may.create = false;
    const { reason, message } = await failure(connect().open(ticket, false));
    expect({ reason, message }).toMatchObject({ reason: 'credential', message: expect.stringContaining('rights') });
  });

  test('an account that may not read comments is told at the start, and still sees the state', async () => {
    server.may.readJournal = false;
    const helpdesk = connect();
    const { reason, message } = await failure(Promise.resolve(helpdesk.check?.()));
    // Nothing that would keep tickets from being made.
    expect({ reason, message }).toMatchObject({ reason: 'rejected', message: expect.stringContaining('sys_journal') });
    const remote = await helpdesk.open(ticket, false);
    server.write(remote.id, 'noor', 'Which version?');
    expect(await helpdesk.look?.(remote, ticket)).toEqual({ state: 'open', comments: [] });
  });

  test.each([
    [{ state: '2' }, { state: 'open' }],
    [
      { state: '6', close_notes: 'Renewed.' },
      { state: 'resolved', resolution: 'Renewed.' },
    ],
    [{ state: '7', active: 'false', close_notes: ' ' }, { state: 'closed' }],
    [{ state: '8', active: 'false' }, { state: 'closed' }],
    [{ state: '42', active: 'false' }, { state: 'closed' }],
  ])('%j means %j', async (fields, expected) => {
    const helpdesk = connect();
    const remote = await helpdesk.open(ticket, false);
    Object.assign(server.incidents[0] ?? {}, fields);
    expect(await helpdesk.look?.(remote, ticket)).toEqual({ ...expected, comments: [] });
  });

  test('work notes stay there', async () => {
    const helpdesk = connect();
    const remote = await helpdesk.open(ticket, false);
    server.write(remote.id, 'noor', 'Secretly.');
    Object.assign(server.journal[0] ?? {}, { element: 'work_notes' });
    server.write(remote.id, 'noor', 'Which version?');
    expect(await helpdesk.look?.(remote, ticket)).toMatchObject({ comments: [{ text: 'Which version?' }] });
  });

  test('one token serves many requests, and is renewed when it ends early', async () => {
    const helpdesk = oauth();
    const remote = await helpdesk.open(ticket, false);
    await helpdesk.tell(remote, ticket, 1, false);
    const tokens = () => server.asked.filter(({ path }) => path === '/oauth_token.do').length;
    expect(tokens()).toBe(1);
    server.endTokens();
    await helpdesk.tell(remote, ticket, 2, false);
    expect(tokens()).toBe(2);
    expect(server.journal).toHaveLength(2);
  });

  test('a token that cannot be had leaves nothing in doubt', async () => {
    const noToken = ({ path }: { readonly path: string }) => path === '/oauth_token.do';
    server.failNext({ kind: 'cut', done: true }, noToken);
    expect((await failure(oauth().open(ticket, false))).reason).toBe('unreachable');
    server.failNext({ kind: 'answer', answer: { status: 400 } }, noToken);
    expect((await failure(oauth().open(ticket, false))).reason).toBe('credential');
    await oauth().open(ticket, false);
    expect(server.incidents).toHaveLength(1);
  });

  test('a sign-in page is no ServiceNow', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<title>Instance Hibernating</title>' };
    server.failNext({ kind: 'answer', answer: page }, () => true);
    const { reason, message } = await failure(connect().open(ticket, false));
    expect({ reason, message }).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('_URL') });
  });

  test('an answer that is no ServiceNow to making an incident leaves it in doubt', async () => {
    for (const body of ['<title>x</title>', '{"result":', { result: { sys_id: '../../x', number: 'INC1' } }]) {
      server.failNext({ kind: 'answer', answer: { status: 201, body } });
      expect((await failure(connect().open(ticket, false))).reason).toBe('unknown');
    }
  });
});
