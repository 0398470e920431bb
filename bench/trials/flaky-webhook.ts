// A receiver of the webhook that takes each event once, as docs/helpdesks.md asks for, and fails a third of the time.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Random } from '../random.js';
import { drawFault, type Fault, type FlakyHelpdesk, type HelpdeskTicket, longestDelayMs } from './flaky-helpdesk.js';

/** One in so many requests goes wrong. */
const oneIn = 3;

const message = z.object({
  id: z.string(),
  ticket: z.object({ caseId: z.string(), number: z.int(), requester: z.object({ id: z.string() }) }),
});

export async function startFlakyWebhook(random: Random): Promise<FlakyHelpdesk> {
  const secret = randomBytes(32).toString('hex');
  const tickets: HelpdeskTicket[] = [];
  const events = new Map<string, number[]>();
  const bodies = new Map<string, string>();
  const met = new Map<Fault, number>();
  const complaints: string[] = [];
  let requests = 0;

  const take = (body: string, key: string): void => {
    const before = bodies.get(key);
    if (before !== undefined && before !== body) complaints.push(`${key} came with another body`);
    if (before !== undefined) return;
    const { id, ticket } = message.parse(JSON.parse(body));
    if (id !== key) complaints.push(`${key} names ${id}`);
    bodies.set(key, body);
    const { caseId, number, requester } = ticket;
    const at = Number(key.slice(caseId.length + 1));
    events.set(caseId, [...(events.get(caseId) ?? []), at]);
    if (at === 0) tickets.push({ caseId, number, requester: requester.id });
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const key = String(request.headers['idempotency-key']);
    if (!isSigned(body, String(request.headers['pastefix-signature']), secret)) {
      complaints.push(`${key} is not signed as it should be`);
      return send(response, 401);
    }
    const fault = drawFault(random, oneIn);
    if (fault !== undefined) met.set(fault, (met.get(fault) ?? 0) + 1);
    if (fault === 'cut before') return void response.destroy();
    if (fault === 'failed') return send(response, 500);
    if (fault === 'busy') return send(response, 503, { 'retry-after': '1' });
    take(body, key);
    if (fault === 'cut after') return void response.destroy();
    if (fault === 'late') await pause(random(longestDelayMs));
    const answer = JSON.stringify({ id: `remote ${key}`, name: `H-${key}` });
    if (fault === 'twice') return void answerTwice(response, answer);
    send(response, 200, { 'content-type': 'application/json' }, answer);
  };

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      // A sender that was killed is gone in the middle of what it says; anything else looks like a fault that was never met.
      if (request.complete) complaints.push(`what a sender said cannot be dealt with: ${error}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    name: 'webhook',
    settings: {
      PASTEFIX_WEBHOOK_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      PASTEFIX_WEBHOOK_SECRET: secret,
    },
    tickets,
    events,
    requests: () => requests,
    met,
    complaints,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** In two steps: where restify is loaded, `writeHead` of every server in the process returns nothing. */
function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  text = '',
): void {
  response.writeHead(status, headers);
  response.end(text);
}

function isSigned(body: string, signature: string, secret: string): boolean {
  const [, time, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  return digest !== undefined && timingSafeEqual(expected, Buffer.from(digest, 'hex'));
}

/** One answer after the other on the same connection, the second to a question that nobody has put. */
function answerTwice(response: ServerResponse, answer: string): void {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(answer)}\r\n\r\n`;
  response.socket?.write(`${head}${answer}${head}${answer}`, () => response.destroy());
}
