import { describe, expect, test } from '@jest/globals';
import { type Case, readDialog } from '../../../bot/case/dialog.js';
import { largestDialog } from '../../../bot/case/fit-dialog.js';
import { redactorOf, withMasks, withShownMasks } from '../../../bot/case/redactor-of-case.js';
import { en } from '../../../bot/words/en.js';
import { type Conversation, conversation, passagesOf } from '../conversation.js';
import { fakeKnowledge } from '../fake-knowledge.js';

/** As a store gives it back. */
function reopened({ dialog }: Conversation): Conversation {
  const read = readDialog(JSON.parse(JSON.stringify(dialog)));
  if (read === undefined) throw new Error('What was written can be read');
  return conversation(fakeKnowledge, read);
}

function caseOf({ dialog }: Conversation): Case {
  if (dialog.case === undefined) throw new Error('There is a case');
  return dialog.case;
}

const first = 'CONNECTOR_FORBIDDEN for CONTOSO\\mia.berg with password=Sommer2024!';

describe('the same name has the same label through the whole case', () => {
  test('in lines that are added', () => {
    const later = reopened(conversation().say(first)).say(
      'CONNECTOR_FORBIDDEN for CONTOSO\\ben.kurz, then C:\\Users\\mia.berg\\x, password=Sommer2024! password=Winter2025!',
    );
    const added = caseOf(later).told.flatMap((it) => (it.kind === 'added' ? [it.lines] : []));
    expect(added).toEqual([
      'CONNECTOR_FORBIDDEN for <user 2>, then C:\\Users\\<user 1>\\x, password=<password 1> password=<password 2>',
    ]);
    expect(caseOf(later).paste.text).toBe('CONNECTOR_FORBIDDEN for <user 1> with password=<password 1>');
  });

  test('in values that are given', () => {
    const asked = conversation().say('naming for CONTOSO\\mia.berg');
    const given = reopened(asked).say('name of mia.berg at ben@contoso.com');
    expect(caseOf(given).told).toContainEqual(expect.objectContaining({ value: 'name of <user 1> at <email 1>' }));
    const more = reopened(given).say('ben@contoso.com and mia@contoso.com');
    expect(caseOf(more).told).toContainEqual(expect.objectContaining({ value: '<email 1> and <email 2>' }));
  });

  test('in another paste that turns out to be the same trouble', () => {
    const joined = reopened(
      conversation().say(first).press('No').say('CN_INVALID for CONTOSO\\ben.kurz and mia.berg'),
    ).say(en.choices.joinCases);
    expect(passagesOf(joined.say('summary').view).join('\n')).toContain('CN_INVALID for <user 2> and <user 1>');
    expect(redactorOf(caseOf(joined), { key: 'test' }).redact('ben.kurz, CONTOSO\\mia.berg')).toBe(
      '<user 2>, <user 1>',
    );
  });
});

test('a case kept before there were masks goes on with the next number', () => {
  const { masks: _, ...kept } = caseOf(conversation().say(first));
  expect(redactorOf(kept, { key: 'test' }).redact('for CONTOSO\\eva')).toBe('for <user 2>');
});

test('a bot that has lost its key gives new labels rather than wrong ones', () => {
  const kept = caseOf(conversation().say(first));
  expect(redactorOf(kept, { key: 'another' }).redact('for CONTOSO\\mia.berg')).toBe('for <user 2>');
});

test('nothing of a name is kept', () => {
  expect(JSON.stringify(caseOf(conversation().say(first, 'person')))).not.toMatch(/mia|berg|contoso|sommer/i);
});

test('only what a case shows is known again', () => {
  const kase = caseOf(conversation().say(first));
  const redactor = redactorOf(kase, { key: 'test' });
  redactor.redact('CONTOSO\\eva');
  const { masks } = withShownMasks(withMasks(kase, redactor.masks));
  expect(Object.keys(masks?.prints ?? {})).toEqual(['user 1', 'password 1']);
  expect(masks?.counts).toEqual({ user: 2, password: 1 });
});

test('ten thousand names fit', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `CONNECTOR_FORBIDDEN CORP\\u${at}`).join('\n');
  const { dialog } = conversation().say(names).say(names.replaceAll('CORP', 'LAB'));
  expect(Buffer.byteLength(JSON.stringify(dialog))).toBeLessThanOrEqual(largestDialog);
});
