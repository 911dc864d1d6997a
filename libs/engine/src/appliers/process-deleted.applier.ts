import type { Applier } from './applier.js';

export const processDeletedApplier: Applier<'PROCESS'> = (state, { key }) => state.processes.delete(key);
