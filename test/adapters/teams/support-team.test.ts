import { describe, expect, test } from '@jest/globals';
import { CloudAdapter, TurnContext } from 'botbuilder';
import { activitySchema, type TeamsActivity } from '../../../adapters/teams/activity.js';
import { channelIdView } from '../../../adapters/teams/channel-id.js';
import { incomingFromActivity } from '../../../adapters/teams/incoming-from-activity.js';
import { createSupportTeam } from '../../../adapters/teams/support-team.js';

const help = '19:help@thread.tacv2';

const inChannel = (change: object = {}): TeamsActivity =>
  activitySchema.parse({
    type: 'message',
    text: 'hi',
    from: { id: '29:noor' },
    conversation: { id: `${help};messageid=17`, conversationType: 'channel' },
    channelData: { team: { id: '19:team@thread.tacv2' } },
    ...change,
  });

interface Setting {
  readonly isProven?: boolean;
  readonly answer?: () => boolean;
}

function setUp({ isProven = true, answer = () => true }: Setting = {}) {
  const asked: string[] = [];
  const logged: string[] = [];
  let minutes = 0;
  const team = createSupportTeam({
    channels: [
      { area: 'Intune', id: help },
      { area: '*', id: help },
      { area: 'Windows', id: '19:other@thread.tacv2' },
    ],
    isProven,
    clock: () => new Date(minutes * 60_000),
    log: (event) => logged.push(event),
    isMember: async (_context, where, who) => {
      asked.push(`${who} in ${where}`);
      return answer();
    },
  });
  return {
    of: (activity: TeamsActivity) => team.of(activity, new TurnContext(new CloudAdapter(), {})),
    asked,
    logged,
    wait: (more: number) => {
      minutes += more;
    },
  };
}

describe('somebody takes care of tickets', () => {
  test('in the channel of a team that they are in', async () => {
    const { of, asked } = setUp();
    expect(await of(inChannel())).toEqual({ areas: ['Intune', '*'] });
    expect(asked).toEqual(['29:noor in 19:team@thread.tacv2']);
  });

  test('by the channel alone where nobody has to prove who they are', async () => {
    const { of, asked } = setUp({ isProven: false });
    expect(await of(inChannel({ channelData: {} }))).toEqual({ areas: ['Intune', '*'] });
    expect(asked).toEqual([]);
  });

  test('without Teams being asked each time, and not for long after they have left', async () => {
    let isMember = true;
    const { of, asked, wait } = setUp({ answer: () => isMember });
    await of(inChannel());
    isMember = false;
    wait(4);
    expect(await of(inChannel())).toBeDefined();
    expect(asked).toHaveLength(1);
    wait(1);
    expect(await of(inChannel())).toBeUndefined();
  });
});

describe('nobody does', () => {
  test.each<[where: string, change: object]>([
    ['in another channel', { conversation: { id: '19:general@thread.tacv2', conversationType: 'channel' } }],
    ['in a chat', { conversation: { id: 'a:noor', conversationType: 'personal' } }],
    ['without a team', { channelData: {} }],
    ['without being anybody', { from: undefined }],
  ])('%s', async (_where, change) => expect(await setUp().of(inChannel(change))).toBeUndefined());

  test('who is not of the team', async () => {
    expect(await setUp({ answer: () => false }).of(inChannel())).toBeUndefined();
  });

  test('as long as Teams does not say, which is told', async () => {
    const { of, logged } = setUp({
      answer: () => {
        throw new Error('busy');
      },
    });
    expect(await of(inChannel())).toBeUndefined();
    expect(logged).toEqual(['membership-unknown']);
  });
});

describe('the id of a channel', () => {
  const viewOf = (activity: TeamsActivity) => {
    const incoming = incomingFromActivity(activity);
    return incoming && channelIdView(activity, incoming);
  };
  const mention = {
    text: '<at>Pastefix</at> Channel ID',
    recipient: { id: '28:bot' },
    entities: [{ type: 'mention', text: '<at>Pastefix</at>', mentioned: { id: '28:bot' } }],
  };

  test('is told in a thread of it', () => {
    expect(viewOf(inChannel(mention))?.parts).toContainEqual({ kind: 'code', text: `*=${help}` });
  });

  test('is not told where there is none', () => {
    const chat = inChannel({ ...mention, conversation: { id: 'a:noor', conversationType: 'personal' } });
    expect(viewOf(chat)?.summary).toBe('This is no channel');
  });

  test('is not told unasked', () => {
    expect(viewOf(inChannel({ ...mention, text: '<at>Pastefix</at> channel id 4 failed' }))).toBeUndefined();
  });
});
