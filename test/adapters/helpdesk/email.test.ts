import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createEmail } from '../../../adapters/helpdesk/email.js';
import type { EmailSettings } from '../../../adapters/helpdesk/settings.js';
import type { Helpdesk, HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { failureOf, helpdeskContract, type Site } from './helpdesk-contract.js';
import { sampleTicket } from './sample-ticket.js';
import { type MailFault, type MailServer, startMailServer } from './servers/mail-server.js';

const project = join(__dirname, '../../..');

async function start(): Promise<Site> {
  const server = await startMailServer();
  const { host, port, user, password, authority } = server;
  return {
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createEmail(
        {
          server: {
            host,
            port,
            tls: 'from the start',
            user,
            password: wrongCredential ? `${password}?` : password,
          },
          from: 'pastefix@bot.example.com',
          to: 'helpdesk@example.com',
        },
        { authority, ...options },
      ),
    failNext(trouble) {
      server.failNext(
        trouble === 'busy'
          ? { kind: 'refuse', at: 'recipient', status: 451 }
          : trouble === 'rejected'
            ? { kind: 'refuse', at: 'message', status: 554 }
            : { kind: trouble === 'no answer when it is done' ? 'silent' : 'cut', done: trouble.endsWith('is done') },
      );
    },
    async seen() {
      const messages = [...new Map(server.messages.map((it) => [it.messageId, it])).values()];
      const caseOf = (id = '') => /^<(.*)\.\d+@bot\.example\.com>$/.exec(id)?.[1] ?? '';
      return messages
        .filter(({ inReplyTo }) => inReplyTo === undefined)
        .map(({ messageId, subject = '', text = '', attachments }) => ({
          caseId: caseOf(messageId),
          title: subject,
          text,
          packet: JSON.parse(new TextDecoder().decode(attachments[0]?.content as ArrayBuffer)),
          comments: messages.filter((it) => it.inReplyTo === messageId).map((it) => it.text ?? ''),
        }));
    },
    pass: () => {},
    secrets: [password],
    complaints: [],
    oneAtOnce: true,
    close: () => server.close(),
  };
}

describe('e-mail', () => {
  helpdeskContract(start);
});

describe('e-mail, in particular', () => {
  const ticket = sampleTicket();
  let server: MailServer;
  afterEach(() => server.close());

  function connect({
    tls = 'from the start',
    authority = server.authority,
    ...account
  }: Partial<Connection> = {}): Helpdesk {
    const { host, port, user, password } = server;
    return createEmail(
      {
        server: { host, port, tls, user, password, ...account },
        from: 'pastefix@bot.example.com',
        to: 'helpdesk@example.com',
      },
      authority === '' ? {} : { authority },
    );
  }
  type Connection = EmailSettings['server'] & { readonly authority: string };
  const failure = (promise: Promise<unknown>) => failureOf(promise, [server.password]);

  test('a ticket is a message, and what happens later answers it', async () => {
    server = await startMailServer();
    const helpdesk = connect();
    const remote = await helpdesk.open(ticket, false);
    await helpdesk.tell(remote, ticket, 1, false);
    await helpdesk.tell(remote, ticket, 2, false);
    const [first, ...answers] = server.messages;
    expect(remote).toEqual({ id: first?.messageId, name: 'helpdesk@example.com' });
    expect(first).toMatchObject({
      messageId: '<Zx-81_kQpLm2.0@bot.example.com>',
      from: { name: 'Pastefix', address: 'pastefix@bot.example.com' },
      to: [{ address: 'helpdesk@example.com' }],
      subject: '[Pastefix 12] Build server: CMGConnector_Forbidden',
      attachments: [{ filename: 'pastefix-evidence.json', mimeType: 'application/json' }],
    });
    expect(first?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(
      answers.map(({ messageId, inReplyTo, references, subject }) => ({ messageId, inReplyTo, references, subject })),
    ).toEqual(
      [1, 2].map((at) => ({
        messageId: `<Zx-81_kQpLm2.${at}@bot.example.com>`,
        inReplyTo: first?.messageId,
        references: first?.messageId,
        subject: 'Re: [Pastefix 12] Build server: CMGConnector_Forbidden',
      })),
    );
  });

  test('a message that was sent twice says so', async () => {
    server = await startMailServer();
    server.failNext({ kind: 'cut', done: true });
    expect((await failure(connect().open(ticket, false))).reason).toBe('unknown');
    await connect().open(ticket, true);
    expect(server.messages.map(({ messageId }) => messageId)).toEqual(
      Array(2).fill('<Zx-81_kQpLm2.0@bot.example.com>'),
    );
  });

  test('text makes no header', async () => {
    server = await startMailServer();
    await connect().open(sampleTicket({ summary: 'x\r\nBcc: eve@example.com\r\n\r\n<script>\n.\n' }), false);
    const [message] = server.messages;
    expect(message?.bcc).toBeUndefined();
    expect(message?.subject).toBe('[Pastefix 12] x Bcc: eve@example.com <script> .');
  });

  test('STARTTLS before anything else is said', async () => {
    server = await startMailServer({ secure: false });
    await connect({ tls: 'required' }).open(ticket, false);
    expect(server.secured).toEqual([true]);
  });

  test('nothing is sent where STARTTLS is missing', async () => {
    server = await startMailServer({ secure: false, offersTls: false });
    const { reason, message } = await failure(connect({ tls: 'required' }).open(ticket, false));
    expect({ reason, message }).toMatchObject({ reason: 'unreachable', message: expect.stringContaining('TLS') });
    expect(server.messages).toEqual([]);
    expect(server.signIns()).toBe(0);
  });

  test('on this machine, TLS is not needed', async () => {
    server = await startMailServer({ secure: false, offersTls: false });
    await connect({ tls: 'if offered' }).open(ticket, false);
    expect(server.secured).toEqual([false]);
  });

  test.each([
    [true, 'from the start'],
    [false, 'required'],
  ] as const)('a certificate of nobody known is not trusted (TLS from the start: %s)', async (secure, tls) => {
    server = await startMailServer({ secure });
    const { reason, message } = await failure(connect({ tls, authority: '' }).open(ticket, false));
    expect(reason).toBe('unreachable');
    expect(message).toContain('NODE_EXTRA_CA_CERTS');
    expect(server.signIns()).toBe(0);
  });

  test('an authority of your own is trusted by NODE_EXTRA_CA_CERTS', async () => {
    server = await startMailServer();
    const { port, user, password } = server;
    const settings = {
      server: { host: 'localhost', port, tls: 'from the start', user, password },
      from: 'pastefix@bot.example.com',
      to: 'helpdesk@example.com',
    };
    const program = `
      import { createEmail } from ${JSON.stringify(join(project, 'dist/adapters/helpdesk/email.js'))};
      await createEmail(${JSON.stringify(settings)}).check();
    `;
    const run = promisify(execFile);
    const args = ['--input-type=module', '--eval', program];
    const env = { NODE_EXTRA_CA_CERTS: join(project, 'test/fixtures/tls/authority.pem') };
    await expect(run(process.execPath, args, { env: {} })).rejects.toThrow('NODE_EXTRA_CA_CERTS');
    await run(process.execPath, args, { env });
    expect(server.signIns()).toBe(1);
  });

  test('nor is one for another host', async () => {
    server = await startMailServer();
    expect((await failure(connect({ host: '127.0.0.1' }).open(ticket, false))).reason).toBe('unreachable');
    expect(server.signIns()).toBe(0);
  });

  test.each<[at: (MailFault & { kind: 'refuse' })['at'], status: number, reason: HelpdeskError['reason']]>([
    ['sign-in', 535, 'credential'],
    ['sign-in', 534, 'credential'],
    ['sign-in', 454, 'busy'],
    ['sender', 530, 'credential'],
    ['sender', 550, 'rejected'],
    ['sender', 451, 'busy'],
    ['recipient', 450, 'busy'],
    ['recipient', 550, 'rejected'],
    ['message', 421, 'busy'],
    ['message', 452, 'busy'],
    ['message', 552, 'rejected'],
    ['message', 554, 'rejected'],
  ])('refused at the %s with %i: %s', async (at, status, reason) => {
    server = await startMailServer();
    server.failNext({ kind: 'refuse', at, status });
    expect((await failure(connect().open(ticket, false))).reason).toBe(reason);
    expect(server.messages).toEqual([]);
  });

  test('a server that wants a sign-in where none is set', async () => {
    server = await startMailServer();
    const { host, port, authority } = server;
    const settings = {
      server: { host, port, tls: 'from the start' as const },
      from: 'a@example.com',
      to: 'b@example.com',
    };
    expect((await failure(createEmail(settings, { authority }).open(ticket, false))).reason).toBe('credential');
  });
});
