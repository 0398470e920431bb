// Two causes side by side, one of which is repaired in five minutes, and one about which little can be done.

import { describe, expect, test } from '@jest/globals';
import { en } from '../../bot/words/en.js';
import { type Conversation, conversation, labelsOf, passagesOf } from './conversation.js';
import { fakeArticle, issueOf, knowledgeOf, steps } from './fake-knowledge.js';

const quick = 'Quickly repaired';
const slow = 'Takes a week';

/** @param minutes Of the repairs of the slow one. */
function sideBySide(...minutes: readonly number[]): Conversation {
  const repairs = (times: readonly number[]) =>
    times.map((time, at) => ({
      kind: 'alternative' as const,
      id: `method-${at}`,
      title: `Method ${at}`,
      blocks: [steps(`Spend ${time} minutes on ${at}.`)],
      effort: { minutes: time, who: 'anyone', risk: 'none' } as const,
    }));
  const issues = [
    issueOf({ id: 'no-repair', title: slow, resolutions: repairs(minutes) }),
    issueOf({ id: 'linked', title: quick, resolutions: repairs([5]) }),
  ];
  return conversation(knowledgeOf({ ...fakeArticle, issues })).say('SIDE_BY_SIDE');
}

const nameSlow = (talk: Conversation): Conversation =>
  talk.press(labelsOf(talk.view).find((label) => label.endsWith(slow)) ?? '');

describe('of the one they named, what is left costs more than the helpdesk', () => {
  const named = nameSlow(sideBySide(20, 20, 20, 20, 300)).press(en.choices.steps);
  const besides = [1, 2, 3, 4].reduce((talk) => talk.press(en.choices.tried), named);

  test('the other one comes first, and it is said why', () => {
    expect(besides.view?.summary).toBe(en.cause.summary(quick));
    expect(passagesOf(besides.view)[0]).toBe(`${en.leadIn.notHelped} ${en.leadIn.besides(slow)}`);
  });

  test('then it is its turn again', () => {
    const own = besides.press(en.choices.steps).press(en.choices.tried);
    expect(passagesOf(own.view)).toContain(slow);
    expect(labelsOf(own.view)[0]).toBe(en.choices.helpdesk);
  });
});

describe('they have named one', () => {
  test('whose repair is worth a try: that comes first', () => {
    const { view } = nameSlow(sideBySide(20));
    expect(view?.summary).toBe(en.cause.summary(slow));
    expect(passagesOf(view)).not.toContain(en.leadIn.besides(slow));
  });

  test('that no repair is known of: its cause is told', () => {
    const { view } = nameSlow(sideBySide());
    expect(view?.summary).toBe(en.cause.summary(slow));
    expect(passagesOf(view)).toContain(en.cause.noRepair);
  });
});

test('a cause that another one came before is told when it is its turn', () => {
  const unsure = sideBySide(60).press(en.choices.unknown);
  expect(unsure.view?.summary).toBe(en.cause.summary(quick));
  const then = unsure.press(en.choices.steps).press(en.choices.tried);
  expect(then.view?.summary).toBe(en.cause.summary(slow));
});
