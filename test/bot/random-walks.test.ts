// Laws that hold whatever people do, in whatever order.

import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Incoming, IncomingEvent } from '../../bot/bot.js';
import { adaptiveCard, largestCard } from '../../bot/cards/adaptive-card.js';
import { type Dialog, emptyDialog, readDialog } from '../../bot/case/dialog.js';
import { mostChoices } from '../../bot/options.js';
import { ticketSchema } from '../../bot/ticket/ticket.js';
import { ticketVerbs } from '../../bot/ticket/ticket-verbs.js';
import type { Turn, World } from '../../bot/turn/turn.js';
import type { View } from '../../bot/view.js';
import { en } from '../../bot/words/en.js';
import { now } from './conversation.js';
import { type Desk, decideOn, newDesk } from './desk.js';
import { fakeKnowledge } from './fake-knowledge.js';

// Many walks, and machines differ.
jest.setTimeout(1_800_000);

/** The full length is a trial of its own: `PASTEFIX_WALKS=10000 npx jest random-walks`; `PASTEFIX_SEED` walks elsewhere. */
const seed = Number(process.env['PASTEFIX_SEED'] ?? 1);
const walks = Number(process.env['PASTEFIX_WALKS'] ?? 200);

const support = { areas: ['*'] };
const world: World = {
  knowledge: fakeKnowledge,
  now,
  words: en,
  version: '1.0.0',
  redaction: { key: 'test' },
  destinations: { helpdesks: ['mail'], channels: [{ area: '*', conversation: 'desk' }] },
};

/** What may happen next; which button it is depends on what is on show then. */
type Happening =
  | { readonly kind: 'press'; readonly which: number; readonly user: string; readonly inputs: object }
  /** Something done to a ticket by its number, by somebody who may have nothing to do with it. */
  | { readonly kind: 'ticket'; readonly action: object; readonly user: string; readonly isExpert: boolean }
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

/** To the form, and to tickets. */
const typed = [
  'severity high',
  'devices many',
  'contact room 7',
  'ticket 1',
  'ticket 1: it is back',
  'ticket 7',
  'ticket 0',
];

const user = fc.constantFrom('mia', 'ben', 'x'.repeat(300));

/** What stands in the inputs of a card, sensible and not. */
const inputs = fc.oneof(
  fc.constant({}),
  fc.record({
    summary: fc.constantFrom('It fails', ' ', 'password=Sommer2024!', 'y'.repeat(5000)),
    severity: fc.constantFrom('high', 'HIGH', 'dreadful'),
    devices: fc.constantFrom('12', 'about 3', '', 'many', '99999999999999'),
    contact: fc.constantFrom('', 'mia@contoso.com', '+49 1'),
    text: fc.constantFrom('', 'more', 'password=Sommer2024!', 'z'.repeat(5000)),
    fixed: fc.constantFrom('', '0', '99', '__proto__'),
    other: fc.constantFrom('x', 7, null),
  }),
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat(5), user, inputs }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('ticket' as const),
      action: fc.record({
        ticket: fc.integer({ min: 1, max: 3 }),
        revision: fc.nat(6),
        verb: fc.constantFrom<string[]>(...ticketVerbs, 'delete'),
      }),
      user,
      isExpert: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('number' as const), which: fc.nat(9) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      text: fc.constantFrom(...Object.values(en.vocabulary).map(([first = '']) => first), ...typed),
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

function eventOf(it: Happening, shown: readonly View[]): Pick<Incoming, 'event' | 'user' | 'support'> {
  const pressOf = (view: View | undefined, which: number, filledIn: object = {}): IncomingEvent => {
    const choices = view?.choices ?? [];
    return { kind: 'press', data: { ...filledIn, action: choices[which % Math.max(1, choices.length)]?.action } };
  };
  switch (it.kind) {
    case 'press':
      return { event: pressOf(shown.at(-1), it.which, it.inputs), user: it.user };
    case 'ticket': {
      const event = { kind: 'press', data: { action: it.action, text: 'words' } } as const;
      return { event, user: it.user, ...(it.isExpert ? { support } : {}) };
    }
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

/** A conversation and the tickets there are. */
interface State {
  readonly dialog: Dialog;
  readonly desk: Desk;
}

const start: State = { dialog: emptyDialog, desk: newDesk() };

type Moved = State & { readonly turn: Turn };

function moved({ dialog, desk }: State, incoming: Incoming): Moved {
  const { turn, desk: later } = decideOn(desk, dialog, incoming, world);
  return { turn, dialog: turn.dialog, desk: later };
}

const turnOf = (state: State, event: IncomingEvent): Moved => moved(state, { conversation: 'c', user: 'mia', event });

test('random walks: nothing throws, nothing grows too big, every button on show acts, no move is a dead end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(happening, { maxLength: 40 }), (paste, happenings) => {
      let state = turnOf(start, { kind: 'message', text: paste });
      const shown = viewsOf(state.turn);
      let last: Incoming | undefined;
      for (const [position, it] of happenings.entries()) {
        const before = state;
        const repeated = it.kind === 'repeat' && last !== undefined;
        const incoming: Incoming =
          repeated && last !== undefined
            ? last
            : { conversation: 'c', delivery: `d${position}`, ...eventOf(it, shown) };
        state = moved(before, incoming);
        last = incoming;
        const { turn } = state;
        if (repeated) {
          expect(turn).toEqual({ dialog: before.dialog, effects: [] });
          continue;
        }
        const views = viewsOf(turn);
        shown.push(...views);
        expect(views.length).toBeGreaterThanOrEqual(1);
        expect(JSON.stringify([turn.dialog, views])).not.toContain('Sommer2024');

        // What is stored is small, plain JSON that reads back as itself.
        const stored = JSON.stringify(turn.dialog);
        expect(Buffer.byteLength(stored)).toBeLessThanOrEqual(16 * 1024);
        expect(readDialog(JSON.parse(stored))).toEqual(turn.dialog);

        for (const view of views) checkView(view, state);
        for (const { ticket } of state.desk.tickets.values()) expect(ticketSchema.parse(ticket)).toEqual(ticket);
        // With a case open, there is always a way on; a word of thanks at its end needs none.
        const [view] = views;
        const isAside =
          turn.dialog.case === undefined || view?.summary === en.notices.thanksNoCase || isAboutTickets(it, incoming);
        if (!isAside) expect(view?.choices).not.toEqual([]);
      }
    }),
    { numRuns: walks, seed },
  );
});

