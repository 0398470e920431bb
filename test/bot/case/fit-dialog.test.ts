// Whatever people do, what is kept stays small.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Case, type Dialog, emptyDialog, mostIssues, readDialog, type ToldBy } from '../../../bot/case/dialog.js';
import { fitDialog, largestDialog } from '../../../bot/case/fit-dialog.js';
import { en } from '../../../bot/words/en.js';
import { conversation, passagesOf } from '../conversation.js';

const sizeOf = (dialog: Dialog): number => Buffer.byteLength(JSON.stringify(dialog));

const filled = (unit: string, length: number): string => unit.repeat(length);
/** Characters of one, two, three bytes, and such as JSON writes with two. */
const unit = fc.constantFrom('x', 'ä', '語', '"');

const found = fc.record({ issue: fc.nat(mostIssues - 1), confidence: fc.constant(0.123456789012) });
const at = { issue: fc.nat(mostIssues - 1), repair: fc.constant(filled('r', 60)) };

/** As large as each kind becomes. */
const told: fc.Arbitrary<ToldBy> = unit.chain((it) =>
  fc
    .oneof(
      fc.record({
        kind: fc.constant('answered' as const),
        issue: at.issue,
        check: fc.constant(filled('c', 80)),
        answer: fc.constant(filled(it, 100)),
      }),
      fc.record({
        kind: fc.constant('gave' as const),
        issue: at.issue,
        check: fc.string({ minLength: 30, maxLength: 30 }),
        value: fc.constant(filled(it, 120)),
      }),
      fc.record({
        kind: fc.constant('filled-in' as const),
        summary: fc.constant(filled(it, 200)),
        contact: fc.constant(filled(it, 200)),
      }),
      fc.record({
        kind: fc.constant('added' as const),
        found: fc.array(found, { minLength: 3, maxLength: 3 }),
        lines: fc.constant(filled(it, 1_200)),
      }),
      fc.record({
        kind: fc.constant('verified' as const),
        ...at,
        outcome: fc.constant('still' as const),
        count: fc.constant(9),
        seen: fc.record({ line: fc.constant(1), text: fc.constant(filled(it, 200)) }),
      }),
      fc.record({ kind: fc.constant('stuck' as const), ...at, step: fc.nat(20) }),
      fc.record({ kind: fc.constant('page' as const), page: fc.nat(3) }),
    )
    .map((one): ToldBy => ({ ...one, by: 0, at: '2026-03-01T09:00:00.000Z' })),
);

const ref = (position: number) => ({ article: `${filled('a', 80)}${position}.md`, issue: filled('i', 80) });

const kase: fc.Arbitrary<Case> = fc
  .record({
    unit,
    issues: fc.integer({ min: 1, max: mostIssues }),
    told: fc.array(told, { maxLength: 150, size: 'max' }),
  })
  .map(
    (it): Case => ({
      id: 'AAAAAAAAAAAA',
      revision: 7,
      openedAt: '2026-03-01T09:00:00.000Z',
      people: Array.from({ length: 20 }, (_, person) => filled('p', 80) + person),
      knowledge: '0123456789abcdef',
      verdict: 'ambiguous',
      question: filled(it.unit, 400),
      paste: { text: filled(it.unit, 3_000), whole: true },
      codes: Array.from({ length: 6 }, () => ({
        text: filled('0', 60),
        value: '0x80070005',
        names: [filled('N', 60)],
      })),
      issues: Array.from({ length: it.issues }, (_, position) => ({
        ref: ref(position),
        confidence: 0.123456789012,
        evidence: Array.from({ length: 3 }, (__, line) => ({
          line,
          text: filled(it.unit, 400),
          why: filled(it.unit, 400),
        })),
      })),
      experience: Array.from({ length: 40 }, (_, position) => ({
        issue: position % 5,
        repair: filled('r', 60),
        helped: 1,
        failed: 2,
      })),
      masks: {
        scope: 'AAAAAAAAAAAA',
        counts: { user: 300 },
        prints: Object.fromEntries(Array.from({ length: 300 }, (_, label) => [`user ${label}`, ['abcde']])),
      },
      values: [{ issue: 0, check: filled('c', 80), value: filled(it.unit, 200) }],
      told: it.told,
    }),
  );

/** Nothing is told of a case before it is chosen. */
const asOpened = (it: Case): Case => ({
  ...it,
  issues: it.issues.slice(0, 5),
  people: it.people.slice(0, 1),
  told: [],
});

const dialog: fc.Arbitrary<Dialog> = fc
  .record({
    open: fc.option(kase, { nil: undefined }),
    pending: fc.option(kase, { nil: undefined }),
    parked: fc.array(kase, { maxLength: 5 }),
  })
  .map(({ open, pending, parked }) => ({
    ...emptyDialog,
    deliveries: Array.from({ length: 24 }, () => filled('d', 16)),
    parked: parked.map((it, position) => ({ ...it, id: `parked ${position}` })),
    ...(open === undefined ? {} : { case: open, ...(pending === undefined ? {} : { pending: asOpened(pending) }) }),
  }));

test('whatever a dialog holds, it fits, can be read, and a small one is left alone', () => {
  fc.assert(
    fc.property(dialog, (it) => {
      const fitted = fitDialog(it);
      expect(sizeOf(fitted)).toBeLessThanOrEqual(largestDialog);
      expect(readDialog(JSON.parse(JSON.stringify(fitted)))).toEqual(fitted);
      // What was told last says where it stands.
      expect(fitted.case?.told.at(-1)?.kind).toBe(it.case?.told.at(-1)?.kind);
      expect(fitDialog(fitted)).toBe(fitted);
    }),
    { numRuns: 30, seed: 1 },
  );
});

describe('somebody who does the same over and over', () => {
  test('fills in the form', () => {
    const form = conversation().say('CONNECTOR_FORBIDDEN').say('helpdesk');
    const talk = Array.from({ length: 60 }).reduce<typeof form>(
      (it, _, time) => it.say(`contact ${time} ${filled('語', 190)}`),
      form,
    );
    expect(sizeOf(talk.dialog)).toBeLessThanOrEqual(largestDialog);
    expect(passagesOf(talk.view)).toContain(`${en.handOver.fields.contact}: 59 ${filled('語', 190)}`);
  });
});
