// How a helpdesk is talked to over HTTP: bounded in time and size, redirects not followed, and whatever goes wrong told as
// a HelpdeskError. What the other side writes is in none of its messages: it may quote the ticket.

import type { z } from 'zod';
import { HelpdeskError } from '../../bot/ticket/helpdesk.js';
import { codeOf, hintFor, isBeforeSending, propertyOf } from './connection-error.js';

/** For a request, unless told otherwise. */
export const usualTimeoutMs = 15_000;

/** Answers are a ticket, or a hundred comments. */
const maxReplyBytes = 2 * 1024 * 1024;

/** Whoever asks for more is asked again after a day. */
const longestWaitMs = 24 * 60 * 60 * 1000;

export interface Endpoint {
  /** As operators know it: `ServiceNow`. */
  readonly name: string;
  /** Paths are below it. */
  readonly base: string;
  /** The setting that `base` comes from. */
  readonly addressSetting: string;
  /** Settings to look at when a credential is refused, as in a sentence. */
  readonly credentialSettings: string;
  /** For each request. */
  readonly timeoutMs: number;
  /** Nothing is asked after it, and what is under way then ends. */
  readonly deadline?: AbortSignal;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the base; none asks for the base itself. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Done twice it does no harm, so that nobody has to ask whether it was done. Reading always is. */
  readonly repeatable?: boolean;
  /** Asks about one ticket: what is forbidden or missing is the matter of that ticket, not of the settings. */
  readonly aboutTicket?: boolean;
  /** Statuses that are answers, besides 200 to 299. */
  readonly alsoAccept?: readonly number[];
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** @throws {HelpdeskError} */
export async function exchange(endpoint: Endpoint, request: Request): Promise<Reply> {
  const { name, timeoutMs, deadline } = endpoint;
  const { method, headers, body } = request;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(addressOf(endpoint, request), {
      method,
      // Asked so seldom, an idle connection would only be one that may have ended unnoticed.
      headers: { ...headers, connection: 'close' },
      ...(body === undefined ? {} : { body }),
      // A redirect could lead the credential anywhere.
      redirect: 'manual',
      signal: deadline === undefined ? timeout : AbortSignal.any([timeout, deadline]),
    });
    const { status } = response;
    if (response.ok || request.alsoAccept?.includes(status) === true) {
      const text = await readBounded(response);
      if (text === undefined) throw noAnswer(request, `${name} answered with more than ${maxReplyBytes} bytes`);
      return { status, text };
    }
    await response.body?.cancel();
    throw refusal(endpoint, request, response);
  } catch (error) {
    if (error instanceof HelpdeskError) throw error;
    if (propertyOf(error, 'name') === 'TimeoutError') {
      const late = deadline?.aborted === true ? 'takes too long' : `did not answer within ${timeoutMs / 1000} s`;
      throw noAnswer(request, `${name} ${late}`, error);
    }
    const code = codeOf(error);
    if (isBeforeSending(code)) {
      throw new HelpdeskError('unreachable', `${name} cannot be reached${hintFor(code)}`, { cause: error });
    }
    // Without a code it may be about a header, and quote it.
    throw noAnswer(request, `The connection to ${name} broke${hintFor(code)}`, code === '' ? undefined : error);
  }
}

/** @throws {HelpdeskError} Where the reply is not what such a helpdesk answers: another server may be behind the address. */
export function readReply<Schema extends z.ZodType>(
  { name, addressSetting }: Endpoint,
  request: Pick<Request, 'method' | 'repeatable'>,
  { text }: Reply,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw noAnswer(request, `What answers is not ${name}, or not ready: see whether ${addressSetting} leads to it`);
}

/** undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addressOf({ base }: Endpoint, { path = '', query = {} }: Request): string {
  const search = new URLSearchParams(query).toString();
  return `${path === '' ? base : base.replace(/\/+$/, '')}${path}${search === '' ? '' : `?${search}`}`;
}

async function readBounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the rest.
    if (length > maxReplyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** It may have been done all the same. */
function noAnswer(
  { method, repeatable = method === 'GET' }: Pick<Request, 'method' | 'repeatable'>,
  message: string,
  cause?: unknown,
  retryAfterMs?: number,
): HelpdeskError {
  return new HelpdeskError(repeatable ? 'unreachable' : 'unknown', message, {
    ...(cause === undefined ? {} : { cause }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Not done now, but asking again may help: still at work on it, too many requests, under maintenance. */
const later = [408, 409, 423, 425, 429, 503];

function refusal(
  { name, addressSetting, credentialSettings }: Endpoint,
  request: Request,
  { status, headers }: Response,
): HelpdeskError {
  const said = `(HTTP ${status})`;
  const retryAfterMs = waitAskedFor(headers.get('retry-after'), Date.now());
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 401) {
    return new HelpdeskError('credential', `${name} refuses the credential ${said}: check ${credentialSettings}`);
  }
  if (status === 403 && request.aboutTicket === true) {
    return new HelpdeskError('rejected', `${name} does not let the account of ${credentialSettings} do this ${said}`);
  }
  if (status === 403) {
    const message = `${name} does not give the account the rights it needs ${said}: see docs/helpdesks.md`;
    return new HelpdeskError('credential', message);
  }
  if (status === 404 && request.aboutTicket === true) {
    return new HelpdeskError('rejected', `The ticket is not at ${name} any more ${said}, or out of sight`);
  }
  if (later.includes(status)) return new HelpdeskError('busy', `${name} is busy ${said}`, wait);
  if (status >= 500) return noAnswer(request, `${name} failed ${said}`, undefined, retryAfterMs);
  if (status < 400) {
    return new HelpdeskError('rejected', `${addressSetting} leads elsewhere ${said}; name the address it leads to`);
  }
  if (status === 404 || status === 405 || status === 410) {
    return new HelpdeskError('rejected', `${name} is not at this address ${said}: check ${addressSetting}`);
  }
  return new HelpdeskError('rejected', `${name} does not take this ${said}`);
}

/**
 * @param header Seconds or a date, as in RFC 9110.
 * @param now Milliseconds since 1970.
 * @returns Milliseconds from now; undefined where nothing that makes sense is asked for.
 */
export function waitAskedFor(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  // `Date.parse` takes almost anything; a date here begins with a day's name.
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : /^[A-Z]/i.test(text) ? Date.parse(text) - now : NaN;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), longestWaitMs);
}
