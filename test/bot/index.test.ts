import { expect, test } from '@jest/globals';
import * as bot from '../../bot/index.js';

test('the public names', () => {
  expect(Object.keys(bot).sort()).toEqual([
    'adaptiveCard',
    'createBot',
    'escapeMarkdown',
    'evidencePacketJsonSchema',
    'isKnownWord',
    'packetMarkdown',
    'packetPlainText',
    'parseInline',
    'shownValue',
    'understandField',
    'visible',
  ]);
});
