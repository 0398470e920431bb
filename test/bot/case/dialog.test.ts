import { describe, expect, test } from '@jest/globals';
import { type Dialog, emptyDialog, readDialog } from '../../../bot/case/dialog.js';
import { fitDialog, largestDialog } from '../../../bot/case/fit-dialog.js';
import { conversation } from '../conversation.js';

const inAStep = conversation().say('CONNECTOR_FORBIDDEN').press('No').press('HTTPS').press('Done').dialog;

describe('what a store gives back', () => {
  test.each([
    { name: 'nothing yet', state: emptyDialog, read: emptyDialog },
    { name: 'a case', state: JSON.parse(JSON.stringify(inAStep)), read: inAStep },
    { name: 'with something added', state: { ...emptyDialog, added: 'later' }, read: emptyDialog },
    { name: 'of a version to come', state: { ...emptyDialog, version: 3 }, read: undefined },
    { name: 'without a version', state: {}, read: undefined },
    { name: 'something else', state: 'state', read: undefined },
    { name: 'null', state: null, read: undefined },
    {
      name: 'with a move nobody knows',
      state: { ...inAStep, case: { ...inAStep.case, told: [{ kind: 'flew', by: 0 }] } },
      read: undefined,
    },
  ])('$name', ({ state, read }) => expect(readDialog(state)).toEqual(read));

  test('an older version is brought up to date, version by version', () => {
    const upgrades = {
      0: (state: object) => ({ ...state, version: 1, count: 7 }),
      1: (state: Readonly<Record<string, unknown>>) => ({ ...emptyDialog, cases: state['count'] }),
    };
    expect(readDialog({ version: 0 }, upgrades)).toEqual({ ...emptyDialog, cases: 7 });
  });

  test.each([
    {
      name: 'throws',
      upgrade: () => {
        throw new Error('no');
      },
    },
    { name: 'goes nowhere', upgrade: (state: object) => state },
    { name: 'leaves the path', upgrade: () => ({ version: 5 }) },
  ])('an upgrade that $name makes it unreadable, no more', ({ upgrade }) => {
    expect(readDialog({ version: 0 }, { 0: upgrade })).toBeUndefined();
  });
});

describe('a dialog that grew too big', () => {
  const kase = inAStep.case;
  if (kase === undefined) throw new Error('There is a case');
  const stuffed: Dialog = {
    ...inAStep,
    case: {
      ...kase,
      paste: { text: 'ä\n'.repeat(2_000), whole: true },
      issues: kase.issues.map((issue) => ({
        ...issue,
        evidence: Array.from({ length: 3 }, (_, at) => ({ line: at, text: '"'.repeat(400), why: '\\'.repeat(400) })),
      })),
      told: [
        ...Array.from({ length: 60 }, (_, step) => ({
          kind: 'stuck' as const,
          issue: 0,
          repair: 'enhanced-http',
          step,
          by: 0,
        })),
        { kind: 'tried' as const, issue: 0, repair: 'enhanced-http', by: 0 },
        ...Array.from({ length: 40 }, () => ({
          kind: 'gave' as const,
          issue: 0,
          check: 'name',
          value: 'x'.repeat(120),
          by: 0,
        })),
        ...kase.told,
      ],
    },
  };

  test('loses what matters least', () => {
    const fitted = fitDialog(stuffed);
    expect(Buffer.byteLength(JSON.stringify(fitted))).toBeLessThanOrEqual(largestDialog);
    expect(fitted.case?.paste.whole).toBe(false);
    expect(fitted.case?.told.slice(-kase.told.length)).toEqual(kase.told);
  });

  test('shortens what is put aside before it gives one up', () => {
    const parked = Array.from({ length: 4 }, (_, at) => ({
      ...kase,
      id: `case ${at}`,
      issues: kase.issues.map((issue) => ({
        ...issue,
        evidence: Array.from({ length: 3 }, (__, line) => ({ line, text: 'x'.repeat(400), why: 'y'.repeat(400) })),
      })),
    }));
    const fitted = fitDialog({ ...inAStep, parked });
    expect(Buffer.byteLength(JSON.stringify(fitted))).toBeLessThanOrEqual(largestDialog);
    expect(fitted.parked.map(({ id, told }) => [id, told])).toEqual(parked.map(({ id, told }) => [id, told]));
    expect(fitted.case).toEqual(kase);
  });

  test('stays as it is while it fits', () => expect(fitDialog(inAStep)).toBe(inAStep));
});
