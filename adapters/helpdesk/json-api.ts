// A helpdesk's API that speaks JSON and wants to know who asks.

import type { z } from 'zod';
import { HelpdeskError } from '../../bot/ticket/helpdesk.js';
import { type Endpoint, exchange, type Reply, type Request, readReply } from './http.js';

/** Who asks, as the `authorization` header says it. */
export interface Authorization {
  /** @throws {HelpdeskError} */
  header(): Promise<string>;
  /** After a refusal. @returns Whether the next header may do better. */
  renew(): boolean;
}

export function basicAuthorization(user: string, password: string): Authorization {
  const header = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return { header: async () => header, renew: () => false };
}

/** `type`: of the body, JSON unless told; a form brings its own. */
export type ApiRequest = Omit<Request, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
};

/** Both throw HelpdeskErrors. */
export interface JsonApi {
  ask<Schema extends z.ZodType>(request: ApiRequest, schema: Schema): Promise<z.output<Schema>>;
  /** @returns undefined where it does not exist. */
  find<Schema extends z.ZodType>(request: ApiRequest, schema: Schema): Promise<z.output<Schema> | undefined>;
}

export function connectJsonApi(endpoint: Endpoint, authorization: Authorization): JsonApi {
  async function send({ type = 'application/json', ...request }: ApiRequest): Promise<Reply> {
    const { body } = request;
    return exchange(endpoint, {
      ...request,
      headers: {
        accept: 'application/json',
        authorization: await authorization.header(),
        ...(typeof body === 'string' ? { 'content-type': type } : {}),
        ...request.headers,
      },
    });
  }

  /** What is refused was not done. */
  async function sendTwice(request: ApiRequest): Promise<Reply> {
    try {
      return await send(request);
    } catch (error) {
      if (!(error instanceof HelpdeskError && error.reason === 'credential' && authorization.renew())) throw error;
      return send(request);
    }
  }

  return {
    ask: async (request, schema) => readReply(endpoint, request, await sendTwice(request), schema),
    async find(request, schema) {
      const reply = await sendTwice({ ...request, alsoAccept: [404] });
      return reply.status === 404 ? undefined : readReply(endpoint, request, reply, schema);
    },
  };
}