/** What is shown is about a ticket, or about being forgotten, and not about the case. */
function isAboutTickets(it: Happening, { event }: Incoming): boolean {
  const said = event.kind === 'message' ? event.text.trim() : '';
  return it.kind === 'ticket' || it.kind === 'press' || /^(?:ticket|my tickets|forget|\d)/.test(said);
}

function checkView(view: View, state: State): void {
  const { choices, summary, parts } = view;
  expect(summary).not.toBe('');
  expect(parts.length).toBeGreaterThan(0);
  expect(choices.length).toBeLessThanOrEqual(mostChoices);
  expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  expect(Buffer.byteLength(JSON.stringify(adaptiveCard(view)))).toBeLessThanOrEqual(largestCard);
  if (choices.some(({ action }) => 'ticket' in action || action.verb === 'forget')) return;
  for (const [position, choice] of choices.entries()) {
    const data = { action: choice.action, text: 'more' };
    const pressed = turnOf(state, { kind: 'press', data });
    // It acts: the case moves on or is over.
    expect([pressed.dialog.case?.id, pressed.dialog.case?.revision]).not.toEqual([
      state.dialog.case?.id,
      state.dialog.case?.revision,
    ]);
    // And something else is on show then.
    const [next] = viewsOf(pressed.turn);
    expect([next?.parts, next?.choices.map(({ label }) => label)]).not.toEqual([
      parts,
      choices.map(({ label }) => label),
    ]);
    // Its number and its label do the same.
    for (const text of [String(position + 1), choice.label]) {
      expect(withoutRevision(turnOf(state, { kind: 'message', text }))).toEqual(withoutRevision(pressed));
    }
  }
}

function withoutRevision({ dialog }: State): unknown {
  return dialog.case?.told;
}

test('back undoes exactly one move, but for what was sent', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(fc.nat(5), { maxLength: 25 }), (paste, presses) => {
      let state = turnOf(start, { kind: 'message', text: paste });
      // What was said about a comment is said once.
      let isAnswered = false;
      for (const which of presses) {
        const choices = viewsOf(state.turn)[0]?.choices ?? [];
        const choice = choices[which % Math.max(1, choices.length)];
        if (choice === undefined) return;
        const next = turnOf(state, { kind: 'press', data: { action: choice.action } });
        if (next.dialog.case === undefined) return;
        if (!['back', 'more', 'send', 'join-ticket', 'comment', 'reopen'].includes(choice.action.verb)) {
          const undone = turnOf(next, { kind: 'message', text: 'back' });
          // A ticket that was closed because it works stays closed.
          if (next.desk.tickets === state.desk.tickets && !isAnswered)
            expect(viewsOf(undone.turn)[0]?.parts).toEqual(viewsOf(state.turn)[0]?.parts);
          expect(undone.dialog.case?.told).toEqual(state.dialog.case?.told);
        }
        isAnswered = ['comment', 'reopen'].includes(choice.action.verb);
        state = next;
      }
    }),
    { numRuns: 200 },
  );
});

test('whoever always takes the first choice comes to an end', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pastes), fc.array(fc.nat(5), { maxLength: 10 }), (paste, presses) => {
      let state = turnOf(start, { kind: 'message', text: paste });
      // Somewhere first, then straight on.
      for (const which of [...presses, ...Array.from({ length: 60 }, () => 0)]) {
        const choices = viewsOf(state.turn)[0]?.choices ?? [];
        const choice = choices[which % Math.max(1, choices.length)];
        if (choice === undefined || state.dialog.case === undefined) return;
        const { summary } = viewsOf(state.turn)[0] ?? {};
        const isHandedOver = state.dialog.case.told.at(-1)?.kind === 'handed-over';
        if (isHandedOver || summary === en.closed.summary || summary === en.closed.guideSummary) return;
        state = turnOf(state, { kind: 'press', data: { action: choice.action } });
      }
      throw new Error('This went round in circles');
    }),
    { numRuns: 200 },
  );
});
