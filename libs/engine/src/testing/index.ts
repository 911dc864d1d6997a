export { ProcessTest, type WorkerOutcome } from './process-test.js';
export { JobSelection, type Where } from './job-selection.js';
export { MemoryStore } from '../store/memory-store.js';
export { aRecord, describeStore } from './store-contract.js';
