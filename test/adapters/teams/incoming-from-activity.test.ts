import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { activitySchema } from '../../../adapters/teams/activity.js';
import { incomingFromActivity } from '../../../adapters/teams/incoming-from-activity.js';

const folder = join(__dirname, '../../fixtures/activities');

const fixture = z.object({
  about: z.string(),
  facts: z.array(z.string()),
  activity: activitySchema,
  incoming: z.unknown(),
});

const fixtures = readdirSync(folder).map((file) => ({
  file,
  ...fixture.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
}));

describe('what an activity means to the bot', () => {
  test.each(fixtures)('$file: $about', ({ activity, incoming }) => {
    expect(incomingFromActivity(activity) ?? null).toEqual(incoming);
  });
});

describe('a name is given', () => {
  const base = { type: 'message', value: {}, from: { id: 'u', name: ' Alex ' }, conversation: { id: 'c' } };
  test.each([
    { name: 'in a chat of one', type: 'personal', from: {}, expected: 'Alex' },
    { name: 'in a channel', type: 'channel', from: {}, expected: 'Alex' },
    { name: 'in a group chat', type: 'groupChat', from: {}, expected: 'Alex' },
    { name: 'not when it is blank', type: 'channel', from: { name: ' \n' }, expected: undefined },
    { name: 'not when there is none', type: 'channel', from: { name: null }, expected: undefined },
    { name: 'as it is', type: 'channel', from: { name: '**A** <at>B</at>' }, expected: '**A** <at>B</at>' },
    { name: 'cut to size', type: 'channel', from: { name: 'x'.repeat(500) }, expected: `${'x'.repeat(39)}…` },
  ])('$name', ({ type, from, expected }) => {
    const change = { from: { ...base.from, ...from }, conversation: { id: 'c', conversationType: type } };
    expect(incomingFromActivity(activitySchema.parse({ ...base, ...change }))?.name).toBe(expected);
  });
});

describe('conversations are told apart', () => {
  const base = { type: 'message', text: 'x', from: { id: 'u' }, conversation: { id: 'a/b' }, channelId: 'c' };
  const key = (change: object) => incomingFromActivity(activitySchema.parse({ ...base, ...change }))?.conversation;

  test.each([
    { name: 'by channel', change: { channelId: 'd' } },
    { name: 'by tenant', change: { channelData: { tenant: { id: 't' } } } },
    { name: 'by thread', change: { conversation: { id: 'a/b;messageid=1' } } },
    { name: 'whatever characters ids hold', change: { channelId: 'c//a', conversation: { id: 'b' } } },
  ])('$name', ({ change }) => expect(key(change)).not.toBe(key({})));

  test('and the same one is recognised', () => {
    expect(key({ text: 'y', from: { id: 'v' } })).toBe(key({}));
  });
});
