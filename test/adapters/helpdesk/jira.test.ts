import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createJira } from '../../../adapters/helpdesk/jira.js';
import type { JiraSettings } from '../../../adapters/helpdesk/settings.js';
import type { Helpdesk } from '../../../bot/ticket/helpdesk.js';
import { afterwards } from '../../bot/ticket/a-ticket.js';
import { failureOf, helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
import { sampleTicket } from './sample-ticket.js';
import { type JiraServer, startJiraServer } from './servers/jira-server.js';

async function start(): Promise<HttpSite & { readonly server: JiraServer }> {
  const server = await startJiraServer();
  const { url, user, token, serviceDesk, requestType, requests, complaints } = server;
  let now = Date.parse('2026-11-21T12:00:00Z');
  const caseOf = (packet: unknown) => (packet as { case?: string } | null)?.case ?? '';
  const packetOf = (files: readonly { name: string; content: string }[]) => {
    const packets = files.filter(({ name }) => name === 'pastefix-evidence.json');
    if (packets.length > 1) throw new Error('The packet was attached more than once');
    return JSON.parse(packets[0]?.content ?? 'null');
  };
  const requestOf = (caseId: string) => requests.find(({ files }) => caseOf(packetOf(files)) === caseId);
  return {
    server,
    asksTwice: false,
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createJira(
        { url, user, token: wrongCredential ? `${token}?` : token, serviceDesk, requestType },
        { now: () => now, ...options },
      ),
    failNext(trouble) {
      server.failNext(
        trouble === 'busy'
          ? { kind: 'answer', answer: { status: 429, headers: { 'retry-after': '7' } } }
          : trouble === 'rejected'
            ? { kind: 'answer', answer: { status: 400, body: { errorMessage: 'Your request could not be created.' } } }
            : trouble === 'no answer when it is done'
              ? { kind: 'silent' }
              : { kind: 'cut', done: trouble === 'cut when it is done' },
      );
    },
    seen: async () =>
      requests.map(({ summary, description, comments, files }) => ({
        caseId: caseOf(packetOf(files)),
        title: summary,
        text: description,
        packet: packetOf(files),
        comments: comments.map(({ body }) => body).filter((body) => !body.includes('[^pastefix-evidence.json]')),
      })),
    pass(ms) {
      now += ms;
      for (const request of requests) request.indexed = true;
    },
    secrets: [token],
    complaints,
    oneAtOnce: false,
    close: () => server.close(),
    expert: {
      reply: (caseId, by, text) => server.write(requestOf(caseId)?.issueKey ?? '', by, text),
      resolve: (caseId) => Object.assign(requestOf(caseId) ?? {}, { statusCategory: 'DONE' }),
      remove: (caseId) =>
        requests.splice(
          requests.findIndex(({ issueKey }) => issueKey === requestOf(caseId)?.issueKey),
          1,
        ),
      tellsResolution: false,
    },
  };
}

describe('Jira Service Management', () => {
  helpdeskContract(start);
  httpContract(start);
});

describe('Jira Service Management, in particular', () => {
  const ticket = sampleTicket();
  let server: JiraServer;
  let now = 0;
  beforeEach(async () => {
    server = await startJiraServer();
    now = Date.parse('2026-11-21T12:00:00Z');
  });
  afterEach(async () => {
    await server.close();
    expect(server.complaints).toEqual([]);
  });

  function connect(settings: Partial<JiraSettings> = {}): Helpdesk {
    const { url, user, token, serviceDesk, requestType } = server;
    return createJira({ url, user, token, serviceDesk, requestType, ...settings }, { now: () => now });
  }
  const failure = (promise: Promise<unknown>) => failureOf(promise, [server.token]);
  const waitOf = async (promise: Promise<unknown>) => (await failure(promise)).options.retryAfterMs ?? 0;

  test('a request says what it is about, and its link is passed on', async () => {
    const remote = await connect().open(ticket, false);
    const [request] = server.requests;
    expect(request?.summary).toMatch(/^Build server: CMGConnector_Forbidden \[pf[0-9a-f]{14}\]$/);
    expect(remote).toEqual({
      id: request?.issueKey,
      name: request?.issueKey,
      url: `${server.url}/servicedesk/customer/portal/12/${request?.issueKey}`,
    });
  });

  test('a request that search does not see yet is waited for', async () => {
    server.has.immediateIndex = false;
    server.failNext({ kind: 'cut', done: true });
    const helpdesk = connect();
    expect((await failure(helpdesk.open(ticket, false))).reason).toBe('unknown');
    const waitMs = await waitOf(helpdesk.open(ticket, true));
    expect(waitMs).toBeGreaterThan(0);
    now += waitMs / 2;
    const { reason, options } = await failure(helpdesk.open(ticket, true));
    expect({ reason, wait: options.retryAfterMs }).toEqual({ reason: 'unknown', wait: waitMs / 2 });
    for (const request of server.requests) request.indexed = true;
    await helpdesk.open(ticket, true);
    expect(server.requests).toHaveLength(1);
  });

  test('a request that was never made is made after a while, and the wait begins anew when that is in doubt too', async () => {
    const helpdesk = connect();
    server.failNext({ kind: 'cut', done: false });
    await failure(helpdesk.open(ticket, false));
    const waitMs = await waitOf(helpdesk.open(ticket, true));
    now += waitMs;
    server.failNext({ kind: 'cut', done: false });
    expect((await failure(helpdesk.open(ticket, true))).reason).toBe('unknown');
    expect(await waitOf(helpdesk.open(ticket, true))).toBe(waitMs);
    now += waitMs;
    await helpdesk.open(ticket, true);
    expect(server.requests).toHaveLength(1);
  });

  test('a request whose summary holds the words, but not ours, is another', async () => {
    await connect().open(ticket, false);
    const [first] = server.requests;
    const word = /pf[0-9a-f]{14}/.exec(first?.summary ?? '')?.[0] ?? '';
    server.requests.splice(0, 1, { ...first, summary: `What about ${word}?` } as (typeof server.requests)[number]);
    await connect().open(ticket, false);
    expect(server.requests).toHaveLength(2);
  });

  test('markup, links and mentions in text do nothing', async () => {
    const text = '{noformat} [~accountid:1] !x.png! {NoFormat} h1. *b*';
    const packet = { ...ticket.packet, pastes: [{ text, whole: true }] };
    const said = afterwards(sampleTicket({ packet }), { kind: 'said', text });
    const helpdesk = connect();
    await helpdesk.tell(await helpdesk.open(said, false), said, 3, false);
    const texts = [server.requests[0]?.description ?? '', server.requests[0]?.comments.at(-1)?.body ?? ''];
    for (const shown of texts) {
      const [before, inside, after, ...more] = shown.split(/\{noformat\}/i);
      expect(before).toBe('');
      expect(inside?.replaceAll('\u200b', '')).toContain(text);
      expect(after?.trim()).toMatch(/^(?:Pastefix Zx-81_kQpLm2\.3)?$/);
      expect(more).toEqual([]);
    }
  });

  test('priorities, where the request type has them', async () => {
    server.fields.push({ fieldId: 'priority', required: true });
    const helpdesk = connect({ priorities: ['Low', 'Medium', 'High', 'Highest'] });
    expect(await helpdesk.check?.()).toBeUndefined();
    for (const severity of ['low', 'normal', 'high', 'critical'] as const) {
      await helpdesk.open(sampleTicket({ severity, caseId: severity }), false);
    }
    expect(server.requests.map(({ priority }) => priority)).toEqual(['Low', 'Medium', 'High', 'Highest']);
  });

  test('customers who may not attach files make tickets all the same', async () => {
    server.has.attachments = false;
    await connect().open(ticket, false);
    expect(server.requests).toHaveLength(1);
  });

  test('an attachment in doubt is not attached twice', async () => {
    server.failNext(
      { kind: 'cut', done: true },
      ({ method, path }) => method === 'POST' && path.endsWith('/attachment'),
    );
    expect((await failure(connect().open(ticket, false))).reason).toBe('unknown');
    await connect().open(ticket, true);
    expect(server.requests.map(({ files }) => files.length)).toEqual([1]);
  });

  test('internal comments stay there, and files that came with a comment do not hide whose it is', async () => {
    const helpdesk = connect();
    const remote = await helpdesk.open(ticket, false);
    server.write(remote.id, 'Noor', 'Secretly.', false);
    server.write(remote.id, 'Noor', 'See this.\n\n[^log.txt] !x.png|thumbnail!');
    server.write(remote.id, 'Pastefix', 'Pastefix Zx-81_kQpLm2.0\n\n!x.png|thumbnail!\n[^pastefix-evidence.json]');
    expect(await helpdesk.look?.(remote, ticket)).toMatchObject({
      comments: [{ by: 'Noor', text: 'See this.\n\n[^log.txt] !x.png|thumbnail!' }],
    });
  });

  describe('what is wrong with the request type is told at the start', () => {
    const check = () => failure(Promise.resolve(connect().check?.()));

    test('a field that is required', async () => {
      server.fields.push({ fieldId: 'customfield_10010', required: true });
      expect((await check()).message).toContain('customfield_10010');
    });

    test('a field that is missing', async () => {
      server.fields.pop();
      expect((await check()).message).toContain('no field description');
    });

    test('the request type itself', async () => {
      const { reason, message } = await failure(Promise.resolve(connect({ requestType: '404' }).check?.()));
      expect({ reason, message }).toMatchObject({
        reason: 'rejected',
        message: expect.stringContaining('_REQUEST_TYPE'),
      });
    });
  });

  test('a path in the address is kept', async () => {
    await failure(connect({ url: `${server.url}/ex/jira/cloud-id/` }).open(ticket, false));
    expect(server.asked.map(({ path }) => path)).toEqual(['/ex/jira/cloud-id/rest/servicedeskapi/request']);
  });
});
