// The helpdesk of the trials fails as often as it says, and never for another reason: what is told of deliveries would
// be the helpdesk's doing otherwise.

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
// Loads restify, as tests of the bot's own server do in the same process; it changes how all servers there answer.
import '../../../adapters/server.js';
import { createWebhook, signatureOf } from '../../../adapters/helpdesk/webhook.js';
import { makeRandom } from '../../../bench/random.js';
import { type Fault, type FlakyHelpdesk, startFlakyHelpdesk } from '../../../bench/trials/flaky-helpdesk.js';
import { HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { sampleTicket } from '../../adapters/helpdesk/sample-ticket.js';

// Answers come late, on a machine that may be busy.
jest.setTimeout(60_000);

const tickets = 120;

/** A third goes wrong: nobody needs as many. */
const mostTries = 20;

let helpdesk: FlakyHelpdesk;

beforeAll(async () => {
  helpdesk = await startFlakyHelpdesk(makeRandom(1));
});

afterAll(() => helpdesk.close());

test('deliveries need no more tries than there were faults, and each is met as what it was', async () => {
  const { url, secret } = helpdesk;
  const webhook = createWebhook({ url, secret });
  const failures = { busy: 0, unknown: 0, other: 0 };
  const deliver = async (caseId: string): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      try {
        await webhook.open(sampleTicket({ caseId }), false);
        return;
      } catch (error) {
        const reason = error instanceof HelpdeskError ? error.reason : 'other';
        failures[reason === 'busy' || reason === 'unknown' ? reason : 'other'] += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: tickets }, (_, at) => deliver(`case-${at}`)));

  const met = (...faults: readonly Fault[]) => faults.reduce((sum, it) => sum + (helpdesk.met.get(it) ?? 0), 0);
  expect(failures).toEqual({ busy: met('busy'), unknown: met('failed', 'cut before', 'cut after'), other: 0 });
  expect(helpdesk.requests()).toBe(tickets + failures.busy + failures.unknown);
  expect(failures.unknown).toBeGreaterThan(0);
  expect(helpdesk.tickets).toHaveLength(tickets);
  expect(helpdesk.complaints).toEqual([]);
});

test('what makes no sense is complained of, and not taken for one of the faults', async () => {
  const other = await startFlakyHelpdesk(() => 1);
  const send = (signature: string) =>
    fetch(other.url, {
      method: 'POST',
      body: '{}',
      headers: { 'idempotency-key': 'x', 'pastefix-signature': signature },
    }).then(
      ({ status }) => status,
      () => 'cut',
    );
  expect(await send('t=1,v1=')).toBe(401);
  expect(await send(signatureOf('{}', other.secret, 1))).toBe('cut');
  expect(other.complaints).toEqual([
    'x is not signed as it should be',
    expect.stringContaining('what a sender said cannot be dealt with'),
  ]);
  expect(other.met.size).toBe(0);
  await other.close();
});
