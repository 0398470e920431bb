// Laws that hold whatever people do, in whatever order.

import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { advance } from '../../bot/advance.js';
import type { Incoming, IncomingEvent } from '../../bot/bot.js';
import { adaptiveCard, largestCard } from '../../bot/cards/adaptive-card.js';
import { type Dialog, emptyDialog, readDialog } from '../../bot/case/dialog.js';
import { mostChoices } from '../../bot/options.js';
import type { Turn } from '../../bot/turn/turn.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import { now } from './conversation.js';
import { fakeKnowledge } from './fake-knowledge.js';

// Many walks, and machines differ.
jest.setTimeout(1_800_000);

/** The full length is a trial of its own: `PASTEFIX_WALKS=10000 npx jest random-walks`; `PASTEFIX_SEED` walks elsewhere. */
const seed = Number(process.env['PASTEFIX_SEED'] ?? 1);
const walks = Number(process.env['PASTEFIX_WALKS'] ?? 200);

const world = { knowledge: fakeKnowledge, now, words: en, version: '1.0.0', redaction: { key: 'test' } };

/** What may happen next; which button it is depends on what is on show then. */
type Happening =
  | { readonly kind: 'press'; readonly which: number; readonly user: string }
  | { readonly kind: 'say'; readonly text: string; readonly user: string }
  | { readonly kind: 'number'; readonly which: number }
  /** A button of some earlier view. */
  | { readonly kind: 'stale'; readonly age: number; readonly which: number }
  /** The last delivery once more. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'tampered'; readonly data: unknown }
  | { readonly kind: 'joined' };

const pastes = [
  'CONNECTOR_FORBIDDEN',
  'CLOSE_CALL',
  'CN_INVALID is set',
  'TWINS',
  'LONE',
  'FAR_SECOND',
  'can I call it Contoso_1',
  'naming',
  'NO_REPAIR',
  'MANY',
  'AZURE_NAME',
  'something WEAK',
  'nothing known, 0x80070005',
];

const user = fc.constantFrom('mia', 'ben', 'x'.repeat(300));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat(5), user }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('number' as const), which: fc.nat(9) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      text: fc.constantFrom(...Object.values(en.vocabulary).map(([first = '']) => first)),
      user,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...pastes), user }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      text: fc.string({ unit: 'binary', maxLength: 300 }),
      user,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stale' as const), age: fc.nat(8), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'repeat' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tampered' as const),
      data: fc.oneof(
        fc.anything(),
        fc.record({
          action: fc.record({ caseId: fc.string(), revision: fc.integer(), verb: fc.string(), value: fc.string() }),
        }),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'joined' as const }) },
);

function eventOf(it: Happening, shown: readonly View[]): { event: IncomingEvent; user: string } {
  const pressOf = (view: View | undefined, which: number): IncomingEvent => {
    const choices = view?.choices ?? [];
    return { kind: 'press', data: { action: choices[which % Math.max(1, choices.length)]?.action } };
  };
  switch (it.kind) {
    case 'press':
      return { event: pressOf(shown.at(-1), it.which), user: it.user };
    case 'say':
      return { event: { kind: 'message', text: it.text }, user: it.user };
    case 'number':
      return { event: { kind: 'message', text: String(it.which) }, user: 'mia' };
    case 'stale':
      return { event: pressOf(shown.at(-2 - it.age), it.which), user: 'ben' };
    case 'tampered':
      return { event: { kind: 'press', data: it.data }, user: 'eve' };
    case 'joined':
    case 'repeat':
      return { event: { kind: 'joined' }, user: 'mia' };
    default:
      return it satisfies never;
  }
}

const viewsOf = ({ effects }: Turn): View[] =>
  effects.flatMap((effect) => (effect.kind === 'show' ? [effect.view] : []));

const turnOf = (dialog: Dialog, event: IncomingEvent): Turn =>
  advance(dialog, { conversation: 'c', user: 'mia', event }, world);

test('random walks: nothing throws, nothing grows too big, every button on show acts, no move is a dead end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(happening, { maxLength: 40 }), (paste, happenings) => {
      let turn = turnOf(emptyDialog, { kind: 'message', text: paste });
      const shown = viewsOf(turn);
      let last: Incoming | undefined;
      for (const [position, it] of happenings.entries()) {
        const before = turn.dialog;
        const repeated = it.kind === 'repeat' && last !== undefined;
        const incoming: Incoming =
          repeated && last !== undefined
            ? last
            : { conversation: 'c', delivery: `d${position}`, ...eventOf(it, shown) };
        turn = advance(before, incoming, world);
        last = incoming;
        if (repeated) {
          expect(turn).toEqual({ dialog: before, effects: [] });
          continue;
        }
        const views = viewsOf(turn);
        shown.push(...views);
        expect(views).toHaveLength(1);

        // What is stored is small, plain JSON that reads back as itself.
        const stored = JSON.stringify(turn.dialog);
        expect(Buffer.byteLength(stored)).toBeLessThanOrEqual(16 * 1024);
        expect(readDialog(JSON.parse(stored))).toEqual(turn.dialog);

        for (const view of views) checkView(view, turn.dialog);
        // With a case open, there is always a way on; a word of thanks at its end needs none.
        const [view] = views;
        const on = turn.dialog.case === undefined || view?.summary === en.notices.thanksNoCase;
        if (!on) expect(view?.choices).not.toEqual([]);
      }
    }),
    { numRuns: walks, seed },
  );
});

function checkView({ choices, summary, parts }: View, dialog: Dialog): void {
  expect(summary).not.toBe('');
  expect(parts.length).toBeGreaterThan(0);
  expect(choices.length).toBeLessThanOrEqual(mostChoices);
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(Buffer.byteLength(JSON.stringify(adaptiveCard({ choices, summary, parts })))).toBeLessThanOrEqual(largestCard);
  for (const [position, choice] of choices.entries()) {
    const pressed = turnOf(dialog, { kind: 'press', data: { action: choice.action } });
    // It acts: the case moves on or is over.
    expect([pressed.dialog.case?.id, pressed.dialog.case?.revision]).not.toEqual([
      dialog.case?.id,
      dialog.case?.revision,
    ]);
    // And something else is on show then.
    const [next] = viewsOf(pressed);
    expect([next?.parts, next?.choices.map(({ label }) => label)]).not.toEqual([
      parts,
      choices.map(({ label }) => label),
    ]);
    // Its number and its label do the same.
    for (const text of [String(position + 1), choice.label]) {
      expect(withoutRevision(turnOf(dialog, { kind: 'message', text }))).toEqual(withoutRevision(pressed));
    }
  }
}

function withoutRevision({ dialog }: Turn): unknown {
  return dialog.case?.told;
}

test('back undoes exactly one move', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(fc.nat(5), { maxLength: 25 }), (paste, presses) => {
      let turn = turnOf(emptyDialog, { kind: 'message', text: paste });
      for (const which of presses) {
        const choices = viewsOf(turn)[0]?.choices ?? [];
        const choice = choices[which % Math.max(1, choices.length)];
        if (choice === undefined) return;
        const next = turnOf(turn.dialog, { kind: 'press', data: { action: choice.action } });
        if (next.dialog.case === undefined) return;
        if (choice.action.verb !== 'back' && choice.action.verb !== 'more') {
          const undone = turnOf(next.dialog, { kind: 'message', text: 'back' });
          expect(viewsOf(undone)[0]?.parts).toEqual(viewsOf(turn)[0]?.parts);
          expect(undone.dialog.case?.told).toEqual(turn.dialog.case?.told);
        }
        turn = next;
      }
    }),
    { numRuns: 200 },
  );
});

test('whoever always takes the first choice comes to an end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(fc.nat(5), { maxLength: 10 }), (paste, presses) => {
      let turn = turnOf(emptyDialog, { kind: 'message', text: paste });
      // Somewhere first, then straight on.
      for (const which of [...presses, ...Array.from({ length: 60 }, () => 0)]) {
        const choices = viewsOf(turn)[0]?.choices ?? [];
        const choice = choices[which % Math.max(1, choices.length)];
        if (choice === undefined || turn.dialog.case === undefined) return;
        const { summary } = viewsOf(turn)[0] ?? {};
        if (summary === en.handedOver.summary || summary === en.closed.summary || summary === en.closed.guideSummary)
          return;
        turn = turnOf(turn.dialog, { kind: 'press', data: { action: choice.action } });
      }
      throw new Error('This went round in circles');
    }),
    { numRuns: 200 },
  );
});
