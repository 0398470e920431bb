import { describe, expect, test } from '@jest/globals';
import { noExperience, openCase } from '../../../bot/case/open-case.js';
import { en } from '../../../bot/words/en.js';
import { now } from '../conversation.js';
import { fakeKnowledge } from '../fake-knowledge.js';

const caseFor = (paste: string) =>
  openCase({
    paste,
    diagnosis: fakeKnowledge.diagnose(paste),
    experience: noExperience,
    knowledge: fakeKnowledge,
    user: 'mia',
    now,
    seed: 'c 1',
    redaction: { key: 'test' },
    words: en.derivedChecks,
  });

test('a short paste is kept whole', () => {
  expect(caseFor('CONNECTOR_FORBIDDEN\nsecond line').paste).toEqual({
    text: 'CONNECTOR_FORBIDDEN\nsecond line',
    whole: true,
  });
});

test('what the paste answers is kept', () => {
  expect(caseFor('CONNECTOR_FORBIDDEN, mode: enhanced').shown).toEqual([
    { issue: 0, check: 'mode', answer: 'Enhanced HTTP' },
  ]);
  expect(caseFor('CONNECTOR_FORBIDDEN')).not.toHaveProperty('shown');
});

test('of a long paste, the lines around the one that matters are kept', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at} of a long log`);
  lines[12_345] = 'ERROR CONNECTOR_FORBIDDEN';
  const { paste, issues } = caseFor(lines.join('\n'));
  expect(paste.whole).toBe(false);
  expect(paste.text.length).toBeLessThanOrEqual(3_000);
  expect(paste.text).toContain('line 12344 of a long log\nERROR CONNECTOR_FORBIDDEN\nline 12346 of a long log');
  expect(issues[0]?.evidence[0]?.line).toBe(12_346);
});

test('secrets are gone from all that is kept', () => {
  const kept = JSON.stringify(
    caseFor('CONNECTOR_FORBIDDEN password=Sommer2024! CONTOSO\\mia mia@contoso.com\npassword=Sommer2024!'),
  );
  expect(kept).not.toMatch(/Sommer|contoso/i);
  expect(kept).toContain('<password 1>');
});

test('a million characters, binary and half characters are no trouble', () => {
  for (const paste of [
    'x'.repeat(1_000_000),
    'CONNECTOR_FORBIDDEN\u0000\u001b[2J\ud800\n'.repeat(20_000),
    '\n'.repeat(500_000),
  ]) {
    const kept = JSON.stringify(caseFor(paste));
    expect(Buffer.byteLength(kept)).toBeLessThan(12_000);
    expect(kept).not.toMatch(/\\u0000|\\u001b|\\ud800/);
  }
});

describe('the decisive line is kept with those beside it', () => {
  const beside = (paste: string) => {
    const { before, after } = caseFor(paste).issues[0]?.evidence[0] ?? {};
    return { before, after };
  };
  test.each([
    { name: 'alone', paste: 'CONNECTOR_FORBIDDEN', expected: {} },
    { name: 'first', paste: 'CONNECTOR_FORBIDDEN\n\nthen\nlast', expected: { after: 'then' } },
    { name: 'in between', paste: 'a\nb\nCONNECTOR_FORBIDDEN\nc\nd', expected: { before: 'b', after: 'c' } },
    {
      name: 'masked',
      paste: 'password=Sommer2024! for CONTOSO\\mia\nCONNECTOR_FORBIDDEN',
      expected: { before: 'password=<password 1> for <user 1>' },
    },
    {
      name: 'below a secret that runs over lines',
      paste:
        '-----BEGIN PRIVATE KEY-----\nTUlJRXZRSUJBREFO\n-----END PRIVATE KEY-----\nCONNECTOR_FORBIDDEN\nTUlJRXZRSUJBREFO',
      expected: { before: '<private-key 1>', after: '<private-key 2>' },
    },
    {
      name: 'deep in a long log',
      paste: `${'filler\n'.repeat(20_000)}why\nCONNECTOR_FORBIDDEN\nthen\n${'filler\n'.repeat(20_000)}`,
      expected: { before: 'why', after: 'then' },
    },
    {
      name: 'shortened',
      paste: `${'x'.repeat(5_000)}\nCONNECTOR_FORBIDDEN`,
      expected: { before: `${'x'.repeat(159)}…` },
    },
  ])('$name', ({ paste, expected }) =>
    expect(beside(paste)).toEqual({ before: undefined, after: undefined, ...expected }),
  );
});

test('a password that looks like a name is kept nowhere', () => {
  const secret = 'Winter_Sun_4711';
  const kase = caseFor(`StatusText= CONNECTOR_FORBIDDEN for net use \\\\srv01\\share password=${secret}`);
  expect(kase.signal?.names).toContain('CONNECTOR_FORBIDDEN');
  expect(JSON.stringify(kase)).not.toContain(secret);
});
