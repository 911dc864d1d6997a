import type { Applier } from './applier.js';

export const processDeletingApplier: Applier<'PROCESS'> = (state, { key }) =>
  state.processes.update(key, (process) => (process.deleting = true));
