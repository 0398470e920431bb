// Everything that passes tickets on, and hears what becomes of them, as one.

import type { Store } from '../../bot/store.js';
import type { Helpdesk } from '../../bot/ticket/helpdesk.js';
import type { Carrier } from './carrier.js';
import { helpdeskCarrier } from './helpdesk-carrier.js';
import { type ReadableHelpdesk, type ReadBackParts, startReadBack } from './read-back.js';
import { startWorker, type Timing, type Worker, type WorkerParts } from './worker.js';

export interface DeliveringParts
  extends Omit<WorkerParts, 'carrier' | 'store' | 'timing'>,
    Omit<ReadBackParts, 'helpdesk' | 'store' | 'timing'> {
  readonly helpdesks: readonly Helpdesk[];
  /** Besides the helpdesks. */
  readonly carriers: readonly Carrier[];
  readonly store: Store;
  readonly timing?: Partial<Timing>;
}

export interface Delivering extends Worker {
  /** The same store: what is written through it is delivered at once. */
  readonly store: Store;
}

/** Each target has a worker of its own: one that is slow holds up no other. */
export function startDelivering({ helpdesks, carriers, timing = {}, ...parts }: DeliveringParts): Delivering {
  const store = wakingStore(parts.store, () => wake());
  const workers = [...helpdesks.map(helpdeskCarrier), ...carriers].map((carrier) =>
    startWorker({ ...parts, carrier, timing }),
  );
  const readings = helpdesks.flatMap(readable).map((helpdesk) => startReadBack({ ...parts, helpdesk, store }));
  const wake = (): void => {
    for (const worker of workers) worker.wake();
  };
  return {
    store,
    wake,
    async close() {
      await Promise.all([...workers, ...readings].map((it) => it.close()));
    },
  };
}

function readable(helpdesk: Helpdesk): ReadableHelpdesk[] {
  const { look } = helpdesk;
  return look === undefined ? [] : [{ ...helpdesk, look }];
}

function wakingStore(store: Store, wake: () => void): Store {
  return {
    ...store,
    async commit(change) {
      const isWritten = await store.commit(change);
      if (isWritten && (change.deliveries ?? []).length > 0) wake();
      return isWritten;
    },
  };
}
