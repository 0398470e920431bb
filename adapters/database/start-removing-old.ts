// Removes what has been kept for long enough, at the start and once a day.

import type { Clock, Log } from '../../bot/bot.js';
import type { Database } from './open-database.js';

const dayMs = 24 * 60 * 60 * 1000;

export interface RemovingOld {
  /** Ends it, after what is under way. */
  close(): Promise<void>;
}

/** @param days 0: only what people want to be removed is. Any number of processes may do it over one database. */
export function startRemovingOld({
  database,
  days,
  clock,
  log,
}: {
  readonly database: Pick<Database, 'removeOld' | 'removeForgotten'>;
  readonly days: number;
  readonly clock: Clock;
  readonly log: Log;
}): RemovingOld {
  const remove = async (): Promise<void> => {
    try {
      const forgotten = await database.removeForgotten();
      if (forgotten > 0) log('forgotten-removed', { tickets: forgotten });
      if (days === 0) return;
      const { dialogs, tickets } = await database.removeOld(new Date(clock().getTime() - days * dayMs));
      log('old-removed', { dialogs, tickets });
    } catch (error) {
      log('old-not-removed', { error: error instanceof Error ? error.name : typeof error });
    }
  };

  let running = remove();
  const timer = setInterval(() => {
    running = running.then(remove);
  }, dayMs);
  return {
    close: () => {
      clearInterval(timer);
      return running;
    },
  };
}
