import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventId, isOurs, markOf } from '../../../adapters/helpdesk/event-id.js';
import { type Endpoint, exchange, waitAskedFor } from '../../../adapters/helpdesk/http.js';
import { cutTo } from '../../../adapters/helpdesk/ticket-file.js';
import { startHttpServer } from '../../../bench/servers/http-server.js';
import { endings, startEndingServer } from './servers/ending-server.js';

const endpointAt = (base: string): Endpoint => ({
  name: 'It',
  base,
  addressSetting: 'PASTEFIX_URL',
  credentialSettings: 'PASTEFIX_SECRET',
  timeoutMs: 5000,
});

describe('a connection that ends after its answer, though it was to be kept, breaks no request', () => {
  test.each(endings)('$name', async ({ end }) => {
    const server = await startEndingServer(end);
    const endpoint = endpointAt(server.url);
    const replies: unknown[] = [];
    for (let round = 0; round < 20; round += 1) {
      const four = Array.from({ length: 4 }, () => exchange(endpoint, { method: 'POST', headers: {}, body: '{}' }));
      replies.push(...(await Promise.all(four)));
      await pause(round % 4);
    }
    await server.close();
    expect(replies).toEqual(replies.map(() => ({ status: 200, text: '{}' })));
    expect(server.connections()).toBe(replies.length);
  });
});

describe('after the deadline of a call', () => {
  test('what is under way ends, and may have been done', async () => {
    const deadline = new AbortController();
    const server = await startHttpServer(async () => {
      deadline.abort(new DOMException('late', 'TimeoutError'));
      await pause(100);
      return { status: 200, body: {} };
    });
    const endpoint = { ...endpointAt(server.url), deadline: deadline.signal };
    await expect(exchange(endpoint, { method: 'POST', headers: {}, body: '{}' })).rejects.toMatchObject({
      reason: 'unknown',
      message: 'It takes too long',
    });
    await server.close();
  });

  test('nothing is asked', async () => {
    const server = await startHttpServer(async () => ({ status: 200, body: {} }));
    const endpoint = { ...endpointAt(server.url), deadline: AbortSignal.timeout(0) };
    await pause(20);
    await expect(exchange(endpoint, { method: 'GET', headers: {} })).rejects.toMatchObject({ reason: 'unreachable' });
    expect(server.asked).toEqual([]);
    await server.close();
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  test.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Sat, 21 Nov 2026 12:01:30 GMT', 90_000],
    ['Saturday, 21-Nov-26 12:00:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['1e9', undefined],
    ['2026', 2_026_000],
    ['', undefined],
  ])('%j', (header, expected) => expect(waitAskedFor(header, now)).toBe(expected));

  test('is never more than a day, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.integer(), (header, at) => {
        const wait = waitAskedFor(header, at) ?? 0;
        return wait >= 0 && wait <= 86_400_000;
      }),
    );
  });
});

describe('marks', () => {
  const caseId = fc.stringMatching(/^[\w-]{1,12}$/);
  const at = fc.nat({ max: 100 });

  test('end our comments, and tell them from those of others', () => {
    fc.assert(
      fc.property(caseId, caseId, at, fc.string(), fc.constantFrom('\n', '\r\n'), (one, other, event, text, end) => {
        const comment = `${text}${end}${end}${markOf({ caseId: one }, event)}${end}`;
        expect(isOurs({ caseId: one }, comment)).toBe(true);
        expect(isOurs({ caseId: other }, comment)).toBe(one === other);
        expect(isOurs({ caseId: one }, `${comment}is what you wrote`)).toBe(false);
      }),
    );
  });

  test('differ for each event of each case', () => {
    fc.assert(
      fc.property(caseId, at, caseId, at, (one, first, other, second) => {
        const same = eventId({ caseId: one }, first) === eventId({ caseId: other }, second);
        return same === (one === other && first === second);
      }),
    );
  });
});

test('what is cut fits, is whole, and is as much as fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, most) => {
      const cut = cutTo(text, most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(most);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});
