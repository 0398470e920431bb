// A database as the rest of this folder sees it, whichever it is.

import type { Kysely } from 'kysely';
import type { Schema } from './schema.js';

export interface Engine {
  /** What people call it. */
  readonly name: string;
  readonly db: Kysely<Schema>;
  /** Whether several connections write at once, so that rows which others work on have to be passed over. */
  readonly isShared: boolean;
  /** Rejects when the database is not there, or does not answer soon. */
  check(): Promise<void>;
  /** Leaves no trace of what was removed in its files, as far as that is up to us. */
  erase(): Promise<void>;
  /** Ends every use of it. */
  close(): Promise<void>;
}
