import { afterEach, expect, jest, test } from '@jest/globals';
import { startRemovingOld } from '../../../adapters/database/start-removing-old.js';

afterEach(() => {
  jest.useRealTimers();
});

function setUp(days: number, fails = false) {
  jest.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
  const before: string[] = [];
  const logged: unknown[] = [];
  const removing = startRemovingOld({
    database: {
      removeForgotten: async () => 3,
      removeOld: async (date) => {
        before.push(date.toISOString());
        if (fails) throw new TypeError('down');
        return { dialogs: 2, tickets: 1 };
      },
    },
    days,
    clock: () => new Date(),
    log: (event, fields) => logged.push([event, fields]),
  });
  return { removing, before, logged };
}

test('what is older than so many days goes at the start, and every day', async () => {
  const { removing, before, logged } = setUp(30);
  await jest.advanceTimersByTimeAsync(25 * 60 * 60 * 1000);
  expect(before).toEqual(['2026-10-22T12:00:00.000Z', '2026-10-23T12:00:00.000Z']);
  expect(logged.slice(0, 2)).toEqual([
    ['forgotten-removed', { tickets: 3 }],
    ['old-removed', { dialogs: 2, tickets: 1 }],
  ]);
  await removing.close();
  await jest.advanceTimersByTimeAsync(100 * 60 * 60 * 1000);
  expect(before).toHaveLength(2);
});

test('a database that is not there is asked again on the next day', async () => {
  const { removing, before, logged } = setUp(30, true);
  await jest.advanceTimersByTimeAsync(25 * 60 * 60 * 1000);
  expect(before).toHaveLength(2);
  expect(logged[1]).toEqual(['old-not-removed', { error: 'TypeError' }]);
  await removing.close();
});

test('for 0 days, everything is kept but what people want to be removed', async () => {
  const { removing, before, logged } = setUp(0);
  await jest.advanceTimersByTimeAsync(25 * 60 * 60 * 1000);
  expect(before).toEqual([]);
  expect(logged).toHaveLength(2);
  expect(logged[0]).toEqual(['forgotten-removed', { tickets: 3 }]);
  await removing.close();
});
