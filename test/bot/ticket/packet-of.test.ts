import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {
  type EvidencePacket,
  evidencePacketJsonSchema,
  evidencePacketSchema,
} from '../../../bot/ticket/evidence-packet.js';
import { evidencePacket } from '../../../bot/ticket/packet-of.js';
import { stageOf } from '../../../bot/turn/stage.js';
import { en } from '../../../bot/words/en.js';
import { type Conversation, conversation, now } from '../conversation.js';
import { fakeKnowledge } from '../fake-knowledge.js';

const forbidden = 'CONNECTOR_FORBIDDEN 0x80070005';

function packetOf({ dialog }: Conversation): EvidencePacket {
  const stage = stageOf(dialog, { knowledge: fakeKnowledge, now, words: en, version: '1.0.0' });
  if (stage === undefined) throw new Error('There is no case');
  return evidencePacket(stage.scene);
}

const schemaFile = join(__dirname, '../../../docs/evidence-packet.schema.json');
const isPacket = new Ajv2020({ strict: true }).compile(evidencePacketJsonSchema());

describe('a packet tells', () => {
  test('what was pasted, masked, and what was added', () => {
    const talk = conversation()
      .say(`${forbidden}\nuser CONTOSO\\mia password=Sommer2024!`)
      .say('AZURE_NAME and again CONNECTOR_FORBIDDEN=1')
      .say(`CLOSE_CALL\n${'more of the log\n'.repeat(200)}`);
    expect(packetOf(talk).pastes).toEqual([
      { text: `${forbidden}\nuser <user 1> password=<password 1>`, whole: true },
      { text: 'AZURE_NAME and again CONNECTOR_FORBIDDEN=1', whole: true },
      { text: expect.stringMatching(/^CLOSE_CALL\nmore of the log/), whole: false },
    ]);
  });

  test('codes, the versions, and when it was opened and written', () => {
    expect(packetOf(conversation().say(forbidden))).toMatchObject({
      openedAt: now.toISOString(),
      writtenAt: now.toISOString(),
      versions: { bot: '1.0.0', knowledge: fakeKnowledge.version },
      codes: [{ text: '0x80070005', value: '0x80070005', names: ['E_ACCESSDENIED', 'Win32 5'] }],
    });
  });

  test('what is left as a cause before what was ruled out', () => {
    const { causes } = packetOf(conversation().say('SIDE_BY_SIDE').press('None of these'));
    expect(causes.map(({ ruledOut }) => ruledOut)).toEqual([true, true]);
    const chosen = packetOf(conversation().say('SIDE_BY_SIDE').press('2. Only ever linked to')).causes;
    expect(chosen[0]).toMatchObject({ issue: 'linked', ruledOut: false, confidence: 0.4 });
    expect(chosen[0]?.likely).toBeGreaterThan(0.4);
    expect(chosen[0]?.sources).toEqual([{ title: 'Where it is written', url: 'https://example.com/gateway_(cmg)' }]);
  });

  test('answers, "does not know" included', () => {
    const { answers } = packetOf(conversation().say(forbidden).press("Don't know").press('HTTPS'));
    expect(answers).toEqual([
      { question: 'Does the binding hold the right certificate?', answer: null },
      { question: 'Which mode is it?', answer: 'HTTPS' },
    ]);
  });

  test.each<[name: string, talk: () => Conversation, tried: Partial<EvidencePacket['tried'][number]>]>([
    ['begun', () => begun().press('Done'), { done: 1, steps: 2, leftOut: [], outcome: 'unfinished' }],
    [
      'stuck',
      () => begun().press('Done').press('Cannot do this'),
      { done: 1, stuckAt: { step: 2, text: 'Choose the PKI certificate.' }, outcome: 'unfinished' },
    ],
    [
      'with a step left out',
      () => begun().say('skip this step').press('Done').press('No'),
      { done: 1, leftOut: [1], outcome: 'not helped' },
    ],
    ['tried before', () => begun().press('Already tried'), { done: 2, steps: 2, outcome: 'not helped' }],
    ['what helped', () => begun().press('Done').press('It works now'), { done: 1, outcome: 'helped' }],
  ])('a repair %s', (_name, talk, expected) => {
    const { tried } = packetOf(talk());
    expect(tried[0]).toMatchObject({ article: 'gateway.md', issue: 'forbidden', repair: 'https', ...expected });
  });

  test('what has not been tried yet', () => {
    expect(packetOf(begun().press('Done')).untried.map(({ repair }) => repair)).toEqual(['enhanced-http']);
    expect(packetOf(conversation().say(forbidden)).untried.map(({ repair }) => repair)).toEqual(
      expect.arrayContaining(['https', 'enhanced-http']),
    );
  });

  test.each<[when: string, talk: () => Conversation, askFirst: string | undefined]>([
    [
      'a question is open',
      () => conversation().say(forbidden).say('helpdesk'),
      'Does the binding hold the right certificate?',
    ],
    ['a step cannot be done', () => begun().press('Cannot do this'), en.packet.whoCan('Open IIS.')],
    ['nothing explains it', () => conversation().say('0x80070005'), 'Look into LocationServices.log on the client.'],
    ['all is settled', () => conversation().say('NO_REPAIR'), undefined],
  ])('what to ask first when %s', (_when, talk, askFirst) => {
    expect(packetOf(talk()).askFirst).toBe(askFirst);
  });

  test('when what happened', () => {
    const { timeline } = packetOf(begun().press('Done').press('Done').press('No'));
    expect(timeline.map(({ at }) => at)).toEqual(timeline.map(() => now.toISOString()));
    expect(timeline.map(({ what }) => what)).toEqual([
      'pasted the error; it looked like “The binding is wrong (CONNECTOR_FORBIDDEN)”',
      'Does the binding hold the right certificate? No',
      'Which mode is it? HTTPS',
      'did 2 steps: The binding is wrong (CONNECTOR_FORBIDDEN), HTTPS',
      'did not help: The binding is wrong (CONNECTOR_FORBIDDEN), HTTPS',
    ]);
  });

  test('nothing of when, where an older version kept the case', () => {
    const { dialog } = begun();
    const kase = dialog.case;
    if (kase === undefined) throw new Error('There is no case');
    const older = { ...kase, told: kase.told.map(({ at: _, ...it }) => it) };
    expect(packetOf(conversation(fakeKnowledge, { ...dialog, case: older })).timeline).toHaveLength(1);
  });
});

