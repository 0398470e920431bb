import { describe } from '@jest/globals';
import { createJira } from '../../../adapters/helpdesk/jira.js';
import { helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
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
          requests.findIndex((it) => it === requestOf(caseId)),
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
