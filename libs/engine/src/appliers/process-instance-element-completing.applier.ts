import type { Applier } from './applier.js';

export const processInstanceElementCompletingApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) =>
  state.elements.update(key, (row) => (row.state = 'COMPLETING'));
