// A signed webhook: each event of a ticket is posted to one address, with all of the ticket as it was then. What a
// receiver has to check is in docs/helpdesks.md.

import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Helpdesk, RemoteTicket } from '../../bot/ticket/helpdesk.js';
import type { Ticket, TicketEvent } from '../../bot/ticket/ticket.js';
import { eventText, ticketText } from '../../bot/ticket/ticket-text.js';
import { caseKey, eventId } from './event-id.js';
import { type Endpoint, exchange, jsonOf, usualTimeoutMs } from './http.js';
import type { WebhookSettings } from './settings.js';

/** What a receiver may answer to the first event, for people to find the ticket there. */
const answer = z.object({
  id: z.string().min(1).max(200).optional(),
  name: z.string().min(1).max(100).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});

/** @param now Milliseconds since 1970. */
export function createWebhook(
  { url, secret }: WebhookSettings,
  { timeoutMs = usualTimeoutMs, now = Date.now }: { readonly timeoutMs?: number; readonly now?: () => number } = {},
): Helpdesk {
  const endpoint: Endpoint = {
    name: 'The webhook',
    base: url,
    addressSetting: 'PASTEFIX_WEBHOOK_URL',
    credentialSettings: 'PASTEFIX_WEBHOOK_SECRET',
    timeoutMs,
  };

  async function post(ticket: Ticket, at: number): Promise<string> {
    const body = writeEvent(ticket, at);
    const { text } = await exchange(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': eventId(ticket, at),
        'pastefix-signature': signatureOf(body, secret, Math.floor(now() / 1000)),
      },
      body,
    });
    return text;
  }

  return {
    name: 'webhook',
    timeoutMs: 2 * timeoutMs,
    async open(ticket) {
      const { id = caseKey(ticket), name = String(ticket.number), url } = readAnswer(await post(ticket, 0));
      return { id, name, ...(url === undefined ? {} : { url }) } satisfies RemoteTicket;
    },
    async tell(_remote, ticket, at) {
      await post(ticket, at);
    },
  };
}

/**
 * The body for an event. However often it is written, and whatever happened since, it is the same to the byte, so that a
 * receiver can tell a repetition from a change.
 */
export function writeEvent(ticket: Ticket, at: number): string {
  const { number, caseId, fingerprint, area, summary, severity, devices, contact, requester, packet } = ticket;
  const history = ticket.history.slice(0, at + 1).map(withoutConversation);
  return JSON.stringify({
    format: 'pastefix-ticket',
    version: 1,
    id: eventId(ticket, at),
    event: history[at],
    text: at === 0 ? ticketText(ticket) : eventText(ticket, at),
    ticket: {
      number,
      caseId,
      revision: at + 1,
      fingerprint,
      area,
      summary,
      severity,
      ...(devices === undefined ? {} : { devices }),
      contact,
      requester: requester.person,
      packet,
      history,
    },
  });
}

/** Keys of conversations mean nothing outside. */
function withoutConversation(event: TicketEvent): object {
  return event.kind === 'joined' ? { ...event, follower: event.follower.person } : event;
}

/** @param seconds Since 1970; the receiver refuses what is old. */
export function signatureOf(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Whoever has nothing to tell, or tells it in another form, has taken the ticket all the same. */
function readAnswer(text: string): z.output<typeof answer> {
  const parsed = answer.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : {};
}
