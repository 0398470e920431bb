import { describe } from '@jest/globals';
import { createEmail } from '../../../adapters/helpdesk/email.js';
import { helpdeskContract, type Site } from './helpdesk-contract.js';
import { startMailServer } from './servers/mail-server.js';

async function start(secure: boolean): Promise<Site> {
  const server = await startMailServer({ secure });
  const { host, port, user, password, authority } = server;
  return {
    connect: ({ wrongCredential = false, ...options } = {}) =>
      createEmail(
        {
          server: {
            host,
            port,
            tls: secure ? 'from the start' : 'required',
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

describe.each([
  ['TLS from the start', true],
  ['STARTTLS', false],
])('e-mail, %s', (_name, secure) => helpdeskContract(() => start(secure)));
