import { expect, test } from '@jest/globals';
import { createMetrics } from '../../adapters/metrics.js';
import type { Outbox } from '../../bot/outbox.js';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

async function figuresOf(counts: Outbox['counts']): Promise<string[]> {
  const metrics = createMetrics();
  metrics.watchOutbox({ counts }, ['servicenow', 'conversation'], () => now);
  const text = await metrics.read();
  return text.split('\n').filter((line) => /^pastefix_(?:undelivered|deliveries_waiting|oldest)/.test(line));
}

test('how far the outbox is, target by target, with all conversations as one', async () => {
  const figures = await figuresOf(async () => [
    { target: 'conversation/msteams/a/b', state: 'waiting', count: 2, since: ago(5) },
    { target: 'conversation/msteams/a/c', state: 'waiting', count: 1, since: ago(70) },
    { target: 'conversation/msteams/a/d', state: 'undelivered', count: 4, since: ago(1000) },
  ]);
  expect(figures.sort()).toEqual([
    'pastefix_deliveries_waiting{target="conversation"} 3',
    'pastefix_deliveries_waiting{target="servicenow"} 0',
    'pastefix_oldest_waiting_seconds{target="conversation"} 70',
    'pastefix_oldest_waiting_seconds{target="servicenow"} 0',
    'pastefix_undelivered{target="conversation"} 4',
    'pastefix_undelivered{target="servicenow"} 0',
  ]);
});

test('without a database there are figures, though none of the outbox', async () => {
  expect(await figuresOf(() => Promise.reject(new Error('gone')))).toEqual([]);
});

test('tries to deliver are counted', async () => {
  const metrics = createMetrics();
  metrics.countDelivery('servicenow', 'failed');
  metrics.countDelivery('servicenow', 'failed');
  metrics.countDelivery('servicenow', 'delivered');
  const text = await metrics.read();
  expect(text).toMatch(/^pastefix_deliveries_total\{target="servicenow",outcome="failed"\} 2$/m);
  expect(text).toMatch(/^pastefix_deliveries_total\{target="servicenow",outcome="delivered"\} 1$/m);
});
