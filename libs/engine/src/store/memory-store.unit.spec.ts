import { describeStore } from '../testing/store-contract.js';
import { MemoryStore } from './memory-store.js';

describeStore('MemoryStore', () => {
  const store = new MemoryStore();
  return Promise.resolve(() => store);
});
