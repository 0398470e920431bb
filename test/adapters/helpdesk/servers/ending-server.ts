// A server that promises to keep each connection, and ends it after its first answer all the same. Proxies do.

import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface EndingServer {
  readonly url: string;
  readonly connections: () => number;
  close(): Promise<void>;
}

const answer = [
  'HTTP/1.1 200 OK',
  'connection: keep-alive',
  'keep-alive: timeout=60',
  'content-type: application/json',
  'content-length: 2',
  '',
  '{}',
].join('\r\n');

/** Whoever sends a second request on a connection may do so in vain. */
export const endings: readonly { readonly name: string; readonly end: (socket: Socket) => void }[] = [
  { name: 'closed at once', end: (socket) => socket.end() },
  { name: 'closed when idle', end: (socket) => setTimeout(() => socket.end(), 3) },
  { name: 'reset when idle', end: (socket) => setTimeout(() => socket.resetAndDestroy(), 3) },
  { name: 'reset by the next request', end: (socket) => socket.once('data', () => socket.resetAndDestroy()) },
];

export async function startEndingServer(end: (socket: Socket) => void): Promise<EndingServer> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket.once('close', () => open.delete(socket)));
    socket.on('error', () => {});
    socket.once('data', () => socket.write(answer, () => end(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
