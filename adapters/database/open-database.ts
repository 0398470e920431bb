// The database behind the bot: what is kept of conversations, tickets, what waits to be told.

import type { Clock } from '../../bot/bot.js';
import type { Outbox } from '../../bot/outbox.js';
import type { Store } from '../../bot/store.js';
import type { RemoteTickets } from '../../bot/ticket/remote-tickets.js';
import type { ConversationReferences } from '../teams/conversation-references.js';
import { createConversationReferences } from './conversation-references.js';
import type { Engine } from './engine.js';
import { createOutbox } from './outbox.js';
import { createRemoteTickets } from './remote-tickets.js';
import { type Removed, removeOld } from './remove-old.js';
import { openSqlite } from './sqlite.js';
import { createStore } from './store.js';

export interface Database {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly remoteTickets: RemoteTickets;
  readonly references: ConversationReferences;
  /** Removes dialogs not written since, and tickets that were resolved or closed before and have rested since. */
  removeOld(before: Date): Promise<Removed>;
  /** Rejects when the database is not there, or does not answer soon. */
  check(): Promise<void>;
  /** Ends every use of it. Doing so twice changes nothing. */
  close(): Promise<void>;
}

/**
 * Opens the database, making it on the first start, and brings its tables up to date.
 *
 * @param place Path of a SQLite file, or `:memory:`.
 * @throws {DatabaseError} Saying what to do about it.
 */
export async function openDatabase(place: string, clock: Clock = () => new Date()): Promise<Database> {
  const engine = await openSqlite(place);
  return databaseOver(engine, clock);
}

function databaseOver(engine: Engine, clock: Clock): Database {
  let closed: Promise<void> | undefined;
  return {
    store: createStore(engine, clock),
    outbox: createOutbox(engine),
    remoteTickets: createRemoteTickets(engine),
    references: createConversationReferences(engine),
    removeOld: (before) => removeOld(engine, before),
    check: engine.check,
    close: () => {
      closed ??= engine.close();
      return closed;
    },
  };
}
