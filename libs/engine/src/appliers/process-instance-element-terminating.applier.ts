import type { Applier } from './applier.js';

export const processInstanceElementTerminatingApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) =>
  state.elements.update(key, (row) => (row.state = 'TERMINATING'));
