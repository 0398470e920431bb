import { describe, expect, test } from '@jest/globals';
import { createWebhook, signatureOf } from '../../../adapters/helpdesk/webhook.js';
import { helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
import { sampleTicket } from './sample-ticket.js';
import { startWebhookServer, type WebhookServer } from './servers/webhook-server.js';

async function start(): Promise<HttpSite & { readonly server: WebhookServer }> {
  const server = await startWebhookServer();
  const { secret, messages, complaints } = server;
  return {
    server,
    asksTwice: false,
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createWebhook({ url: `${server.url}/hook?key=1`, secret: wrongCredential ? `${secret}?` : secret }, options),
    failNext(trouble) {
      server.failNext(
        trouble === 'busy'
          ? { kind: 'answer', answer: { status: 503 } }
          : trouble === 'rejected'
            ? { kind: 'answer', answer: { status: 422 } }
            : trouble === 'no answer when it is done'
              ? { kind: 'silent' }
              : { kind: 'cut', done: trouble === 'cut when it is done' },
      );
    },
    seen: async () =>
      messages
        .filter(({ event }) => event.kind === 'opened')
        .map(({ ticket, text }) => ({
          caseId: ticket.caseId,
          // The raw one: whoever shows it knows how.
          title: ticket.summary.replace(/\p{Cc}+/gu, ' '),
          text,
          packet: ticket.packet,
          comments: messages
            .filter((it) => it.ticket.caseId === ticket.caseId && it.event.kind !== 'opened')
            .map((it) => it.text),
        })),
    pass: () => {},
    secrets: [secret],
    complaints,
    oneAtOnce: true,
    close: () => server.close(),
  };
}

describe('the webhook', () => {
  helpdeskContract(start);
  httpContract(start);
});
void [expect, test, signatureOf, sampleTicket];
