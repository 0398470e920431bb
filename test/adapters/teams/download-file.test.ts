import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { activitySchema } from '../../../adapters/teams/activity.js';
import { attachedFiles, downloadFile, isTeamsStorage } from '../../../adapters/teams/download-file.js';

let storage: Server;
let address: string;
const asked: string[] = [];
const files: Record<string, Buffer> = {};

beforeAll(async () => {
  storage = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = files[request.url ?? ''];
    if (request.url === '/silent') return;
    response.statusCode = request.url === '/moved' ? 302 : file === undefined ? 404 : 200;
    if (request.url === '/moved') response.setHeader('location', '/utf8');
    response.end(file);
  });
  await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
});

afterAll(() => {
  storage.closeAllConnections();
  storage.close();
});

const line = 'StatusCode=403 StatusText=CMGConnector_Forbidden, naïve – “x”';
const utf16be = Buffer.from(`\ufeff${line}`, 'utf16le').swap16();

describe('what a file holds', () => {
  test.each([
    { name: 'UTF-8', bytes: Buffer.from(line), text: line },
    { name: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${line}`), text: line },
    { name: 'UTF-16 as Windows writes it', bytes: Buffer.from(`\ufeff${line}`, 'utf16le'), text: line },
    { name: 'the same without a mark', bytes: Buffer.from(line, 'utf16le'), text: line },
    { name: 'UTF-16 the other way round', bytes: utf16be, text: line },
    { name: 'Windows-1252', bytes: Buffer.from('caf\xe9 \xa7', 'latin1'), text: 'café §' },
    { name: 'nothing', bytes: Buffer.alloc(0), text: '' },
  ])('$name', async ({ bytes, text }) => {
    files['/file'] = bytes;
    expect(await downloadFile(`${address}/file`, { isTrusted: () => true })).toEqual({ kind: 'text', text });
  });

  test.each([
    { name: 'a zip', bytes: Buffer.from('PK\x03\x04rest', 'latin1'), problem: 'archive' },
    { name: 'a gzip', bytes: gzipSync(line), problem: 'archive' },
    { name: 'a cabinet', bytes: Buffer.from('MSCF\0\0\0\0', 'latin1'), problem: 'archive' },
    {
      name: 'a program',
      bytes: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
      problem: 'not-text',
    },
    { name: 'more than is read', bytes: Buffer.alloc(2001, 'x'), problem: 'too-large' },
  ])('$name is not read: $problem', async ({ bytes, problem }) => {
    files['/file'] = bytes;
    const answer = await downloadFile(`${address}/file`, { isTrusted: () => true, maxBytes: 2000 });
    expect(answer).toEqual({ kind: 'problem', problem });
  });
});

describe('where it comes from', () => {
  test.each([
    { name: 'gone', path: '/none' },
    { name: 'moved', path: '/moved' },
    { name: 'silent', path: '/silent' },
  ])('a place that is $name', async ({ path }) => {
    const answer = await downloadFile(`${address}${path}`, { isTrusted: () => true, timeoutMs: 200 });
    expect(answer).toEqual({ kind: 'problem', problem: 'unreachable' });
  });

  test('a place where Teams keeps no files is not even asked', async () => {
    const before = asked.length;
    expect(await downloadFile(`${address}/file`)).toEqual({ kind: 'problem', problem: 'foreign' });
    expect(asked).toHaveLength(before);
  });

  test.each([
    { url: 'https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1', trusted: true },
    { url: 'https://contoso.sharepoint.com/a', trusted: true },
    { url: 'http://contoso.sharepoint.com/a', trusted: false },
    { url: 'https://contoso.sharepoint.com:8443/a', trusted: false },
    { url: 'https://contoso.sharepoint.com.evil.example/a', trusted: false },
    { url: 'https://evilsharepoint.com/a', trusted: false },
    { url: 'https://user@contoso.sharepoint.com/a', trusted: false },
    { url: 'https://169.254.169.254/metadata', trusted: false },
    { url: 'file:///etc/passwd', trusted: false },
  ])('$url: $trusted', ({ url, trusted }) => expect(isTeamsStorage(new URL(url))).toBe(trusted));
});

test('files are found wherever they stand among the attachments', () => {
  const info = (name: string) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso-my.sharepoint.com/personal/x/Documents/${name}`,
    name,
    content: { downloadUrl: `https://contoso-my.sharepoint.com/download?${name}`, uniqueId: '1', fileType: 'log' },
  });
  const activity = activitySchema.parse({
    type: 'message',
    conversation: { id: 'c' },
    attachments: [{ contentType: 'text/html', content: '<p></p>' }, info('a.log'), null, info('b.log')],
  });
  expect(attachedFiles(activity)).toEqual([
    { name: 'a.log', url: 'https://contoso-my.sharepoint.com/download?a.log' },
    { name: 'b.log', url: 'https://contoso-my.sharepoint.com/download?b.log' },
  ]);
});
