import { describe, expect, test } from '@jest/globals';
import { createShownCards } from '../../../adapters/teams/shown-cards.js';
import type { View } from '../../../bot/index.js';

const action = (verb: string) => ({ caseId: 'case', revision: 1, verb });
const card = (...verbs: string[]): View => ({
  summary: 'S',
  parts: [],
  choices: verbs.map((verb) => ({ label: `*${verb}*`, action: action(verb) })),
});
const saying = (text: string): View => ({ summary: 'S', parts: [{ kind: 'text', text }], choices: [] });

describe('a pressed card', () => {
  test.each([
    { name: 'names what was chosen', by: undefined, text: 'You chose **\\*yes\\***' },
    { name: 'and who chose it', by: '[Anna](x)', text: '\\[Anna\\](x) chose **\\*yes\\***' },
  ])('$name', ({ by, text }) => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes', 'no'));
    expect(cards.settle('c', '1', { action: action('yes') }, by)?.view).toEqual(saying(text));
  });

  test('stays as it is from then on', () => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes', 'no'));
    const first = cards.settle('c', '1', { action: action('yes') });
    expect(cards.settle('c', '1', { action: action('no') })).toEqual({ ...first, isNew: false });
  });

  test.each([
    { name: 'of another conversation', conversation: 'd', id: '1', data: { action: action('yes') } },
    { name: 'that was never shown', conversation: 'c', id: '2', data: { action: action('yes') } },
    { name: 'without that button', conversation: 'c', id: '1', data: { action: action('maybe') } },
    { name: 'with no action', conversation: 'c', id: '1', data: null },
  ])('$name is not known', ({ conversation, id, data }) => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes', 'no'));
    expect(cards.settle(conversation, id, data)).toBeUndefined();
  });
});

describe('only the newest card has buttons', () => {
  test('the others lose theirs, once', () => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes'));
    cards.remember('c', '2', card('yes'));
    cards.remember('d', '3', card('yes'));
    expect(cards.retire('c')).toEqual([{ messageId: '1', view: card() }]);
    expect(cards.retire('c')).toEqual([]);
    expect(cards.settle('c', '1', { action: action('yes') })).toMatchObject({ view: card(), isNew: false });
  });

  test('a word without buttons overtakes nothing', () => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes'));
    cards.remember('c', '2', card());
    expect(cards.retire('c')).toEqual([]);
  });

  test('a settled card is left alone', () => {
    const cards = createShownCards();
    cards.remember('c', '1', card('yes'));
    cards.remember('c', '2', card('yes'));
    cards.settle('c', '1', { action: action('yes') });
    expect(cards.retire('c')).toEqual([]);
  });
});

test('what lies far back is forgotten', () => {
  const cards = createShownCards();
  for (let at = 0; at <= 2000; at += 1) cards.remember(`c${at}`, '1', card('yes'));
  expect(cards.settle('c0', '1', { action: action('yes') })).toBeUndefined();
  expect(cards.settle('c1', '1', { action: action('yes') })).toBeDefined();
});
