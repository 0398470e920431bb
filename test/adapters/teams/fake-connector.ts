// The other side of the Bot Framework: takes what a bot sends, or refuses it.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeConnector {
  readonly url: string;
  readonly received: readonly Sent[];
  /** What the next requests are answered instead of being taken, in this order. */
  refuse(...answers: readonly Refusal[]): void;
  close(): Promise<void>;
}

export interface Sent {
  /** Method and path, decoded. */
  readonly to: string;
  readonly body: Record<string, unknown>;
}

/** `status` 0: the connection is cut after the message was taken. */
export interface Refusal {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startFakeConnector(): Promise<FakeConnector> {
  const received: Sent[] = [];
  const refusals: Refusal[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    received.push({ to: `${request.method} ${decodeURIComponent(request.url ?? '')}`, body });
    const refusal = refusals.shift();
    if (refusal?.status === 0) {
      response.destroy();
      return;
    }
    const id = `message-${received.length}`;
    const channel = body.channelData?.channel?.id;
    const answer = refusal
      ? { error: { code: refusal.code, message: 'of no use, may quote the message' } }
      : { id: channel === undefined ? id : `${channel};messageid=${id}`, activityId: id };
    response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json', ...refusal?.headers });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refuse: (...answers) => refusals.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
