// A receiver of the webhook: takes what is signed as docs/helpdesks.md says, and each event once.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type HttpServer, startHttpServer } from '../../../../bench/servers/http-server.js';
import { evidencePacketSchema } from '../../../../bot/ticket/evidence-packet.js';

const person = z.strictObject({ id: z.string(), name: z.string().optional() });
const event = z.strictObject({
  kind: z.enum(['opened', 'joined', 'assigned', 'asked', 'said', 'told', 'resolved', 'reopened', 'closed']),
  at: z.iso.datetime(),
  by: person,
  via: z.string().optional(),
  text: z.string().min(1).optional(),
  to: person.optional(),
  follower: person.optional(),
  repair: z.strictObject({ article: z.string(), issue: z.string(), repair: z.string() }).optional(),
});
const message = z.strictObject({
  format: z.literal('pastefix-ticket'),
  version: z.literal(1),
  id: z.string().regex(/^[\w-]+\.\d+$/),
  event,
  text: z.string().min(1),
  ticket: z.strictObject({
    number: z.int().min(1),
    caseId: z.string(),
    revision: z.int().min(1),
    fingerprint: z.string(),
    area: z.string(),
    summary: z.string(),
    severity: z.enum(['low', 'normal', 'high', 'critical']),
    devices: z.int().optional(),
    contact: z.string(),
    requester: person,
    packet: evidencePacketSchema.strict(),
    history: z.array(event).min(1),
  }),
});

export type Message = z.output<typeof message>;

export interface WebhookServer extends HttpServer {
  readonly secret: string;
  /** Of each event the first, in order. */
  readonly messages: Message[];
  readonly complaints: string[];
  /** What a message is answered with. */
  readonly reply: { body: (message: Message) => unknown };
}

export async function startWebhookServer(): Promise<WebhookServer> {
  const secret = 'secret-of-the-webhook-0123456789abcdef';
  const messages: Message[] = [];
  const bodies = new Map<string, string>();
  const complaints: string[] = [];
  const reply: WebhookServer['reply'] = {
    body: ({ ticket: { caseId } }) => ({ id: caseId, name: 'Ticket 1', url: 'https://tickets.example.com/1' }),
  };

  const server = await startHttpServer(async (asked) => {
    const body = asked.body.toString('utf8');
    const { 'pastefix-signature': signature, 'idempotency-key': key, 'content-type': type } = asked.headers;
    const [, time, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(signature)) ?? [];
    const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
    if (digest === undefined || !timingSafeEqual(expected, Buffer.from(digest, 'hex'))) return { status: 401 };
    const parsed = message.safeParse(JSON.parse(body));
    if (!parsed.success || parsed.data.id !== key || asked.method !== 'POST' || type !== 'application/json') {
      complaints.push(parsed.success ? 'headers' : z.prettifyError(parsed.error));
      return { status: 400 };
    }
    const before = bodies.get(parsed.data.id);
    if (before !== undefined && before !== body) {
      complaints.push(`${parsed.data.id} came with another body`);
      return { status: 422 };
    }
    if (before === undefined) messages.push(parsed.data);
    bodies.set(parsed.data.id, body);
    return { status: 200, body: reply.body(parsed.data) };
  });
  return { ...server, secret, messages, complaints, reply };
}
