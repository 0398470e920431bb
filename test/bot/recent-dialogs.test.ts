import { describe, expect, test } from '@jest/globals';
import { type Dialog, emptyDialog } from '../../bot/case/dialog.js';
import { RecentDialogs } from '../../bot/recent-dialogs.js';

/** As a store gives it back. */
const readBack = (dialog: Dialog): unknown => JSON.parse(JSON.stringify(dialog));

const dialog: Dialog = { ...emptyDialog, cases: 3 };

describe('a dialog that is read back', () => {
  test('is the one that was kept', () => {
    const recent = new RecentDialogs();
    recent.keep('c', dialog);
    expect(recent.find('c', readBack(dialog))).toBe(dialog);
  });

  test.each([
    { name: 'another process wrote', kept: dialog, state: readBack({ ...dialog, misunderstood: 1 }) },
    { name: 'this process has written over since', kept: { ...dialog, cases: 4 }, state: readBack(dialog) },
    { name: 'is none', kept: dialog, state: undefined },
  ])('is unknown when it $name', ({ kept, state }) => {
    const recent = new RecentDialogs();
    recent.keep('c', dialog);
    recent.keep('c', kept);
    expect(recent.find('c', state)).toBeUndefined();
  });

  test('is unknown when it was removed since', () => {
    const recent = new RecentDialogs();
    recent.keep('c', dialog);
    recent.keep('c', undefined);
    expect(recent.find('c', readBack(dialog))).toBeUndefined();
  });

  test('is unknown in another conversation, and once many others were kept', () => {
    const recent = new RecentDialogs();
    recent.keep('c', dialog);
    expect(recent.find('d', readBack(dialog))).toBeUndefined();
    for (let other = 0; other < 1000; other += 1) recent.keep(String(other), dialog);
    expect(recent.find('c', readBack(dialog))).toBeUndefined();
  });
});
