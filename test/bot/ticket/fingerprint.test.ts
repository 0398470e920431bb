import { describe, expect, test } from '@jest/globals';
import { fingerprintOf } from '../../../bot/ticket/fingerprint.js';
import { stageOf } from '../../../bot/turn/stage.js';
import { en } from '../../../bot/words/en.js';
import { type Conversation, conversation, now } from '../conversation.js';
import { fakeKnowledge } from '../fake-knowledge.js';

function fingerprint({ dialog }: Conversation, tenant = 'contoso'): string {
  const stage = stageOf(dialog, { knowledge: fakeKnowledge, now, words: en, version: '1.0.0' });
  if (stage === undefined) throw new Error('There is no case');
  return fingerprintOf(stage.scene.kase, stage.scene.standing, tenant);
}

const pasted = (paste: string): Conversation => conversation().say(paste);

describe('the same for', () => {
  test.each<[what: string, one: Conversation, other: Conversation]>([
    ['one issue in other words', pasted('host A: CONNECTOR_FORBIDDEN'), pasted('CONNECTOR_FORBIDDEN again\nhost B')],
    ['one issue, however far somebody got', pasted('CONNECTOR_FORBIDDEN'), pasted('CONNECTOR_FORBIDDEN').press('No')],
    [
      'one issue that nothing helped against',
      pasted('NO_REPAIR').press('This is something else'),
      pasted('NO_REPAIR').press('This is something else'),
    ],
    ['one unknown code', pasted('it says 0x80070005'), pasted('error 0x80070005 on 10.0.0.7')],
    [
      'one unknown line at another time',
      pasted('09:12:44 Printer 7 failed to warm up'),
      pasted('10:01:02 Printer 9 failed to warm up'),
    ],
  ])('%s', (_what, one, other) => expect(fingerprint(one)).toBe(fingerprint(other)));
});

describe('another for', () => {
  test.each<[what: string, one: Conversation, other: Conversation]>([
    ['another issue', pasted('CONNECTOR_FORBIDDEN'), pasted('AZURE_NAME')],
    ['another unknown line', pasted('Printer 7 failed to warm up'), pasted('Printer 7 failed to cool down')],
  ])('%s', (_what, one, other) => expect(fingerprint(one)).not.toBe(fingerprint(other)));

  test('another tenant', () => {
    expect(fingerprint(pasted('AZURE_NAME'))).not.toBe(fingerprint(pasted('AZURE_NAME'), 'fabrikam'));
  });
});

test('nothing of the paste can be read in it', () => {
  expect(fingerprint(pasted('Printer of mia failed'))).toMatch(/^[\w-]{22}$/);
});
