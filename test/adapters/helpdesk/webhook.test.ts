import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWebhook, signatureOf, writeEvent } from '../../../adapters/helpdesk/webhook.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { afterwards } from '../../bot/ticket/a-ticket.js';
import { helpdeskContract } from './helpdesk-contract.js';
import { type HttpSite, httpContract } from './http-contract.js';
import { sampleTicket } from './sample-ticket.js';
import { startWebhookServer, type WebhookServer } from './servers/webhook-server.js';

async function start(): Promise<HttpSite & { readonly server: WebhookServer }> {
  const server = await startWebhookServer();
  const { secret, messages, complaints } = server;
  return {
    server,
    asksTwice: false,
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createWebhook({ url: `${server.url}/hook?key=1`, secret: wrongCredential ? `${secret}?` : secret }, options),
    failNext(trouble) {
      server.failNext(
        trouble === 'busy'
          ? { kind: 'answer', answer: { status: 503 } }
          : trouble === 'rejected'
            ? { kind: 'answer', answer: { status: 422 } }
            : trouble === 'no answer when it is done'
              ? { kind: 'silent' }
              : { kind: 'cut', done: trouble === 'cut when it is done' },
      );
    },
    seen: async () =>
      messages
        .filter(({ event }) => event.kind === 'opened')
        .map(({ ticket, text }) => ({
          caseId: ticket.caseId,
          // The raw one: whoever shows it knows how.
          title: ticket.summary.replace(/\p{Cc}+/gu, ' '),
          text,
          packet: ticket.packet,
          comments: messages
            .filter((it) => it.ticket.caseId === ticket.caseId && it.event.kind !== 'opened')
            .map((it) => it.text),
        })),
    pass: () => {},
    secrets: [secret],
    complaints,
    oneAtOnce: true,
    close: () => server.close(),
  };
}

describe('the webhook', () => {
  helpdeskContract(start);
  httpContract(start);

  const ticket = sampleTicket();

  test.each([
    ['nothing', '', { id: ticket.caseId, name: '12' }],
    ['no JSON', 'thank you', { id: ticket.caseId, name: '12' }],
    ['JSON of another kind', [1], { id: ticket.caseId, name: '12' }],
    ['a part of it', { name: 'T-7' }, { id: ticket.caseId, name: 'T-7' }],
    ['a link that is none', { id: '7', url: 'javascript:alert(1)' }, { id: ticket.caseId, name: '12' }],
    [
      'all of it',
      { id: '7', name: 'T-7', url: 'https://x.example/7' },
      { id: '7', name: 'T-7', url: 'https://x.example/7' },
    ],
  ])('whoever answers %s has taken the ticket', async (_name, body, expected) => {
    const { server, connect, close } = await start();
    server.reply.body = () => body;
    expect(await connect().open(ticket, false)).toEqual(expected);
    await close();
  });

  test('the body for an event stays the same, whatever happens later', () => {
    const early = { ...ticket, revision: 2, history: ticket.history.slice(0, 2) };
    for (const at of [0, 1]) expect(writeEvent(ticket, at)).toBe(writeEvent(early, at));
    expect(writeEvent(ticket, 1)).not.toContain('A new certificate');
  });

  test('keys of conversations stay here', () => {
    const follower = { person: { id: 'ada', name: 'Ada' }, conversation: 'conversation-of-ada' };
    const joined = afterwards(ticket, { kind: 'joined', follower });
    const body = writeEvent(joined, 3);
    expect(JSON.parse(body)).toMatchObject({ event: { kind: 'joined', follower: { id: 'ada', name: 'Ada' } } });
    expect(body).not.toMatch(/conversation-of|tenant-of/);
  });
});

