import { describe, expect, test } from '@jest/globals';
import { type Acquaintance, createAcquaintance } from '../../../adapters/teams/acquaintance.js';
import { activitySchema } from '../../../adapters/teams/activity.js';
import type { ConversationReferences } from '../../../adapters/teams/conversation-references.js';
import { memoryReferences } from './memory-references.js';

const key = 'msteams/contoso/a%3A1';

function activity(changes: object = {}) {
  return activitySchema.parse({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:mia', name: 'Mia', aadObjectId: 'mia' },
    recipient: { id: '28:bot', name: 'Pastefix' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'contoso' },
    ...changes,
  });
}

function acquaintance(references: ConversationReferences = memoryReferences()) {
  const met: string[] = [];
  const logged: unknown[] = [];
  const it: Acquaintance = createAcquaintance(
    references,
    async (conversation) => {
      met.push(conversation);
    },
    (...entry) => logged.push(entry),
  );
  return { ...it, references, met, logged };
}

test('whoever speaks to the bot can be spoken to, and nothing about them is kept', async () => {
  const { heard, references } = acquaintance();
  await heard(activity());
  expect(await references.of(key)).toEqual({
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    bot: { id: '28:bot' },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'contoso' },
  });
});

test('it is told of those who are new, or are back', async () => {
  const { heard, references, met } = acquaintance();
  await heard(activity());
  await heard(activity({ serviceUrl: 'https://smba.trafficmanager.net/amer/' }));
  expect(met).toEqual([key]);
  expect(await references.of(key)).toMatchObject({ serviceUrl: 'https://smba.trafficmanager.net/amer/' });
  await references.forget(key);
  await heard(activity());
  expect(met).toEqual([key, key]);
});

test('whoever removes the bot is left alone, until they add it again', async () => {
  const { heard, references, met } = acquaintance();
  await heard(activity({ type: 'installationUpdate', action: 'add' }));
  await heard(activity({ type: 'installationUpdate', action: 'remove' }));
  expect(await references.of(key)).toBeUndefined();
  await heard(activity({ type: 'installationUpdate', action: 'add-upgrade' }));
  expect(await references.of(key)).toBeDefined();
  expect(met).toEqual([key, key]);
});

describe('what tells too little is passed over', () => {
  test.each([{ serviceUrl: undefined }, { serviceUrl: '' }, { recipient: undefined }])('%j', async (changes) => {
    const { heard, references, met } = acquaintance();
    await heard(activity(changes));
    expect([await references.of(key), met]).toEqual([undefined, []]);
  });
});

test('a database that is not there is told of, and holds up nothing', async () => {
  const gone = {
    ...memoryReferences(),
    remember: () => Promise.reject(new TypeError('no route to host, password xyz')),
  };
  const { heard, logged } = acquaintance(gone);
  await heard(activity());
  expect(logged).toEqual([['conversation-not-remembered', { error: 'TypeError' }]]);
});
