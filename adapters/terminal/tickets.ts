// pastefix tickets: what was handed over, and whether it has arrived where it was sent.

import { existsSync } from 'node:fs';
import type { DeliveryStatus, Store } from '../../bot/store.js';
import { visible } from '../../bot/text/escape-markdown.js';
import { draftArticle } from '../../bot/ticket/draft-article.js';
import { packetMarkdown } from '../../bot/ticket/packet-text.js';
import { ownerOf, stateOf, type Ticket } from '../../bot/ticket/ticket.js';
import { eventText, ticketText, ticketTitle } from '../../bot/ticket/ticket-text.js';
import { en } from '../../bot/words/en.js';
import { type Database, openDatabase } from '../database/open-database.js';
import { isPostgres } from '../database/place.js';
import type { Output } from './output.js';
import { UsageError } from './usage-error.js';

/** Which tickets a command is about. */
export interface TicketChoice {
  /** Of which organisation; needed only where a database holds several. */
  readonly tenant?: string;
  readonly json?: boolean;
  /** The evidence packet alone, for wherever Markdown is read. */
  readonly markdown?: boolean;
}

interface Found {
  readonly ticket: Ticket;
  readonly deliveries: readonly DeliveryStatus[];
}

/** Newest first; more are not listed. */
const mostListed = 200;

