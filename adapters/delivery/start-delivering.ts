// Everything that delivers, as one.

import type { Store } from '../../bot/store.js';
import type { Carrier } from './carrier.js';
import { startWorker, type Worker, type WorkerParts } from './worker.js';

/** Delivers with each carrier by itself: one that is slow holds up no other. */
export function startDelivering({
  carriers,
  ...parts
}: Omit<WorkerParts, 'carrier'> & { readonly carriers: readonly Carrier[] }): Worker {
  const workers = carriers.map((carrier) => startWorker({ carrier, ...parts }));
  return {
    wake() {
      for (const worker of workers) worker.wake();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** The same store; whoever delivers is woken when something is written that must reach somebody. */
export function wakingStore(store: Store, wake: () => void): Store {
  return {
    ...store,
    async commit(change) {
      const isWritten = await store.commit(change);
      if (isWritten && (change.deliveries ?? []).length > 0) wake();
      return isWritten;
    },
  };
}
