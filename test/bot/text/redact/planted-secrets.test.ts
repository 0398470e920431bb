import { describe, expect, test } from '@jest/globals';
import { findSecrets } from '../../../../bot/text/redact/find-secrets.js';
import { finderOf } from '../../../../bot/text/redact/finder.js';
import { noMasks } from '../../../../bot/text/redact/masks.js';
import { Redactor } from '../../../../bot/text/redact/redactor.js';
import { commandFinder } from '../../../../bot/text/redact/rules/command.js';
import { finders, rules } from '../../../../bot/text/redact/rules.js';
import { enoughPastes, leftOfSecrets, type PlantedPaste, plantedPastes } from '../../../planted-secrets.js';

function redact(text: string): string {
  return new Redactor({ key: 'test' }, noMasks('case')).redact(text);
}

/** What is wrong with what is shown of a paste. */
function flaws(paste: PlantedPaste): object[] {
  const shown = redact(paste.text);
  const left = leftOfSecrets(paste, shown);
  // The same may have to stay in several places.
  const gone = paste.kept.filter((text) => timesIn(shown, text) < paste.kept.filter((it) => it === text).length);
  return left.length + gone.length === 0 ? [] : [{ name: paste.name, left, gone, shown }];
}

function timesIn(text: string, piece: string): number {
  return text.split(piece).length - 1;
}

const pastes = plantedPastes();

test('three hundred pastes, each kind of secret among them, some broken by a window', () => {
  expect(pastes).toHaveLength(enoughPastes);
  expect(pastes.every(({ secrets }) => secrets.length > 0)).toBe(true);
  expect(pastes.filter(({ secrets }) => secrets.some((text) => text.includes('\n'))).length).toBeGreaterThan(20);
  expect(plantedPastes(10)).toEqual(pastes.slice(0, 10));
});

describe('no secret is left, and nothing else is gone', () => {
  test.each(pastes)('$name', (paste) => expect(flaws(paste)).toEqual([]));

  test.each([2, 3, 4])('with other secrets in other surroundings (%s)', (seed) =>
    expect(plantedPastes(enoughPastes, seed).flatMap(flaws)).toEqual([]),
  );
});

test('redacting twice changes nothing', () => {
  for (const { text } of pastes) expect(redact(redact(text))).toBe(redact(text));
});

test('what a rule says it needs is in all that it finds', () => {
  const always = rules.map((rule) => {
    if (typeof rule === 'function') return rule;
    const curious = { ...rule, needs: [''] };
    return 'name' in curious ? commandFinder(curious) : finderOf(curious);
  });
  for (const { text } of pastes) expect(findSecrets(text, finders)).toEqual(findSecrets(text, always));
});
