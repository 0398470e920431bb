import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conversationKey, nameOfConversation } from '../../../adapters/teams/conversation-key.js';

test('as it reads', () => {
  expect(conversationKey({ channel: 'msteams', tenant: 'contoso', id: '19:a/b@thread.tacv2' })).toBe(
    'msteams/contoso/19%3Aa%2Fb%40thread.tacv2',
  );
});

test('whatever a conversation is called, its name can be read back', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, text, (channel, tenant, id) => {
      expect(nameOfConversation(conversationKey({ channel, tenant, id }))).toEqual({ channel, tenant, id });
    }),
  );
});

test.each(['', 'chat', 'a/b', 'a/b/c/d', 'a/b/%E0%A4%A'])('%j is no key', (key) => {
  expect(nameOfConversation(key)).toBeUndefined();
});
