// E-mail over SMTP: a ticket is a message, and what happens later are answers to it, so that mail programs show a thread.

import { createTransport } from 'nodemailer';
import { type Helpdesk, HelpdeskError } from '../../bot/ticket/helpdesk.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { eventText, ticketText, ticketTitle } from '../../bot/ticket/ticket-text.js';
import { en } from '../../bot/words/en.js';
import { codeOf, hintFor, isBeforeSending, propertyOf } from './connection-error.js';
import { eventId } from './event-id.js';
import { usualTimeoutMs } from './http.js';
import type { EmailSettings } from './settings.js';
import { packetFile } from './ticket-file.js';

export interface EmailOptions {
  /** For connecting, the greeting, and each answer of the server. */
  readonly timeoutMs?: number;
  /** A certificate authority to trust instead of those that Node trusts; for tests. */
  readonly authority?: string;
}

export function createEmail(
  { server, from, to }: EmailSettings,
  { timeoutMs = usualTimeoutMs, authority }: EmailOptions = {},
): Helpdesk {
  const { host, port, tls, user, password } = server;
  /** For a whole message, of which each part may take its time. */
  const longestMs = 4 * timeoutMs;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'from the start',
    requireTLS: tls === 'required',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    ...(authority === undefined ? {} : { tls: { ca: authority } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Nothing of a ticket is ever a path or an address to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  /** The same for each attempt: whoever gets a message twice can tell. */
  const messageId = (ticket: Ticket, at: number) => `<${eventId(ticket, at)}@${from.slice(from.lastIndexOf('@') + 1)}>`;

  async function send(ticket: Ticket, at: number): Promise<void> {
    const first = messageId(ticket, 0);
    const title = `[${en.helpdesk.number(ticket.number)}] ${ticketTitle(ticket)}`;
    const { name, type, content } = packetFile(ticket);
    try {
      await transport.sendMail({
        signal: AbortSignal.timeout(longestMs),
        from: { name: 'Pastefix', address: from },
        to,
        messageId: messageId(ticket, at),
        // Nobody's absence is to be answered to.
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(at === 0
          ? {
              subject: title,
              text: withFooter(ticketText(ticket)),
              attachments: [{ filename: name, contentType: type, content }],
            }
          : { subject: `Re: ${title}`, text: withFooter(eventText(ticket, at)), inReplyTo: first, references: first }),
      });
    } catch (error) {
      throw failure(error, host);
    }
  }

  return {
    name: 'email',
    timeoutMs: 2 * longestMs,
    async open(ticket) {
      await send(ticket, 0);
      return { id: messageId(ticket, 0), name: to };
    },
    tell: (_remote, ticket, at) => send(ticket, at),
    async check() {
      try {
        await transport.verify();
      } catch (error) {
        throw failure(error, host);
      }
    },
  };
}

function withFooter(text: string): string {
  return `${text}\n\n-- \n${en.helpdesk.answerInTeams}\n`;
}

/** Answers of a server may quote the message, so only their number is passed on. */
function failure(error: unknown, host: string): HelpdeskError {
  const status = Number(propertyOf(error, 'responseCode') ?? 0);
  const code = codeOf(error);
  const said = status > 0 ? ` (SMTP ${status})` : '';
  const cause = new Error([code, said].join(''));
  if (code === 'ETLS') {
    const message = `The mail server at ${host} offers no TLS that can be trusted (ETLS): see PASTEFIX_SMTP_URL`;
    return new HelpdeskError('unreachable', message, { cause });
  }
  const refused = ['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code) || [530, 534, 535].includes(status);
  if (refused && !isLater(status)) {
    const message = `The mail server refuses the account${said}: check the user and password in PASTEFIX_SMTP_URL`;
    return new HelpdeskError('credential', message, { cause });
  }
  if (isLater(status)) return new HelpdeskError('busy', `The mail server is busy${said}`, { cause });
  if (status >= 500)
    return new HelpdeskError('rejected', `The mail server does not take the message${said}`, { cause });
  if (isBeforeSending(code) || code === 'EDNS' || isEarlyTimeout(error)) {
    return new HelpdeskError('unreachable', `The mail server cannot be reached${hintFor(code)}`, { cause });
  }
  return new HelpdeskError('unknown', `The connection to the mail server broke${hintFor(code)}`, { cause });
}

/** As SMTP has it: 4yz asks to try again. */
function isLater(status: number): boolean {
  return status >= 400 && status < 500;
}

/** Before the connection stood. */
function isEarlyTimeout(error: unknown): boolean {
  const type = propertyOf(error, 'timeoutType');
  return type !== undefined && type !== 'SOCKET_TIMEOUT';
}
