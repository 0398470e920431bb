import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../../adapters/database/open-database.js';
import { createOutput } from '../../adapters/terminal/output.js';
import {
  draftTicket,
  listTickets,
  sendTicketsAgain,
  showTicket,
  withDatabase,
} from '../../adapters/terminal/tickets.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { aTicket } from '../bot/ticket/a-ticket.js';

let database: Database;
let printed: string;

const output = createOutput(
  {
    stdout: {
      write: (text) => {
        printed += text;
      },
    },
    stderr: { write: () => {} },
  },
  { NO_COLOR: '1' },
);

beforeEach(async () => {
  printed = '';
  database = await openDatabase(':memory:');
});

afterEach(() => database.close());

async function keep(ticket: Ticket, deliveries: readonly string[] = []): Promise<void> {
  await database.store.takeTicketNumber(ticket.tenant);
  const { tenant, number } = ticket;
  const told = deliveries.map((target) => ({ tenant, ticket: number, target, event: 0 }));
  await database.store.commit({ tickets: [{ ticket, before: undefined }], deliveries: told });
}

/** Gives up what is to go to a target. */
async function refuse(target: string): Promise<void> {
  const [claimed] = await database.outbox.claim({
    targets: { only: [target] },
    now: new Date(),
    leaseMs: 1000,
    most: 1,
  });
  if (claimed === undefined) throw new Error(`Nothing is to go to ${target}`);
  await database.outbox.givenUp(claimed, 'It does not take this');
}

const open = aTicket({ number: 41, severity: 'high', summary: 'Clients fail\u001b[31m' });
const done = aTicket({ number: 40, caseId: 'other', history: [{ kind: 'resolved', text: 'Renewed it.' }] });

describe('the list', () => {
  test('has those that are open, newest first, and what was not delivered', async () => {
    await keep(done);
    await keep(open, ['mail', 'servicenow']);
    await refuse('mail');
    await listTickets(database, {}, output);
    expect(printed).toBe(
      '   41  new                     high      Clients fail [31m  still to be delivered: servicenow  not delivered: mail\n',
    );
  });

  test('has finished ones too, as long as something of them could not be delivered', async () => {
    await keep(done, ['mail']);
    await refuse('mail');
    await listTickets(database, {}, output);
    expect(printed).toMatch(/^ +40 {2}resolved .* {2}not delivered: mail\n$/);
  });

  test('says where it ends', async () => {
    for (let number = 1; number <= 201; number += 1) await keep({ ...open, number, caseId: `case ${number}` });
    await listTickets(database, {}, output);
    expect(printed.trim().split('\n')).toHaveLength(201);
    expect(printed).toMatch(/\n +2 {2}new .*\nOnly the newest 200 are listed\.\n$/);
  });

  test('has all of them', async () => {
    await keep(done);
    await keep(open);
    await listTickets(database, { all: true }, output);
    expect(printed).toMatch(/^ +41 .*\n +40 {2}resolved /);
  });

  test('names the organisation where there are several, or shows one', async () => {
    await keep(open);
    await keep({ ...open, tenant: 'fabrikam', number: 1 });
    await listTickets(database, {}, output);
    expect(printed).toMatch(/^contoso\n.*41.*\nfabrikam\n.* 1 /);
    printed = '';
    await listTickets(database, { tenant: 'fabrikam' }, output);
    expect(printed).not.toContain('41');
  });

  test('says that there is none', async () => {
    await keep(done);
    await listTickets(database, {}, output);
    expect(printed).toBe('No ticket is open.\n');
  });

  test('is for programs too', async () => {
    await keep(open, ['mail']);
    await listTickets(database, { json: true }, output);
    expect(JSON.parse(printed)).toMatchObject([
      { number: 41, state: 'new', tenant: 'contoso', deliveries: [{ target: 'mail', state: 'waiting' }] },
    ]);
  });
});

describe('one of them', () => {
  test('is shown with all that is known, and how its deliveries stand', async () => {
    await keep({ ...done, contact: 'room 7' }, ['mail']);
    await refuse('mail');
    await showTicket(database, '40', {}, output);
    expect(printed).toMatch(
      /40 {2}resolved[\s\S]*room 7[\s\S]*CMGConnector_Forbidden[\s\S]*Mia resolved it:\n {2}Renewed it\./,
    );
    expect(printed).toContain('mail: not delivered, 1 try, It does not take this');
  });

  test('is its evidence packet in Markdown', async () => {
    await keep(open);
    await showTicket(database, '41', { markdown: true }, output);
    expect(printed).toMatch(/^# Pastefix case case 41, opened /);
    expect(printed).toMatch(/\n## What was pasted \(masked\)\n\n```\n/);
  });

  test('is a draft article, and nothing else', async () => {
    await keep(done);
    await draftTicket(database, '40', {}, output);
    expect(printed).toMatch(/^---\ntitle: "The binding is wrong"[\s\S]*## Resolution\n\n1\. Renewed it\./);
  });

  test.each([
    ['41', 'nobody has said what fixed ticket 41'],
    ['9', 'there is no ticket 9'],
  ])('%s has no draft', async (number, says) => {
    await keep(open);
    await expect(draftTicket(database, number, {}, output)).rejects.toThrow(says);
    expect(printed).toBe('');
  });

  test('is named by its number', async () => {
    await expect(showTicket(database, 'x41', {}, output)).rejects.toThrow('“x41” is not the number of a ticket');
  });

  test('is named with its organisation where two have that number', async () => {
    await keep(open);
    await keep({ ...open, tenant: 'fabrikam' });
    await expect(showTicket(database, '41', {}, output)).rejects.toThrow('--tenant, of contoso, fabrikam');
    await showTicket(database, '41', { tenant: 'fabrikam' }, output);
    expect(printed).toContain('Clients fail');
  });
});

describe('what was given up is sent again', () => {
  test.each([
    { number: undefined, says: '2 deliveries are due again' },
    { number: '41', says: 'One delivery is due again' },
    { number: '40', says: 'One delivery is due again' },
  ])('of $number', async ({ number, says }) => {
    await keep(done, ['mail']);
    await keep(open, ['mail']);
    await refuse('mail');
    await refuse('mail');
    await sendTicketsAgain(database, number, {}, output);
    expect(printed).toContain(says);
  });

  test('of one organisation', async () => {
    await keep(open, ['mail']);
    await keep({ ...open, tenant: 'fabrikam' }, ['mail']);
    await refuse('mail');
    await refuse('mail');
    await sendTicketsAgain(database, undefined, { tenant: 'fabrikam' }, output);
    expect(printed).toContain('One delivery is due again');
    expect(await database.store.deliveriesOf('contoso', 41)).toMatchObject([{ state: 'undelivered' }]);
  });

  test('or there was nothing', async () => {
    await sendTicketsAgain(database, undefined, {}, output);
    expect(printed).toBe('Nothing was waiting to be sent again.\n');
    await expect(sendTicketsAgain(database, '41', {}, output)).rejects.toThrow('there is no ticket 41');
  });
});

test('a database that is not there is not made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pastefix-tickets-'));
  const place = join(folder, 'none.sqlite');
  await expect(withDatabase(place, async () => 0)).rejects.toThrow(`there is no database at ${place}`);
  rmSync(folder, { recursive: true });
});