/** Opens the database for as long as a command takes. @throws {UsageError} There is none. */
export async function withDatabase<T>(place: string, use: (database: Database) => Promise<T>): Promise<T> {
  if (!isPostgres(place) && place !== ':memory:' && !existsSync(place)) {
    throw new UsageError(`there is no database at ${place}: PASTEFIX_DATABASE says which one the bot writes to`);
  }
  const database = await openDatabase(place);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** Those that are open, or could not be delivered. @param options `all`: finished ones too. */
export async function listTickets(
  { store, ticketTenants }: Database,
  { tenant, json = false, all = false }: TicketChoice & { readonly all?: boolean },
  output: Output,
): Promise<void> {
  const tenants = tenant === undefined ? await ticketTenants() : [tenant];
  const found = await Promise.all(
    tenants.map(async (it) => {
      const tickets = await store.findTickets(it, { limit: mostListed, ...(all ? {} : { unfinished: true }) });
      return Promise.all(tickets.map((ticket) => withDeliveries(store, ticket)));
    }),
  );
  if (json) {
    output.print(JSON.stringify(found.flat().map(asObject), null, 2));
    return;
  }
  if (found.flat().length === 0) output.print(all ? 'There are no tickets.' : 'No ticket is open.');
  for (const [at, tickets] of found.entries()) {
    if (tenants.length > 1 && tickets.length > 0) output.print(output.colours.bold(visible(tenants[at] ?? '')));
    for (const it of tickets) output.print(lineOf(it, output));
    if (tickets.length === mostListed) output.print(output.colours.dim(`Only the newest ${mostListed} are listed.`));
  }
}

/** Everything that is known of one. @throws {Error} There is none of that number. */
export async function showTicket(
  database: Database,
  number: string,
  choice: TicketChoice,
  output: Output,
): Promise<void> {
  const found = await findTicket(database, number, choice);
  if (choice.json === true) {
    const { masks: _, ...ticket } = found.ticket;
    output.print(JSON.stringify({ ...asObject(found), ticket }, null, 2));
    return;
  }
  const { ticket, deliveries } = found;
  if (choice.markdown === true) {
    output.print(packetMarkdown(ticket.packet));
    return;
  }
  output.print(lineOf(found, output));
  output.print('');
  output.print(visible(ticketText(ticket)));
  output.print('');
  for (const [at, { at: when }] of ticket.history.entries()) {
    output.print(`${en.ticket.at(when)}  ${visible(eventText(ticket, at)).replace(/\n/g, '\n  ')}`);
  }
  if (deliveries.length > 0) output.print('');
  for (const it of deliveries) output.print(deliveryLine(it, output));
}

/** The Markdown of an article, and nothing else. @throws {Error} There is nothing to make one of. */
export async function draftTicket(
  database: Database,
  number: string,
  choice: TicketChoice,
  output: Output,
): Promise<void> {
  const found = await findTicket(database, number, choice);
  const draft = draftArticle(found.ticket);
  if (draft === undefined) throw new Error(`nobody has said what fixed ticket ${number}`);
  output.print(draft.trimEnd());
}

/** Makes what was given up due again; the running bot delivers it. */
export async function sendTicketsAgain(
  database: Database,
  number: string | undefined,
  choice: TicketChoice,
  output: Output,
): Promise<void> {
  const { tenant } = choice;
  const found = number === undefined ? undefined : await findTicket(database, number, choice);
  const all = tenant === undefined ? undefined : { tenant };
  const which = found === undefined ? all : { ticket: { tenant: found.ticket.tenant, number: found.ticket.number } };
  const count = await database.outbox.sendAgain(new Date(), which);
  output.print(
    count === 0
      ? 'Nothing was waiting to be sent again.'
      : count === 1
        ? 'One delivery is due again; the running bot makes it.'
        : `${count} deliveries are due again; the running bot makes them.`,
  );
}

/** @throws {UsageError} It is no number, or one that several organisations have. @throws {Error} There is none. */
async function findTicket(
  { store, ticketTenants }: Database,
  number: string,
  { tenant }: TicketChoice,
): Promise<Found> {
  if (!/^\d{1,9}$/.test(number)) throw new UsageError(`“${number}” is not the number of a ticket`);
  const tenants = tenant === undefined ? await ticketTenants() : [tenant];
  const tickets = await Promise.all(tenants.map((it) => store.readTicket(it, Number(number))));
  const [ticket, ...others] = tickets.flatMap((it) => it ?? []);
  if (others.length > 0) {
    const names = [ticket, ...others].map((it) => visible(it?.tenant ?? '')).join(', ');
    throw new UsageError(`several organisations have a ticket ${number}: name one with --tenant, of ${names}`);
  }
  if (ticket === undefined) throw new Error(`there is no ticket ${number}`);
  return withDeliveries(store, ticket);
}

async function withDeliveries(store: Store, ticket: Ticket): Promise<Found> {
  return { ticket, deliveries: await store.deliveriesOf(ticket.tenant, ticket.number) };
}

function lineOf({ ticket, deliveries }: Found, { colours }: Output): string {
  const owner = ownerOf(ticket);
  const targetsThat = (state: DeliveryStatus['state']): string =>
    visible(
      deliveries
        .filter((it) => it.state === state)
        .map(({ target }) => target)
        .join(', '),
    );
  const [waiting, undelivered] = [targetsThat('waiting'), targetsThat('undelivered')];
  return [
    colours.bold(String(ticket.number).padStart(5)),
    en.ticket.states[stateOf(ticket)].padEnd(22),
    en.helpdesk.severities[ticket.severity].padEnd(8),
    visible(ticketTitle(ticket)),
    ...(owner === undefined ? [] : [colours.dim(visible(owner.name ?? en.helpdesk.somebody))]),
    ...(waiting === '' ? [] : [colours.dim(`still to be delivered: ${waiting}`)]),
    ...(undelivered === '' ? [] : [colours.yellow(`not delivered: ${undelivered}`)]),
  ].join('  ');
}

function deliveryLine({ target, state, attempts, problem, remote }: DeliveryStatus, { colours }: Output): string {
  const shown = state === 'undelivered' ? colours.yellow('not delivered') : state;
  const name = remote === undefined ? [] : [visible(remote.name)];
  const tries = state === 'delivered' ? [] : [`${attempts} ${attempts === 1 ? 'try' : 'tries'}`];
  const why = problem === undefined ? [] : [visible(problem)];
  return [visible(target), [shown, ...name, ...tries, ...why].join(', ')].join(': ');
}

/** For programs; everything that is known is under `show`. */
function asObject({ ticket, deliveries }: Found) {
  return {
    tenant: ticket.tenant,
    number: ticket.number,
    state: stateOf(ticket),
    severity: ticket.severity,
    summary: ticket.summary,
    area: ticket.area,
    owner: ownerOf(ticket)?.name ?? null,
    openedAt: ticket.history[0]?.at ?? null,
    deliveries,
  };
}
