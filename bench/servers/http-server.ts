// A server on this machine that can be told to go wrong.

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `body`: a string as it is, anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Fault =
  /** Refused, and nothing done. */
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** The connection ends without an answer, before or after the work was done. */
  | { readonly kind: 'cut'; readonly done: boolean }
  /** Done, and never answered. */
  | { readonly kind: 'silent' }
  /** Done, and answered with something else. */
  | { readonly kind: 'garbled'; readonly answer: Answer }
  /** Done, and answered after a while. */
  | { readonly kind: 'late'; readonly afterMs: number }
  /** Done, and answered twice on the same connection. */
  | { readonly kind: 'twice' };

export interface HttpServer {
  readonly url: string;
  /** Oldest first. */
  readonly asked: readonly Asked[];
  /** Of the next request that this is true of; changes, unless told. */
  failNext(fault: Fault, where?: (asked: Asked) => boolean): void;
  close(): Promise<void>;
}

/** @param faultOf What else goes wrong with a request; nothing unless told. */
export async function startHttpServer(
  work: (asked: Asked) => Promise<Answer>,
  faultOf: (asked: Asked) => Fault | undefined = () => undefined,
): Promise<HttpServer> {
  const faults: { readonly fault: Fault; readonly where: (asked: Asked) => boolean }[] = [];
  const all: Asked[] = [];

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked: Asked = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    all.push(asked);
    const next = faults.findIndex(({ where }) => where(asked));
    const [found] = next === -1 ? [] : faults.splice(next, 1);
    const fault = found?.fault ?? faultOf(asked);
    if (fault === undefined) return send(response, await work(asked));
    switch (fault.kind) {
      case 'answer':
        return send(response, fault.answer);
      case 'cut':
        if (fault.done) await work(asked);
        request.socket.destroy();
        return;
      case 'silent':
        await work(asked);
        return;
      case 'garbled':
        await work(asked);
        return send(response, fault.answer);
      case 'late': {
        const answer = await work(asked);
        await new Promise((resolve) => setTimeout(resolve, fault.afterMs));
        return send(response, answer);
      }
      case 'twice': {
        send(response, await work(asked));
        request.socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
        return;
      }
      default:
        return fault satisfies never;
    }
  };

  const server = createServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      // Somebody who died in the middle of what they said is no matter of ours.
      if (request.complete) throw error;
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: all,
    failNext: (fault, where = ({ method, path }) => method !== 'GET' && path !== '/oauth_token.do') => {
      faults.push({ fault, where });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers });
  response.end(text);
}
