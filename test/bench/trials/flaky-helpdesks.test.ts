// The helpdesks of the trials fail as often as they say, and never for another reason: what is told of deliveries would
// be their own doing otherwise.

import { expect, jest, test } from '@jest/globals';
// Loads restify, as tests of the bot's own server do in the same process; it changes how all servers there answer.
import '../../../adapters/server.js';
import { createHelpdesks } from '../../../adapters/helpdesk/create-helpdesks.js';
import { readHelpdeskSettings } from '../../../adapters/helpdesk/settings.js';
import { signatureOf } from '../../../adapters/helpdesk/webhook.js';
import { makeRandom } from '../../../bench/random.js';
import type { Fault, FlakyHelpdesk } from '../../../bench/trials/flaky-helpdesk.js';
import { startFlakyServiceNow } from '../../../bench/trials/flaky-servicenow.js';
import { startFlakyWebhook } from '../../../bench/trials/flaky-webhook.js';
import { type Helpdesk, HelpdeskError } from '../../../bot/ticket/helpdesk.js';
import { sampleTicket } from '../../adapters/helpdesk/sample-ticket.js';

// Answers come late, on a machine that may be busy.
jest.setTimeout(60_000);

const tickets = 120;

/** A third goes wrong: nobody needs as many. */
const mostTries = 20;

const starts = [
  { name: 'the webhook', start: () => startFlakyWebhook(makeRandom(1)) },
  { name: 'ServiceNow', start: () => startFlakyServiceNow(makeRandom(1)) },
];

test.each(starts)('$name: deliveries need no more tries than there were faults', async ({ start }) => {
  const flaky = await start();
  const helpdesk = connect(flaky);
  const failures = { busy: 0, inDoubt: 0, other: 0 };
  const deliver = async (caseId: string): Promise<void> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      try {
        await helpdesk.open(sampleTicket({ caseId }), tries > 0);
        return;
      } catch (error) {
        const reason = error instanceof HelpdeskError ? error.reason : 'other';
        failures[reason === 'busy' ? 'busy' : ['unknown', 'unreachable'].includes(reason) ? 'inDoubt' : 'other'] += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: tickets }, (_, at) => deliver(`case-${at}`)));

  const met = (...faults: readonly Fault[]) => faults.reduce((sum, it) => sum + (flaky.met.get(it) ?? 0), 0);
  expect(failures).toEqual({ busy: met('busy'), inDoubt: met('failed', 'cut before', 'cut after'), other: 0 });
  expect(failures.inDoubt).toBeGreaterThan(0);
  expect(flaky.tickets).toEqual(
    expect.arrayContaining(
      Array.from({ length: tickets }, (_, at) => ({ caseId: `case-${at}`, number: 12, requester: expect.any(String) })),
    ),
  );
  expect(flaky.tickets).toHaveLength(tickets);
  expect(flaky.complaints).toEqual([]);
  await flaky.close();
});

function connect({ name, settings }: FlakyHelpdesk): Helpdesk {
  const read = readHelpdeskSettings({ PASTEFIX_HELPDESK: name, ...settings });
  const [helpdesk] = 'settings' in read ? createHelpdesks(read.settings) : [];
  if (helpdesk === undefined) throw new Error(`${name} cannot be reached with its settings`);
  return helpdesk;
}

test('what makes no sense to the webhook is complained of, and not taken for one of the faults', async () => {
  const flaky = await startFlakyWebhook(() => 1);
  const { PASTEFIX_WEBHOOK_URL: url = '', PASTEFIX_WEBHOOK_SECRET: secret = '' } = flaky.settings;
  const send = (signature: string) =>
    fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'idempotency-key': 'x', 'pastefix-signature': signature },
    }).then(
      ({ status }) => status,
      () => 'cut',
    );
  expect(await send('t=1,v1=')).toBe(401);
  expect(await send(signatureOf('{}', secret, 1))).toBe('cut');
  expect(flaky.complaints).toEqual([
    'x is not signed as it should be',
    expect.stringContaining('what a sender said cannot be dealt with'),
  ]);
  expect(flaky.met.size).toBe(0);
  await flaky.close();
});

test('ServiceNow makes whatever it is asked for, however often', async () => {
  const flaky = await startFlakyServiceNow(() => 1);
  const { PASTEFIX_SERVICENOW_URL: url, ...account } = flaky.settings;
  const { PASTEFIX_SERVICENOW_USER: user, PASTEFIX_SERVICENOW_PASSWORD: password } = account;
  const make = () =>
    fetch(`${url}/api/now/table/incident`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      },
      body: JSON.stringify({
        short_description: 'It is broken',
        description: 'Ticket: Pastefix 7\nAsked by: mia',
        correlation_id: 'case-1',
        correlation_display: 'Pastefix',
        impact: '2',
        urgency: '2',
      }),
    });
  await make();
  await make();
  const twice = { caseId: 'case-1', number: 7, requester: 'mia' };
  expect(flaky.tickets).toEqual([twice, twice]);
  expect([...flaky.events]).toEqual([['case-1', [0, 0]]]);
  expect(flaky.complaints).toEqual(['INC0010001 has 0 packets', 'INC0010002 has 0 packets']);
  await flaky.close();
});
