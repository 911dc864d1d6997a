export { ProcessTest, type WorkerOutcome } from './process-test.js';
export { MemoryStore } from '../store/memory-store.js';
