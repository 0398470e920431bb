import { memoryStore } from '../../bot/memory-store.js';
import { memoryReferences } from '../teams/memory-references.js';
import { describeStore } from './store-contract.js';

describeStore({
  name: 'the store in memory',
  open: async (clock) => {
    const references = memoryReferences();
    const store = memoryStore(clock, references);
    const { removeOld, removeForgotten } = store;
    const kept = { store, outbox: store, remoteTickets: store, references, removeOld, removeForgotten };
    return { kept, another: async () => kept, close: async () => {} };
  },
});
