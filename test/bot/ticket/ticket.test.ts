import { describe, expect, test } from '@jest/globals';
import { type Happened, isOpen, ownerOf, stateOf, type TicketEvent } from '../../../bot/ticket/ticket.js';

const mia = { id: 'mia', name: 'Mia' };
const noor = { id: 'noor', name: 'Noor' };

function history(...happened: Happened[]): { readonly history: readonly TicketEvent[] } {
  return { history: happened.map((it) => ({ ...it, at: '2026-11-21T12:00:00.000Z', by: mia })) };
}

describe('a ticket stands where its history has led', () => {
  const opened: Happened = { kind: 'opened' };
  const assigned: Happened = { kind: 'assigned', to: noor };
  const asked: Happened = { kind: 'asked', text: 'Which version?' };
  const said: Happened = { kind: 'said', text: '2409' };

  test.each<[state: string, happened: Happened[]]>([
    ['new', [opened]],
    ['new', [opened, said]],
    ['assigned', [opened, assigned]],
    ['waiting', [opened, assigned, asked]],
    ['waiting', [opened, assigned, asked, assigned]],
    ['assigned', [opened, assigned, asked, said]],
    ['resolved', [opened, { kind: 'resolved', text: 'A new certificate.' }]],
    ['resolved', [opened, { kind: 'resolved', text: 'A new certificate.' }, said]],
    ['reopened', [opened, { kind: 'resolved', text: 'x' }, { kind: 'reopened', text: 'It is back.' }]],
    ['assigned', [opened, { kind: 'resolved', text: 'x' }, { kind: 'reopened', text: 'y' }, assigned]],
    ['closed', [opened, { kind: 'closed' }]],
  ])('%s', (state, happened) => {
    expect(stateOf(history(...happened))).toBe(state);
  });

  test('it belongs to whom it was assigned to last', () => {
    expect(ownerOf(history(opened))).toBeUndefined();
    expect(ownerOf(history(opened, { kind: 'assigned', to: mia }, asked, assigned))).toEqual(noor);
  });

  test('it is open until resolved or closed', () => {
    expect(isOpen(history(opened, asked))).toBe(true);
    expect(isOpen(history(opened, { kind: 'resolved', text: 'x' }))).toBe(false);
    expect(isOpen(history(opened, { kind: 'closed' }))).toBe(false);
  });
});
