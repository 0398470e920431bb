import { expect, test } from '@jest/globals';
import type { Outcome } from '../../../adapters/delivery/attempt.js';
import { mayDo, type Standing, standingAfter } from '../../../adapters/delivery/standing.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';

const open: Standing = { kind: 'open' };
const resting: Standing = { kind: 'resting', until: 500 };
const refusing: Standing = { kind: 'refusing', since: 0, until: 500, problem: 'expired' };

const delivered: Outcome = { kind: 'delivered', remote: undefined };
const failed = (
  reason: HelpdeskError['reason'],
  pauseMs: number | undefined,
  options: HelpdeskError['options'] = {},
): Outcome => ({ kind: 'failed', error: new HelpdeskError(reason, reason, options), pauseMs });

const refused = failed('credential', undefined);
const busy = failed('busy', 300, { retryAfterMs: 200 });

test.each<[what: string, before: Standing, outcome: Outcome, after: Standing]>([
  ['what arrives changes nothing', open, delivered, open],
  [
    'a refused credential shuts the door',
    open,
    refused,
    { kind: 'refusing', since: 100, until: 1100, problem: 'credential' },
  ],
  ['and again', refusing, refused, { kind: 'refusing', since: 100, until: 1100, problem: 'credential' }],
  ['until something arrives', refusing, delivered, open],
  ['something else being wrong proves nothing', refusing, failed('unreachable', 300), refusing],
  ['who asks for time gets as much', open, busy, { kind: 'resting', until: 300 }],
  [
    'no more, however long the delivery itself waits, or is not tried again',
    open,
    failed('busy', undefined, { retryAfterMs: 200 }),
    { kind: 'resting', until: 300 },
  ],
  ['a day at most', open, failed('busy', 1e9, { retryAfterMs: 1e9 }), { kind: 'resting', until: 86_400_100 }],
  ['more, where it asks again', resting, failed('busy', 1, { retryAfterMs: 600 }), { kind: 'resting', until: 700 }],
  ['once', resting, busy, resting],
  ['though something else arrives', resting, delivered, resting],
  ['and a shut door stays shut', refusing, busy, refusing],
  ['busy without a time is the matter of one delivery', open, failed('busy', 300), open],
  ['so is a failure', open, failed('unknown', 300), open],
  ['so is a ticket that is not taken', open, failed('rejected', undefined), open],
])('%s', (_what, before, outcome, after) => {
  expect(standingAfter(before, outcome, { isOnePlace: true, now: 100, refusedMs: 1000 })).toEqual(after);
});

test('a conversation that asks for time asks for itself only', () => {
  expect(standingAfter(open, busy, { isOnePlace: false, now: 100, refusedMs: 1000 })).toEqual(open);
});

test.each<[Standing, now: number, allowed: ReturnType<typeof mayDo>]>([
  [open, 0, 'deliver'],
  [resting, 499, 'wait'],
  [resting, 500, 'deliver'],
  [refusing, 499, 'give-up'],
  [refusing, 500, 'deliver-one'],
])('%j at %i: %s', (standing, now, allowed) => expect(mayDo(standing, now)).toBe(allowed));
