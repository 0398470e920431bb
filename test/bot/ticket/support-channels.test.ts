import { expect, test } from '@jest/globals';
import { channelFor } from '../../../bot/ticket/support-channels.js';

const channels = [
  { area: '*', conversation: 'rest' },
  { area: 'Configuration Manager', conversation: 'sccm' },
  { area: 'configuration  manager cloud', conversation: 'cmg' },
  { area: 'Intune', conversation: 'intune' },
];

test.each([
  ['Configuration Manager (current branch)', 'sccm'],
  ['CONFIGURATION MANAGER', 'sccm'],
  ['Configuration Manager Cloud Gateway', 'cmg'],
  ['Configuration Managers', 'rest'],
  ['Microsoft Intune', 'rest'],
  ['Intune', 'intune'],
  ['', 'rest'],
])('%j is for %s', (area, conversation) => {
  expect(channelFor(area, channels)?.conversation).toBe(conversation);
  expect(channelFor(area, channels.toReversed())?.conversation).toBe(conversation);
});

test('nobody, where no channel is for everything', () => {
  expect(channelFor('Windows', channels.slice(1))).toBeUndefined();
  expect(channelFor('Windows', [])).toBeUndefined();
});
