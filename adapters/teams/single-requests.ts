// How the Bot Framework SDK sends a message that can wait. Left to itself it tries again at once, and sleeps as long as
// Teams asks for; the outbox knows better when to try again.

import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import { waitAskedFor } from '../helpdesk/http.js';
import { RefusedMessage } from './refused-message.js';

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<ClientOptions['httpClient']>;

/** `{ error: { code } }` in the Bot Framework, `{ errorCode }` or `{ code }` elsewhere in Teams. */
const refusal = z.object({
  error: z.object({ code: z.string() }).optional(),
  errorCode: z.union([z.string(), z.number()]).optional(),
  code: z.string().optional(),
});

/** A client whose requests are made once: an answer that is not 2xx is thrown as a RefusedMessage. */
export function singleRequests(timeoutMs: number): HttpClient {
  return {
    async sendRequest(request) {
      const response = await fetch(request.url, {
        method: request.method,
        // On an idle connection that has ended unnoticed, a message could fail without a reason.
        headers: { ...request.headers.rawHeaders(), connection: 'close' },
        body: bodySchema.parse(request.body ?? null),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bodyAsText = await response.text();
      if (!response.ok) {
        const retryAfterMs = waitAskedFor(response.headers.get('retry-after'), Date.now());
        throw new RefusedMessage(response.status, codeIn(bodyAsText), retryAfterMs);
      }
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', response.headers.get('content-type') ?? 'application/json');
      return { request, status: response.status, headers, bodyAsText };
    },
  };
}

/** The SDK writes JSON. */
const bodySchema = z.string().nullable();

/** A word, since it is logged; empty where there is none. */
function codeIn(text: string): string {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return '';
  }
  const { data } = refusal.safeParse(said);
  const code = String(data?.error?.code ?? data?.errorCode ?? data?.code ?? '');
  return /^\w{1,60}$/.test(code) ? code : '';
}
