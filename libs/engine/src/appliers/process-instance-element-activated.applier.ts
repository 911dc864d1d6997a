import type { Applier } from './applier.js';

export const processInstanceElementActivatedApplier: Applier<'PROCESS_INSTANCE'> = (state, { key }) =>
  state.elements.update(key, (row) => (row.state = 'ACTIVATED'));
