// A real SMTP server with TLS and sign-in, and the mailbox behind it.

import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type MailFault =
  /** Refuses at that point of the session. */
  | { readonly kind: 'refuse'; readonly at: 'sender' | 'recipient' | 'message' | 'sign-in'; readonly status: number }
  /** Ends the connection, or stops to answer, before or after the message was kept. */
  | { readonly kind: 'cut' | 'silent'; readonly done: boolean };

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Certificate of whoever signed the server's. */
  readonly authority: string;
  /** As they came, also those that came twice. */
  readonly messages: readonly Email[];
  /** Of each message, whether it came over TLS. */
  readonly secured: readonly boolean[];
  /** How often somebody has told a user and password, right or wrong. */
  signIns(): number;
  failNext(fault: MailFault): void;
  close(): Promise<void>;
}

const fixtures = join(__dirname, '../../../fixtures/tls');

/** `secure`: TLS from the start; otherwise by STARTTLS, which `offersTls: false` leaves out. */
export async function startMailServer({ secure = true, offersTls = true } = {}): Promise<MailServer> {
  const user = 'pastefix@example.com';
  const password = 'p@ss/word:of%mail';
  const messages: Email[] = [];
  const secured: boolean[] = [];
  const faults: MailFault[] = [];
  let signIns = 0;

  const refusing = (at: string) => {
    const next = faults[0];
    if (next?.kind !== 'refuse' || next.at !== at) return null;
    faults.shift();
    // Servers do quote what they were sent.
    return Object.assign(new Error(`not now, ${password}`), { responseCode: next.status });
  };

  const cutOff = (session: SMTPServerSession) => {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
  };

  const server = new SMTPServer({
    secure,
    key: readFileSync(join(fixtures, 'server.key')),
    cert: readFileSync(join(fixtures, 'server.pem')),
    ...(offersTls ? {} : { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
    logger: false,
    disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      signIns++;
      const refused = refusing('sign-in');
      if (refused !== null) return callback(refused);
      if (auth.username === user && auth.password === password) return callback(null, { user });
      return callback(Object.assign(new Error('Invalid login'), { responseCode: 535 }));
    },
    onMailFrom: (_address, _session, callback) => callback(refusing('sender')),
    onRcptTo: (_address, _session, callback) => callback(refusing('recipient')),
    async onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const refused = refusing('message');
      if (refused !== null) return callback(refused);
      const fault = faults.shift();
      if (fault === undefined || (fault.kind !== 'refuse' && fault.done)) {
        messages.push(await PostalMime.parse(Buffer.concat(chunks)));
        secured.push(session.secure);
      }
      if (fault?.kind === 'cut') return cutOff(session);
      if (fault?.kind === 'silent') return;
      callback(null);
    },
  });
  server.on('error', () => {});
  const listening = await new Promise<AddressInfo>((resolve) => {
    const opened = server.listen(0, '127.0.0.1', () => resolve(opened.address() as AddressInfo));
  });
  return {
    host: 'localhost',
    port: listening.port,
    user,
    password,
    authority: readFileSync(join(fixtures, 'authority.pem'), 'utf8'),
    messages,
    secured,
    signIns: () => signIns,
    failNext: (fault) => {
      faults.push(fault);
    },
    close: () =>
      new Promise((resolve) => {
        for (const connection of server.connections) connection._socket.destroy();
        server.close(() => resolve());
      }),
  };
}
