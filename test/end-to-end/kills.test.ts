// Two people and a thread of a channel, in turns; the process is killed between any two messages and started again. Each
// case goes on, nothing is asked twice, and what was acknowledged is not done again when it is delivered again.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import { type Reply, startConversation } from './conversation.js';
import { removeDatabases, startBot } from './running-bot.js';

// A process has to start for each message, on a machine that may be busy.
jest.setTimeout(300_000);

afterAll(removeDatabases);

const forbidden = '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden';
const refused =
  '[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set\n[CCMHTTP] ERROR: URL=https://gw.fabrikam.com/CCM_Proxy_MutualAuth/7205/SMS_MP/.sms_aut?MPLIST2, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE';

/** What somebody does next: says something, or presses a button with something filled in. */
type Deed = { readonly say: string } | { readonly press: string; readonly inputs?: object };

interface Talk {
  readonly name: string;
  readonly paste: string;
  readonly id: string;
  readonly conversationType: 'personal' | 'channel';
  /** Who writes, taking turns. */
  readonly users: readonly string[];
  /** Done once the steps have been begun. */
  readonly detour: readonly Deed[];
  readonly replies: Reply[];
  /** What was sent last. */
  last?: { readonly activity: object; readonly user: string };
  /** So much of the detour is behind. */
  behind: number;
}

const talkOf = (talk: Pick<Talk, 'name' | 'paste' | 'id' | 'conversationType' | 'users' | 'detour'>): Talk => ({
  ...talk,
  replies: [],
  behind: 0,
});

const talks: readonly Talk[] = [
  talkOf({
    name: 'one person, who pauses',
    paste: forbidden,
    id: 'a',
    conversationType: 'personal',
    users: ['mia'],
    detour: [{ say: 'pause' }, { say: 'my cases' }, { say: '1' }],
  }),
  talkOf({
    name: 'another person, who hands over and goes on alone',
    paste: refused,
    id: 'b',
    conversationType: 'personal',
    users: ['ben'],
    detour: [
      { say: 'helpdesk' },
      { say: 'severity high' },
      { say: 'contact room 7' },
      { press: 'Send it', inputs: { devices: '12' } },
      { press: 'Add a comment', inputs: { text: 'It is on all floors.' } },
      { press: 'Go on here' },
    ],
  }),
  talkOf({
    name: 'a thread of a channel',
    paste: forbidden,
    id: '19:support@thread.tacv2;messageid=1',
    conversationType: 'channel',
    users: ['anna', 'carl'],
    detour: [{ say: 'helpdesk' }, { press: 'Send it', inputs: { severity: 'low' } }, { press: 'Go on here' }],
  }),
];

const terminal = join(__dirname, '../../dist/adapters/terminal.js');

const kept = z.object({
  ticket: z.looseObject({ history: z.array(z.looseObject({ text: z.string().optional() })) }),
});

const onwards = ['Done', 'Show me the steps', 'Enhanced HTTP', "Don't know"];

const isSolved = ({ replies }: Talk): boolean => replies.at(-1)?.summary === 'Solved';

function nextDeed(talk: Talk): Deed {
  const last = talk.replies.at(-1);
  if (last === undefined) return { say: talk.paste };
  if (last.summary.startsWith('Step 2') || talk.behind > 0) {
    const deed = talk.detour[talk.behind];
    talk.behind += 1;
    if (deed !== undefined) return deed;
  }
  const labels = last.summary === 'Did it help?' ? ['Yes'] : onwards;
  const offered = last.buttons.map(({ label }) => label);
  return { press: labels.find((label) => offered.includes(label)) ?? offered[0] ?? '' };
}

function activityFor(deed: Deed, { replies }: Talk): object {
  const id = randomUUID();
  if ('say' in deed) {
    const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Pastefix' }, text: '<at>Pastefix</at>' };
    return { id, text: `<at>Pastefix</at> ${deed.say}`, textFormat: 'plain', entities: [mention] };
  }
  const button = replies.at(-1)?.buttons.find(({ label }) => label === deed.press);
  if (button === undefined) throw new Error(`No button “${deed.press}” on:\n${replies.at(-1)?.text}`);
  return { id, text: undefined, value: { ...z.looseObject({}).parse(button.data), ...deed.inputs } };
}

async function nextMessage(talk: Talk, url: string): Promise<void> {
  const { id, conversationType, users, replies } = talk;
  if (talk.last !== undefined) {
    const { user, activity } = talk.last;
    const repeated = await startConversation(url, { id, user, conversationType }).ask(activity);
    expect(repeated).toEqual({ text: '', summary: '', buttons: [], inputs: {} });
  }
  const user = users[replies.length % users.length] ?? '';
  const activity = activityFor(nextDeed(talk), talk);
  replies.push(await startConversation(url, { id, user, conversationType }).ask(activity));
  talk.last = { activity, user };
}

test('a process that dies after every message loses nothing, asks nothing twice and does nothing twice', async () => {
  let database: string | undefined;
  for (let round = 0; !talks.every(isSolved); round += 1) {
    if (round > 40) throw new Error(talks.map(({ replies }) => replies.at(-1)?.summary).join(', '));
    const bot = await startBot(database === undefined ? {} : { database });
    database = bot.database;
    for (const talk of talks) if (!isSolved(talk)) await nextMessage(talk, bot.url);
    await bot.kill();
  }
  for (const { name, replies, detour } of talks) {
    const summaries = replies.map(({ summary }) => summary);
    const questions = summaries.filter((summary) => /^(?:Cause found|Question|Step|Did it help)/.test(summary));
    // Coming back from the detour shows once more where it began.
    const twice = questions.filter((summary, at) => questions.indexOf(summary) < at);
    expect({ name, twice }).toEqual({ name, twice: [expect.stringMatching(/^Step 2/)] });
    expect(summaries.length).toBeGreaterThan(detour.length + 6);
  }

  // Where others read along, they see who moved the case.
  expect(talks[2]?.replies.map(({ text }) => text).join('\n')).toMatch(/(?:anna|carl) chose: /);

  // Each was handed over once, with all that was filled in and said.
  const asked = (...args: readonly string[]): unknown => {
    const { stdout } = spawnSync(process.execPath, [terminal, 'tickets', ...args, '--json'], {
      env: { PATH: process.env['PATH'], PASTEFIX_DATABASE: database },
      encoding: 'utf8',
      timeout: 20_000,
    });
    return JSON.parse(stdout);
  };
  expect(asked('--all')).toHaveLength(2);
  const tickets = ['1', '2'].map((number) => {
    const { ticket } = kept.parse(asked('show', number));
    return { ...ticket, said: ticket.history.map(({ text = '' }) => text).join('') };
  });
  expect(tickets).toContainEqual(expect.objectContaining({ severity: 'low', said: '' }));
  const bens = { severity: 'high', devices: 12, contact: 'room 7', said: 'It is on all floors.' };
  expect(tickets).toContainEqual(expect.objectContaining(bens));
});
