// The database behind the bot: what is kept of conversations, tickets, what waits to be told.

import type { Clock } from '../../bot/bot.js';
import type { Outbox } from '../../bot/outbox.js';
import type { Store } from '../../bot/store.js';
import type { RemoteTickets } from '../../bot/ticket/remote-tickets.js';
import type { ConversationReferences } from '../teams/conversation-references.js';
import { createConversationReferences } from './conversation-references.js';
import { DatabaseError } from './database-error.js';
import type { Engine } from './engine.js';
import { createOutbox } from './outbox.js';
import { isPostgres, problemOfPlace } from './place.js';
import { openPostgres } from './postgres.js';
import { createRemoteTickets } from './remote-tickets.js';
import { type Removed, removeForgotten, removeOld } from './remove-old.js';
import { openSqlite } from './sqlite.js';
import { createStore } from './store.js';

export interface Database {
  /** What people call it: the file, or which database where. */
  readonly name: string;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly remoteTickets: RemoteTickets;
  readonly references: ConversationReferences;
  /** Organisations that have, or had, tickets. */
  ticketTenants(): Promise<readonly string[]>;
  /** Removes dialogs not written since, and tickets that were resolved or closed before and have rested since. */
  removeOld(before: Date): Promise<Removed>;
  /** Removes tickets that were to go once they are done. @returns How many. */
  removeForgotten(): Promise<number>;
  /** Rejects when the database is not there, or does not answer soon. */
  check(): Promise<void>;
  /** Ends every use of it. Doing so twice changes nothing. */
  close(): Promise<void>;
}

/**
 * Opens the database, making it on the first start, and brings its tables up to date.
 *
 * @param place Path of a SQLite file, `:memory:` for one that ends with the process, or an address of PostgreSQL.
 * @throws {DatabaseError} Saying what to do about it.
 */
export async function openDatabase(place: string, clock: Clock = () => new Date()): Promise<Database> {
  const problem = problemOfPlace(place);
  if (problem !== undefined) throw new DatabaseError('unusable', problem);
  return databaseOver(await (isPostgres(place) ? openPostgres(place) : openSqlite(place)), clock);
}

function databaseOver(engine: Engine, clock: Clock): Database {
  let closed: Promise<void> | undefined;
  return {
    name: engine.name,
    store: createStore(engine, clock),
    outbox: createOutbox(engine),
    remoteTickets: createRemoteTickets(engine),
    references: createConversationReferences(engine),
    ticketTenants: async () => {
      const rows = await engine.db.selectFrom('ticket_number').select('tenant').orderBy('tenant').execute();
      return rows.map(({ tenant }) => tenant);
    },
    removeOld: (before) => removeOld(engine, before),
    removeForgotten: () => removeForgotten(engine),
    check: engine.check,
    close: () => {
      closed ??= engine.close();
      return closed;
    },
  };
}
