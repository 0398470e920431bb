// The dialog over the articles that Pastefix ships with: whatever they say, it leads somewhere.

import { expect, test } from '@jest/globals';
import { adaptiveCard, largestCard } from '../../bot/cards/adaptive-card.js';
import { largestDialog } from '../../bot/case/fit-dialog.js';
import { parseInline } from '../../bot/text/inline.js';
import type { Choice } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import { articles, knowledge } from '../knowledge/shipped.js';
import { type Conversation, conversation, passagesOf } from './conversation.js';

const pastes = articles.flatMap(({ path, issues }) =>
  issues.flatMap(({ id, samples }) => samples.map((paste, at) => ({ name: `${path}#${id}, sample ${at + 1}`, paste }))),
);

const ends = new Set<string | undefined>([
  en.closed.summary,
  en.closed.guideSummary,
  en.ticket.summary(1, en.ticket.states.new),
  en.welcome.summary,
]);

/** Ways through a case: which choice to take each time. */
const ways: readonly ((step: number, choices: number) => number)[] = [() => 0, () => 1, (step) => step % 3, () => 2];

test.each(pastes)('$name leads somewhere, whichever way one takes', ({ paste }) => {
  for (const way of ways) {
    let talk: Conversation = conversation(knowledge).say(paste);
    let choices: readonly Choice[] = [];
    for (let step = 0; !ends.has(talk.view?.summary); step += 1) {
      checkMoment(talk);
      // What is only to be read leaves the card before it as it is.
      if (talk.view !== undefined && talk.view.choices.length > 0) choices = talk.view.choices;
      // A cause where the way only ever goes back and forth ends with the first choice.
      const which = step > 60 ? 0 : way(step, choices.length) % Math.max(1, choices.length);
      const choice = choices[which];
      if (choice === undefined) throw new Error(`Nothing to do at “${talk.view?.summary}”`);
      if (step > 160) throw new Error(`Still going at “${talk.view?.summary}”`);
      talk = talk.pressData({ action: choice.action });
    }
    checkMoment(talk);
  }
});

function checkMoment({ view, dialog }: Conversation): void {
  if (view === undefined) throw new Error('Nothing is shown');
  expect(Buffer.byteLength(JSON.stringify(dialog))).toBeLessThanOrEqual(largestDialog);
  expect(Buffer.byteLength(JSON.stringify(adaptiveCard(view)))).toBeLessThanOrEqual(largestCard);
  // Whatever the articles hold comes out as text: no mark is left over.
  const passages = view.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const texts = passages.flatMap(parseInline).flatMap(({ text, code }) => (code === undefined ? [text] : []));
  expect(texts.filter((text) => /\*\*|`|\]\(/.test(text))).toEqual([]);
  expect(passagesOf(view).join('')).not.toMatch(/undefined|\[object|NaN/);
}

test('where nothing fits, the logs to look into are named, with their place', () => {
  const { view } = conversation(knowledge).say('Something failed with 0x80070005');
  expect(view?.summary).toBe(en.unknown.summary);
  expect(passagesOf(view).join('\n')).toMatch(/\*\*\w+\.log\*\* on the .*, in `/);
});
