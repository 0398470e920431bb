import { describe } from '@jest/globals';
import { createServiceNow } from '../../../adapters/helpdesk/servicenow.js';
import { helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
import { type ServiceNowServer, startServiceNowServer } from './servers/servicenow-server.js';

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
