// Where Teams keeps what people attach, on this machine: the bot asks for files there as it does for those of SharePoint.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FileStore {
  /** For `NODE_OPTIONS` of a process that is to find its files here. */
  readonly nodeOptions: string;
  /** A file as Teams announces it in a message. */
  attach(name: string, text: string): object;
  close(): Promise<void>;
}

const elsewhere = 'https://contoso.sharepoint.com';

export async function startFileStore(): Promise<FileStore> {
  const files: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    response.end(files[Number(url.slice(1))]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirect = `const ask = fetch; globalThis.fetch = (address, how) => ask(String(address).replace('${elsewhere}/', '${here}/'), how);`;
  return {
    nodeOptions: `--import=data:text/javascript,${encodeURIComponent(redirect)}`,
    attach(name, text) {
      const downloadUrl = `${elsewhere}/${files.push(text) - 1}`;
      return {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        name,
        content: { downloadUrl },
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
