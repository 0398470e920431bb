import { memoryStore } from '../../bot/memory-store.js';
import { memoryReferences } from '../teams/memory-references.js';
import { describeStore } from './store-contract.js';

describeStore({
  name: 'the store in memory',
  open: async (clock) => {
    const store = memoryStore(clock);
    const { removeOld } = store;
    const kept = { store, outbox: store, remoteTickets: store, references: memoryReferences(), removeOld };
    return { kept, another: async () => kept, close: async () => {} };
  },
});
