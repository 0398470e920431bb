// Lines pasted in the middle of a case, over the articles that Pastefix ships with.

import { describe, expect, test } from '@jest/globals';
import { en } from '../../bot/words/en.js';
import { knowledge } from '../knowledge/shipped.js';
import { type Conversation, conversation, labelsOf, passagesOf } from './conversation.js';

const line = (message: string, time: string): string =>
  `<![LOG[${message}]LOG]!><time="${time}.000+000" date="03-02-2026" component="LocationServices" context="" type="1" thread="1" file="x.cpp:1">`;

const failing = [
  '[CCMHTTP] ERROR: URL=https://GW.FABRIKAM.COM/CCM_Proxy_MutualAuth/7205/ccm_system/request, Port=443, Options=63, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE',
  '[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Clientcertificaterequired',
];
const before = failing.map((message) => line(message, '10:00:00')).join('\n');
const stillFailing = failing.map((message) => line(message, '11:00:00')).join('\n');
const healthy = [
  line('Attempting to retrieve lookup MP(s) from https://GW.FABRIKAM.COM', '11:00:00'),
  line(
    '[CCMHTTP] HTTP request to https://GW.FABRIKAM.COM/CCM_Proxy_MutualAuth/7205/ccm_system/request succeeded',
    '11:00:01',
  ),
].join('\n');
const another = [
  'AzureAdJoined : NO',
  'DomainJoined : YES',
  'Server Message : The device object by the given id is not found.',
].join('\n');

/** Presses whatever leads on until the repair is done. */
function repaired(paste: string): Conversation {
  let talk = conversation(knowledge).say(paste);
  for (let presses = 0; talk.view?.summary !== en.verify.summary; presses += 1) {
    if (presses > 40) throw new Error(`No end at “${talk.view?.summary}”`);
    const labels = labelsOf(talk.view);
    const label = [en.choices.done, en.choices.steps, en.choices.yes, en.choices.unknown].find((it) =>
      labels.includes(it),
    );
    talk = talk.press(label ?? labels[0] ?? '');
  }
  return talk;
}

describe('after a repair, fresh lines say how it did', () => {
  const verifying = repaired(before);

  test('the fault is gone: the case closes with what shows it', () => {
    const { view, effects } = verifying.say(healthy);
    expect(view?.summary).toBe(en.closed.summary);
    expect(passagesOf(view)).toContain(en.closed.gone(2));
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'ended', outcome: expect.objectContaining({ kind: 'resolved' }) }),
    );
  });

  test('the fault is still there: that was not it', () => {
    const { view, effects } = verifying.say(stillFailing);
    expect(passagesOf(view).join('\n')).toContain(en.leadIn.still(2));
    expect(view?.summary).not.toBe(en.verify.summary);
    expect(effects.map(({ kind }) => kind)).toContain('tried');
  });

  test('a log that is silent closes nothing', () => {
    const { view } = verifying.say(line('Refreshing the Management Point List for site P01', '11:00:00'));
    expect(view?.summary).toBe(en.verify.summary);
    expect(passagesOf(view)).toContain(en.notices.notSeen(1));
  });

  test('lines from before the repair say nothing, and that is said', () => {
    expect(passagesOf(verifying.say(before).view)).toContain(en.notices.oldLines);
  });

  test('a repair half done goes on while the fault is there', () => {
    let talk = conversation(knowledge).say(before);
    for (let presses = 0; talk.view?.summary.startsWith('Step 2') !== true && presses < 20; presses += 1) {
      const labels = labelsOf(talk.view);
      talk = talk.press(
        [en.choices.done, en.choices.steps, en.choices.yes].find((it) => labels.includes(it)) ?? labels[0] ?? '',
      );
    }
    const { view } = talk.say(stillFailing);
    expect(view?.summary).toBe(talk.view?.summary);
    expect(passagesOf(view)).toContain(en.notices.stillThere(2));
  });
});

describe('lines about another fault', () => {
  const asked = repaired(before).say(another);

  test('are asked about', () => {
    expect(asked.view?.summary).toBe(en.another.title);
    expect(labelsOf(asked.view)).toEqual([en.choices.switchCase, en.choices.joinCases, en.choices.stayHere]);
  });

  test('open a case of their own, and the first one waits', () => {
    const switched = asked.press(en.choices.switchCase);
    expect(switched.dialog.case?.id).not.toBe(asked.dialog.case?.id);
    const listed = switched.say('my cases');
    expect(listed.view?.summary).toBe(en.cases.title);
    expect(listed.say('1').dialog.case?.id).toBe(asked.dialog.case?.id);
    expect(listed.say('1').view?.summary).toBe(en.verify.summary);
  });

  test('join the case', () => {
    const joined = asked.press(en.choices.joinCases);
    expect(joined.dialog.case?.id).toBe(asked.dialog.case?.id);
    expect(joined.dialog.case?.issues.length).toBeGreaterThan(asked.dialog.case?.issues.length ?? 0);
  });

  test('are forgotten again by going back', () => {
    const { issues, told } = asked.press(en.choices.joinCases).say('back').dialog.case ?? {};
    expect({ issues, told }).toEqual({ issues: asked.dialog.case?.issues, told: asked.dialog.case?.told });
  });

  test('are left aside', () => {
    const stayed = asked.press(en.choices.stayHere);
    expect(stayed.view?.summary).toBe(en.verify.summary);
    expect(stayed.dialog.pending).toBeUndefined();
  });
});

describe('more lines of the same fault', () => {
  test('are taken in, and what changes by them is said', () => {
    const talk = conversation(knowledge).say('[CCMHTTP] ERROR INFO: StatusCode=403').say(failing.join('\n'));
    expect(passagesOf(talk.view)[0]).toMatch(/^With the new lines, the likeliest cause is /);
  });

  test('lines that say nothing change nothing', () => {
    const talk = conversation(knowledge).say(before);
    const silent = talk.say(line('Refreshing the Management Point List for site P01', '10:30:00'));
    expect(passagesOf(silent.view)).toContain(en.notices.silentLines);
    expect(silent.dialog.case).toEqual(talk.dialog.case);
  });
});
