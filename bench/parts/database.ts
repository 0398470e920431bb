// What the database costs: how long a turn waits for it, and how many cases can be handed over in a second.

import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../adapters/database/open-database.js';
import type { Store } from '../../bot/index.js';
import type { Ticket } from '../../bot/ticket/ticket.js';
import { bars } from '../bars.js';
import { type Figure, type Measured, median, quantile } from '../figure.js';
import type { Setting } from '../part.js';
import { startPostgres } from '../postgres-server.js';

/** Of each round; the first one only warms up. What other programs do with the disk meanwhile is in all but the best. */
const turns = 100;
const rounds = 6;
const conversations = 50;
const escalations = 500;
/** So many at the same time. */
const atOnce = 16;
const targets = ['servicenow', 'conversation/mia', 'conversation/support'];

/** About as much as is kept of a case that took some turns, and as a packet says of it. */
const caseText = 'ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden\n'.repeat(130);

export async function measure(setting: Setting): Promise<Measured> {
  setting.progress('database: SQLite');
  const disk = await syncedWrites(join(setting.workFolder, 'synced'));
  const sqlite = await over('SQLite', join(setting.workFolder, 'database.sqlite'));
  setting.progress('database: PostgreSQL');
  const server = await startPostgres();
  try {
    const postgres = await over('PostgreSQL', await server.createDatabase());
    return {
      figures: [...sqlite, ...postgres, { what: 'the disk: as much written, and synced', unit: 'ms', ours: disk }],
      notes: [
        `A turn reads the dialog and commits it, ${Math.round(caseText.length / 1000)} KB, one turn after the other; the median is the least of ${rounds - 1} rounds. A ticket is the number it takes and one transaction of dialog, ticket and ${targets.length} deliveries, ${atOnce} at a time; a delivery is claimed, and told to be delivered. Every transaction waits for the disk. PostgreSQL runs beside the bot, on the same machine.`,
      ],
    };
  } finally {
    await server.remove();
  }
}

async function over(name: string, place: string): Promise<readonly Figure[]> {
  const database = await openDatabase(place);
  try {
    const times = await takeTurns((turn) => writeTurn(database.store, turn));
    const ticketsEach = await perSecond(escalations, () => atTheSameTime(escalations, (n) => escalate(database, n)));
    const deliveries = escalations * targets.length;
    const deliveriesEach = await perSecond(deliveries, () => deliver(database));
    return [
      { what: `${name}: a turn, median`, unit: 'ms', ours: leastMedian(times), bar: bars.databaseMs },
      { what: `${name}: a turn, 99 of 100`, unit: 'ms', ours: quantile(times.flat(), 0.99) },
      { what: `${name}: tickets a second`, unit: 'count', ours: ticketsEach },
      { what: `${name}: deliveries a second`, unit: 'count', ours: deliveriesEach },
    ];
  } finally {
    await database.close();
  }
}

/** @returns Milliseconds of each turn of each round. */
async function takeTurns(take: (turn: number) => void | Promise<void>): Promise<readonly (readonly number[])[]> {
  const times: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ofRound: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const started = performance.now();
      await take(turn);
      ofRound.push(performance.now() - started);
    }
    if (round > 0) times.push(ofRound);
  }
  return times;
}

const leastMedian = (times: readonly (readonly number[])[]): number => Math.min(...times.map(median));

/** What nobody can do better who waits for the disk. */
async function syncedWrites(file: string): Promise<number> {
  const open = openSync(file, 'w');
  const times = await takeTurns(() => {
    writeSync(open, caseText);
    fdatasyncSync(open);
  });
  closeSync(open);
  return leastMedian(times);
}

async function writeTurn(store: Store, turn: number): Promise<void> {
  const conversation = `conversation ${turn % conversations}`;
  const { version } = await store.readDialog(conversation);
  const state = { turn, text: caseText };
  const written = await store.commit({ dialog: { conversation, tenant: 'contoso', state, version, people: ['mia'] } });
  if (!written) throw new Error('nobody else was there, but wrote first');
}

async function escalate({ store }: Database, n: number): Promise<void> {
  const tenant = 'contoso';
  const ticket = ticketOf(n, await store.takeTicketNumber(tenant));
  const dialog = { conversation: `chat ${n}`, tenant, state: { text: caseText }, version: undefined, people: ['mia'] };
  const deliveries = targets.map((target) => ({ tenant, ticket: ticket.number, target, event: 0 }));
  const written = await store.commit({ dialog, tickets: [{ ticket, before: undefined }], deliveries });
  if (!written) throw new Error('nobody else was there, but wrote first');
}

async function deliver({ outbox }: Database): Promise<void> {
  for (;;) {
    const claimed = await outbox.claim({ targets: { allBut: [] }, now: new Date(), leaseMs: 60_000, most: atOnce });
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((it) => outbox.delivered(it, { id: 'x', name: 'INC1' })));
  }
}

async function atTheSameTime(count: number, task: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) await task(n);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function perSecond(count: number, task: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await task();
  return Math.round((count * 1000) / (performance.now() - started));
}

function ticketOf(n: number, number: number): Ticket {
  const at = new Date().toISOString();
  const caseId = `case ${n}`;
  const requester = { person: { id: 'mia' }, conversation: `chat ${n}` };
  return {
    version: 1,
    tenant: 'contoso',
    number,
    caseId,
    revision: 1,
    fingerprint: `fault ${n % 20}`,
    area: 'Configuration Manager',
    summary: 'The binding is wrong',
    severity: 'normal',
    contact: '',
    requester,
    packet: {
      format: 'pastefix-evidence',
      version: 1,
      case: caseId,
      openedAt: at,
      writtenAt: at,
      versions: { bot: '1', knowledge: '1' },
      verdict: 'none',
      pastes: [{ text: caseText, whole: true }],
      codes: [],
      causes: [],
      answers: [],
      tried: [],
      untried: [],
      timeline: [],
    },
    history: [{ kind: 'opened', at, by: requester.person }],
  };
}
