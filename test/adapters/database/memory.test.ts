import { memoryStore } from '../../bot/memory-store.js';
import { describeStore } from './store-contract.js';

describeStore({
  name: 'the store in memory',
  open: async (clock) => {
    const store = memoryStore(clock);
    const kept = { store, outbox: store, removeOld: store.removeOld };
    return { kept, another: async () => kept, close: async () => {} };
  },
});
