// What may happen in a conversation, sensible and not.

import fc from 'fast-check';
import type { Incoming, IncomingEvent } from '../../../bot/bot.js';
import { ticketVerbs } from '../../../bot/ticket/ticket-verbs.js';
import type { Action, View } from '../../../bot/view.js';
import { en } from '../../../bot/words/en.js';
import { incomingAt, type Place, places, type Town } from './town.js';

/** Which button it is depends on what is on show by then. */
export type Happening =
  | { readonly kind: 'press'; readonly which: number; readonly user: string; readonly inputs: object }
  | { readonly kind: 'say'; readonly text: string; readonly user: string }
  | { readonly kind: 'number'; readonly which: number }
  /** A button of some earlier view. */
  | { readonly kind: 'stale'; readonly age: number; readonly which: number; readonly user: string }
  /** A button of another conversation. */
  | { readonly kind: 'foreign'; readonly from: Place; readonly which: number; readonly user: string }
  /** The same thing once more, under the id of its delivery. */
  | { readonly kind: 'repeat'; readonly age: number }
  /** The same thing once more, as something new: a double click, two people at once. */
  | { readonly kind: 'again'; readonly age: number; readonly user: string }
  /** A button of now, with one of its fields changed. */
  | { readonly kind: 'altered'; readonly which: number; readonly change: object; readonly user: string }
  | { readonly kind: 'tampered'; readonly data: unknown }
  /** Something done to a ticket by its number, by somebody who may have nothing to do with it. */
  | { readonly kind: 'ticket'; readonly action: object; readonly user: string; readonly isExpert: boolean }
  | { readonly kind: 'joined' }
  /** Nothing, for so many hours. */
  | { readonly kind: 'wait'; readonly hours: number };

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

const user = fc.constantFrom('mia', 'ben', '', 'x'.repeat(300));

const which = fc.nat(5);

/** What stands in the inputs of a card. */
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

const changes = fc.oneof(
  fc.record({ caseId: fc.constantFrom('', 'AAAAAAAAAAAA', '__proto__') }),
  fc.record({ revision: fc.constantFrom(-1, 0, 1, 2, 1e9) }),
  fc.record({ verb: fc.constantFrom('resume', 'forget', 'switch', 'answer', 'did', 'send', 'constructor') }),
  fc.record({ value: fc.constantFrom('', '-1', '0', '99', 'toString') }),
  fc.record({ revision: fc.constantFrom(Number.NaN, 1.5, null, '1', []) }),
);

/** @param pastes Those that mean something to the knowledge. */
export function happenings(pastes: readonly string[]): fc.Arbitrary<Happening> {
  const words = [...Object.values(en.vocabulary).map(([first = '']) => first), ...typed];
  const weighed = <T extends Happening>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
  return fc.oneof(
    weighed(12, fc.record({ kind: fc.constant('press'), which, user, inputs })),
    weighed(5, fc.record({ kind: fc.constant('say'), text: fc.constantFrom(...words), user })),
    weighed(3, fc.record({ kind: fc.constant('number'), which: fc.nat(9) })),
    weighed(3, fc.record({ kind: fc.constant('say'), text: fc.constantFrom(...pastes), user })),
    weighed(1, fc.record({ kind: fc.constant('say'), text: fc.string({ unit: 'binary', maxLength: 300 }), user })),
    weighed(2, fc.record({ kind: fc.constant('stale'), age: fc.nat(8), which, user })),
    weighed(1, fc.record({ kind: fc.constant('foreign'), from: fc.constantFrom(...places), which, user })),
    weighed(1, fc.record({ kind: fc.constant('repeat'), age: fc.nat(3) })),
    weighed(1, fc.record({ kind: fc.constant('again'), age: fc.nat(3), user })),
    weighed(1, fc.record({ kind: fc.constant('altered'), which, change: changes, user })),
    weighed(
      1,
      fc.record({
        kind: fc.constant('tampered'),
        data: fc.oneof(
          fc.anything(),
          fc.record({
            action: fc.record({ caseId: fc.string(), revision: fc.integer(), verb: fc.string(), value: fc.string() }),
          }),
        ),
      }),
    ),
    weighed(
      2,
      fc.record({
        kind: fc.constant('ticket'),
        action: fc.record({
          ticket: fc.integer({ min: 1, max: 3 }),
          revision: fc.nat(6),
          verb: fc.constantFrom<string[]>(...ticketVerbs, 'delete'),
        }),
        user,
        isExpert: fc.boolean(),
      }),
    ),
    weighed(1, fc.record({ kind: fc.constant('joined') })),
    weighed(1, fc.record({ kind: fc.constant('wait'), hours: fc.constantFrom(1, 30, 24 * 14) })),
  );
}

const support = { areas: ['*'] };

/** What comes in; undefined where nothing does. */
export function incomingFor(it: Happening, place: Place, town: Town, delivery: string): Incoming | undefined {
  const { shown, sent } = town.talks[place];
  const arrived = (by: string, event: IncomingEvent): Incoming => ({ ...incomingAt(place, by, event), delivery });
  const press = (by: string, action: Action | undefined, filledIn: object = {}): Incoming =>
    arrived(by, { kind: 'press', data: { ...filledIn, action } });
  switch (it.kind) {
    case 'press':
      return press(it.user, actionOn(shown.at(-1), it.which), it.inputs);
    case 'say':
      return arrived(it.user, { kind: 'message', text: it.text });
    case 'number':
      return arrived('mia', { kind: 'message', text: String(it.which) });
    case 'stale':
      return press(it.user, actionOn(shown.at(-2 - it.age), it.which));
    case 'foreign':
      return press(it.user, actionOn(town.talks[it.from].shown.at(-1), it.which));
    case 'repeat':
      return sent.at(-1 - it.age);
    case 'again': {
      const before = sent.at(-1 - it.age);
      return before && arrived(it.user, before.event);
    }
    case 'altered': {
      const action = actionOn(shown.at(-1), it.which);
      return arrived(it.user, { kind: 'press', data: { action: { ...action, ...it.change } } });
    }
    case 'tampered':
      return arrived('eve', { kind: 'press', data: it.data });
    case 'ticket': {
      const event: IncomingEvent = { kind: 'press', data: { action: it.action, text: 'words' } };
      return { ...arrived(it.user, event), ...(it.isExpert ? { support } : {}) };
    }
    case 'joined':
      return arrived('mia', { kind: 'joined' });
    case 'wait':
      return undefined;
    default:
      return it satisfies never;
  }
}

function actionOn(view: View | undefined, position: number): Action | undefined {
  const { choices = [] } = view ?? {};
  return choices[position % Math.max(1, choices.length)]?.action;
}