describe('its schema', () => {
  test('is the one in docs/ (npm run packet-schema)', () => {
    expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(evidencePacketJsonSchema())),
    );
  });

  test('holds for every moment of every case, by two validators', () => {
    const pastes = [
      'CONNECTOR_FORBIDDEN',
      'TWINS',
      'call it Contoso_1',
      'NO_REPAIR',
      'AZURE_NAME',
      'WEAK',
      '0x80070005',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...pastes), fc.array(fc.nat(5), { maxLength: 15 }), (paste, presses) => {
        let talk = conversation().say(paste);
        for (const which of presses) {
          if (talk.dialog.case === undefined) return;
          const packet = packetOf(talk);
          expect(evidencePacketSchema.parse(packet)).toEqual(packet);
          expect([isPacket(packet), isPacket.errors]).toEqual([true, null]);
          const choices = talk.view?.choices ?? [];
          const choice = choices[which % Math.max(1, choices.length)];
          if (choice !== undefined) talk = talk.pressData({ action: choice.action });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refuses what is no packet', () => {
    const packet = packetOf(conversation().say(forbidden));
    for (const broken of [{}, { ...packet, version: 2 }, { ...packet, causes: [{}] }, { ...packet, pastes: 'text' }])
      expect(isPacket(broken)).toBe(false);
  });
});

function begun(): Conversation {
  return conversation().say(forbidden).press('No').press('HTTPS');
}