describe('the signature fits what docs/helpdesks.md tells receivers to check', () => {
  const guide = readFileSync(join(__dirname, '../../../docs/helpdesks.md'), 'utf8');
  /** @param which Of those in that language, counted from 0. */
  const program = (language: string, which = 0) =>
    [...guide.matchAll(new RegExp(`\`\`\`${language}\\n(?<text>[\\s\\S]*?)\`\`\``, 'g'))][which]?.groups?.['text'] ??
    '';
  const secret = '0123456789abcdef0123456789abcdef-ü';
  const body = JSON.stringify({ text: 'Zertifikat abgelaufen: é😀\n', lines: [1, 2] });
  const seconds = 1_763_726_400;
  const header = signatureOf(body, secret, seconds);

  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pastefix-webhook-test-'));
    writeFileSync(join(folder, 'body'), body);
    writeFileSync(join(folder, 'other-body'), `${body} `);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const cases = [
    { name: 'what was sent', header, file: 'body', now: seconds + 10, expected: true },
    { name: 'another body', header, file: 'other-body', now: seconds + 10, expected: false },
    {
      name: 'another time',
      header: header.replace(/^t=\d+/, `t=${seconds + 1}`),
      file: 'body',
      now: seconds,
      expected: false,
    },
    {
      name: 'another secret',
      header: signatureOf(body, `${secret}!`, seconds),
      file: 'body',
      now: seconds,
      expected: false,
    },
    { name: 'a repetition, an hour later', header, file: 'body', now: seconds + 3600, expected: false },
    { name: 'no signature', header: '', file: 'body', now: seconds, expected: false },
    { name: 'half a signature', header: header.slice(0, -1), file: 'body', now: seconds, expected: false },
  ];

  function run(command: string, args: readonly string[]): string | undefined {
    const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) return undefined;
    if (status !== 0) throw new Error(stderr);
    return stdout;
  }

  test('in Node', () => {
    const calls = cases.map(
      (it) =>
        `console.log(isFromPastefix(${JSON.stringify(it.header)}, readFileSync('${it.file}'), ${JSON.stringify(secret)}, ${it.now}))`,
    );
    writeFileSync(
      join(folder, 'check.mjs'),
      [program('js'), "import { readFileSync } from 'node:fs';", ...calls].join('\n'),
    );
    expect(run(process.execPath, ['check.mjs'])?.trim().split('\n')).toEqual(
      cases.map(({ expected }) => String(expected)),
    );
    expect(program('js').trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  test('in the receiver to try it with, which prints each event once', async () => {
    const port = await freePort();
    const receiver = program('js', 1).replace('listen(8080,', `listen(${port},`);
    expect(receiver).toContain(String(port));
    writeFileSync(join(folder, 'receiver.mjs'), `${program('js')}\n${receiver}`);
    const child = spawn(process.execPath, ['receiver.mjs'], {
      cwd: folder,
      env: { PASTEFIX_WEBHOOK_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
      const url = `http://127.0.0.1:${port}/`;
      const webhook = createWebhook({ url, secret });
      const ticket = sampleTicket();
      const opened = async (): Promise<unknown> => {
        for (;;) {
          try {
            return await webhook.open(ticket, false);
          } catch (error) {
            if (!(error instanceof HelpdeskError) || error.reason !== 'unreachable') throw error;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      };
      await opened();
      await opened();
      await webhook.tell({ id: 'x', name: 'x' }, ticket, 1, false);
      const stranger = createWebhook({ url, secret: `${secret}?` });
      await expect(stranger.open(ticket, false)).rejects.toMatchObject({ reason: 'credential' });
      while (!printed.includes('Still broken.')) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(printed.match(/^Zx-81_kQpLm2\.\d$/gm)).toEqual(['Zx-81_kQpLm2.0', 'Zx-81_kQpLm2.1']);
      expect(printed).toContain('Ticket: Pastefix 12');
    } finally {
      child.kill();
    }
  });

  test('in Python, where that is installed', () => {
    const calls = cases.map(
      (it) =>
        `print(is_from_pastefix(${JSON.stringify(it.header)}, open("${it.file}", "rb").read(), ${JSON.stringify(secret)}, ${it.now}))`,
    );
    writeFileSync(join(folder, 'check.py'), [program('python'), ...calls].join('\n'));
    const said = run('python3', ['check.py']);
    if (said === undefined) {
      console.warn('There is no python3: its check of the signature is left out.');
      return;
    }
    expect(said.trim().split('\n')).toEqual(cases.map(({ expected }) => (expected ? 'True' : 'False')));
    expect(program('python').trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  test('in a shell, where openssl is installed', () => {
    if (run('openssl', ['version']) === undefined) {
      console.warn('There is no openssl: its check of the signature is left out.');
      return;
    }
    // It checks no time.
    for (const it of cases.filter(({ now }) => now < seconds + 3600)) {
      const [, time = '', digest = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(it.header) ?? [];
      const { status } = spawnSync('sh', ['-c', program('sh')], {
        env: { PATH: process.env['PATH'], time, digest: digest || 'none', secret, body: join(folder, it.file) },
      });
      expect({ name: it.name, fits: status === 0 }).toEqual({ name: it.name, fits: it.expected });
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
