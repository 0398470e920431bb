// The process dies between any two messages of a case and is started again: the case goes on, nothing is asked twice.

import { afterAll, expect, jest, test } from '@jest/globals';
import { type Reply, startConversation } from './conversation.js';
import { removeDatabases, startBot } from './running-bot.js';

// A process has to start for each message, on a machine that may be busy.
jest.setTimeout(180_000);

afterAll(removeDatabases);

const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const refused =
  '[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set\n[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_MutualAuth/7205/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE';

interface Talk {
  readonly name: string;
  readonly paste: string;
  readonly id: string;
  /** Who writes, taking turns. */
  readonly users: readonly string[];
  /** Set on every activity. */
  readonly activity: object;
  readonly replies: Reply[];
}

const thread = { id: '19:support@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 'tenant' };

const talks: readonly Talk[] = [
  { name: 'one person', paste: forbidden, id: 'a', users: ['mia'], activity: {}, replies: [] },
  { name: 'another person', paste: refused, id: 'b', users: ['ben'], activity: {}, replies: [] },
  {
    name: 'a thread of a channel',
    paste: forbidden,
    id: thread.id,
    users: ['anna', 'carl'],
    activity: { conversation: thread },
    replies: [],
  },
];

const onwards = ['Done', 'Show me the steps', 'Enhanced HTTP', "Don't know"];

async function nextMessage(talk: Talk, url: string): Promise<void> {
  const last = talk.replies.at(-1);
  const user = talk.users[talk.replies.length % talk.users.length] ?? '';
  const conversation = startConversation(url, { id: talk.id, user });
  if (last === undefined) {
    const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Pastefix' }, text: '<at>Pastefix</at>' };
    const text = `<at>Pastefix</at> ${talk.paste}`;
    talk.replies.push(await conversation.ask({ ...talk.activity, text, textFormat: 'plain', entities: [mention] }));
    return;
  }
  const labels = last.summary === 'Did it help?' ? ['Yes'] : onwards;
  const button = labels.flatMap((label) => last.buttons.find((it) => it.label === label) ?? [])[0] ?? last.buttons[0];
  talk.replies.push(await conversation.ask({ ...talk.activity, text: undefined, value: button?.data }));
}

const isSolved = ({ replies }: Talk): boolean => replies.at(-1)?.summary === 'Solved';

test('a process that dies after every message loses nothing and asks nothing twice', async () => {
  let database: string | undefined;
  for (let round = 0; !talks.every(isSolved); round += 1) {
    if (round > 25) throw new Error(talks.map(({ replies }) => replies.at(-1)?.summary).join(', '));
    const bot = await startBot(database === undefined ? {} : { database });
    database = bot.database;
    for (const talk of talks) if (!isSolved(talk)) await nextMessage(talk, bot.url);
    await bot.kill();
  }
  for (const { name, replies } of talks) {
    const summaries = replies.map(({ summary }) => summary);
    expect({ name, summaries: [...new Set(summaries)] }).toEqual({ name, summaries });
    expect(summaries.filter((summary) => summary.startsWith('Step')).length).toBeGreaterThan(1);
  }
  // Where others read along, they see who moved the case.
  expect(talks[2]?.replies.at(-1)?.text).toMatch(/(?:anna|carl) chose: /);
});
