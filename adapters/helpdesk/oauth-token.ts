// Access tokens by OAuth 2.0 client credentials (RFC 6749, 4.4), one at a time, kept until shortly before they end.

import { z } from 'zod';
import { HelpdeskError } from '../../bot/ticket/helpdesk.js';
import { type Endpoint, exchange, type Request, readReply } from './http.js';
import type { Authorization } from './json-api.js';

/** A token that ends while a request is on its way is of no use. */
const sparedMs = 60_000;

const reply = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z.coerce.number().min(0).default(0),
});

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** @param now Milliseconds since 1970. */
export function oauthAuthorization(
  endpoint: Endpoint,
  path: string,
  { clientId, clientSecret }: ClientCredentials,
  now: () => number = Date.now,
): Authorization {
  let kept: { readonly header: Promise<string>; endsAt: number } | undefined;

  async function fetchToken(): Promise<z.output<typeof reply>> {
    const request: Request = {
      method: 'POST',
      path,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
      repeatable: true,
      // Most servers answer a wrong secret so.
      alsoAccept: [400],
    };
    const answer = await exchange(endpoint, request);
    if (answer.status === 400) {
      const message = `${endpoint.name} gives out no token (HTTP 400): check ${endpoint.credentialSettings}`;
      throw new HelpdeskError('credential', message);
    }
    return readReply(endpoint, request, answer, reply);
  }

  return {
    header() {
      if (kept !== undefined && now() < kept.endsAt) return kept.header;
      const asked = fetchToken();
      const next = { header: asked.then((token) => `Bearer ${token.access_token}`), endsAt: Number.POSITIVE_INFINITY };
      kept = next;
      asked.then(
        ({ expires_in: seconds }) => {
          next.endsAt = now() + Math.max(seconds * 1000 - sparedMs, 0);
        },
        () => {
          if (kept === next) kept = undefined;
        },
      );
      return next.header;
    },
    renew() {
      const hadOne = kept !== undefined;
      kept = undefined;
      return hadOne;
    },
  };
}
